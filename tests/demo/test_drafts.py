"""What the public sees depends on what is published: a draft of any kind changes no byte of any public page.

Every public address that a visitor finds, and every one without a blank, is read before and after each draft that the
told district can make. A table that begins in a state which nobody outside may see names its draft here.
"""

import datetime
import re

import pytest
from django.apps import apps
from django.db import transaction

from sanshe.core.kit.access import SYSTEM
from sanshe.core.notices.actions import approve, draft, publish
from sanshe.core.notices.models import PublicNotice
from sanshe.core.notices.types import Contact, Span, Wording
from sanshe.core.papers.actions import save_template
from sanshe.core.papers.queries import template
from sanshe.core.papers.types import Doc
from sanshe.core.parties.models import Organisation
from sanshe.incubation.actions.agreement.agreement import PROMISE
from sanshe.incubation.actions.call.batch import draft_call, plan_batch
from sanshe.incubation.actions.end import exit as leaving
from sanshe.incubation.actions.stay import training as trainings
from sanshe.incubation.models import (
    Agreement,
    Application,
    Assessment,
    Batch,
    Entry,
    Graduation,
    Place,
    Plan,
    QuarterlyReport,
)
from sanshe.patrol.actions import round as rounds
from sanshe.patrol.actions import season as seasons
from sanshe.patrol.enums import RoundKind
from tests.copies import Maker
from tests.demo.test_other_district import plain, walked

pytestmark = pytest.mark.django_db
UNTIL, NOW = "0120a", "2022-01-20 09:12"
ONCE = re.compile(r'name="(?:csrfmiddlewaretoken|_request_id)" value="[^"]*"|nonce="[^"]*"|"X-CSRFToken": "[^"]*"')


def batch():
    return Batch.objects.get(no=3)


def notice(who, names=()):
    """Of the same batch as the one in public: empty, as somebody begins it."""
    first = PublicNotice.objects.filter(subject=batch().pk, published_at__isnull=False).get()
    same = {name: getattr(first, name) for name in ("kind", "series", "area_path", "subject_kind", "subject")}
    return draft(
        **same,
        office=first.number_line[:2],
        wording=Wording(Doc("另一份公示"), names),
        contact=Contact(**first.contact),
        **who,
    )


def published(who):
    """The control: not a draft."""
    day = who["at"].date()
    row = notice(who, ("木作园非遗传习社",))
    approve(notice=row, **who)
    publish(notice=row, span=Span(day, day), **who)


def call(who):
    """A correction of the call, not approved."""
    last = batch().calls.latest("version_no")
    said = {"opens_on": last.opens_on, "closes_on": last.closes_on, "content": {**last.content, "intro": "改过的话"}}
    draft_call(batch=batch(), number=last.number, reason="更正", **said, **who)


def planned(who):
    same = ("screening_until", "panel_on", "signing_from", "signing_to")
    plan_batch(centre=batch().centre, no=9, name="还没说的一批", **{day: getattr(batch(), day) for day in same}, **who)


def application(who):
    said = {"draft_code": "C-999", "name": "还没交的一家", "saved_at": who["at"], "area_path": "140213"}
    Application.objects.create(batch=batch(), state="draft", **said)


def paper_text(who):
    version, _doc = template("incubation.call")
    save_template(code="incubation.call", tree=Doc("改过的公告"), version=version, **who)


def entry():
    return Entry.objects.get(state="in_incubation")


def of_entry(model, **said):
    return lambda who: model.objects.create(entry=entry(), area_path="140213", **said)


def agreement(who):
    made = {"prepared_at": who["at"], "number": "孵协 9", "content": {}, "content_hash": "", "promised": PROMISE}
    Agreement.objects.create(place=Place.objects.first(), area_path="140213", version_no=1, **made)


def graduation(who):
    row = Assessment.objects.create(
        entry=entry(), batch=entry().batch, kind="graduation", area_path="140213", closes_on=DAY, report_by=DAY,
        announced_at=who["at"],
    )  # fmt: skip
    Graduation.objects.create(entry=entry(), assessment=row, proposed_at=who["at"], area_path="140213")


def exit_(who):
    leaving.propose(entry=entry(), kind="given_up", reason="自愿退出", **who)


def training(who):
    said = {"title": "财务入门", "place": "二楼", "starts_at": who["at"], "quarters": 6}
    trainings.plan(batch=entry().batch, **said, **who)


def programme(who):
    return seasons.open_programme(area_path="140213", name="禁煤", starts_on=DAY, ends_on=LATER, **who)


def round_(who):
    rounds.plan_round(programme=programme(who), kind=RoundKind.FULL, starts_on=DAY, ends_on=LATER, **who)


def blank(label):
    """A draft of nothing but its table: it begins as one, and nobody approved it."""

    def make(who):
        maker = Maker(apps.get_model(label))
        assert maker.put(maker.copy(maker.made(), {"area_path": "140213"})) is None

    return make


BEGUN = (
    "creation.award",
    "creation.proposal",
    "creation.scheme",
    "fair.fair",
    "fair.riddle",
    "pledges.pledgetext",
    "stories.story",
)
DAY, LATER = datetime.date(2022, 3, 1), datetime.date(2022, 3, 20)
DRAFTS = {  # each kind of draft by its table
    "incubation.agreement": agreement,
    "incubation.application": application,
    "incubation.batch": planned,
    "incubation.call": call,
    "incubation.exit": exit_,
    "incubation.graduation": graduation,
    "incubation.plan": of_entry(Plan, due_on=DAY, fields={}, saved_at=f"{DAY}T01:00Z"),
    "incubation.quarterlyreport": of_entry(QuarterlyReport, no=1, from_on=DAY, due_on=DAY, saved_at=f"{DAY}T01:00Z"),
    "incubation.training": training,
    "notices.publicnotice": notice,
    "papers.documenttemplate": paper_text,
    "patrol.programme": programme,
    "patrol.round": round_,
} | {label: blank(label) for label in BEGUN}
PANEL, STEP = (
    "of a panel's day: nobody outside sees one before its notice",
    "a step of what has begun, told to its people",
)
OWN = "a matter of who brought it and of who handles it: nobody else sees one"
NO_DRAFT = {  # a table with a state that begins as no draft -> why
    "activities.booking": "its time is taken from its first moment",
    "activities.group": "told at its station from its first moment",
    "activities.joining": STEP,
    "activities.session": "people are there",
    "appeals.appeal": OWN,
    "appeals.leg": STEP,
    "areas.premises": "a door of the register: it stands from its first moment, for its community",
    "areas.premiseschange": "what became of a door",
    "codes.code": "it is valid from its first moment",
    "consents.consent": OWN,
    "creation.application": STEP,
    "creation.revocation": STEP,
    "creation.tip": OWN,
    "creation.title": "public from its first moment",
    "fair.award": STEP,
    "fair.desk": STEP,
    "fair.ruling": STEP,
    "fair.win": STEP,
    "field.event": "a note of a device, kept as it came",
    "imports.importrow": "a line of a sheet that was read in",
    "imports.importrun": "a sheet that was read in: what it will become is no row yet",
    "incubation.assessment": STEP,
    "incubation.decision": PANEL,
    "incubation.entry": "made by the second signature",
    "incubation.extension": STEP,
    "incubation.papercheck": STEP,
    "incubation.place": PANEL,
    "incubation.receipt": STEP,
    "incubation.rectification": STEP,
    "incubation.resourcelink": STEP,
    "incubation.sheet": PANEL,
    "incubation.sheetchange": PANEL,
    "incubation.slot": PANEL,
    "notices.message": "a letter to one person",
    "patrol.finding": "a matter of the door and of who handles it",
    "pledges.campaign": "it is open from its first moment",
    "pledges.pledge": OWN,
    "stories.lead": OWN,
    "objections.objection": "counted in public from its first moment",
}


def with_a_state():
    for model in apps.get_models():
        names = {field.name for field in model._meta.fields}
        if model.__module__.startswith("sanshe.") and names & {"state", "approved_at"}:
            yield model._meta.label_lower


def test_every_table_that_begins_as_a_draft_is_tried():
    assert sorted({*DRAFTS, *NO_DRAFT}) == sorted(with_a_state()), "make its draft here, or say why it has none"


def public(browser):
    """What a visitor of the district reads, by address; what is made anew for each look left out."""
    browser.get("/d/140213/")
    seen = {address: ONCE.sub("", text) for address, _name, text in walked(browser, plain())}
    return {
        address: text for address, text in seen.items() if not address.endswith(".pdf")
    }  # a PDF tells when it was made


@pytest.fixture
def changed(told, as_person, at):
    """The public addresses on which something is different after an act that is then undone."""
    stays = {"entered_on": datetime.date(2022, 1, 1), "term_to": datetime.date(2022, 12, 31), "area_path": "140213"}
    Entry.objects.create(organisation=Organisation.objects.earliest("name"), batch=batch(), **stays)
    browser = as_person("", NOW)
    before = public(browser)
    assert len(before) > 12 and "/notices/" in before and any("/object/" in one for one in before)
    assert {one for one, text in public(browser).items() if before.get(one) != text} == set()

    def by(act):
        with transaction.atomic():
            act({"by": SYSTEM, "at": at(NOW)})
            after = public(browser)
            transaction.set_rollback(True)
        return sorted(one for one in {*before, *after} if before.get(one) != after.get(one))

    return by


def test_a_draft_of_any_kind_changes_nothing_outside(changed):
    assert {kind: found for kind, act in DRAFTS.items() if (found := changed(act))} == {}


def test_what_is_published_is_seen(changed):
    assert "/notices/" in changed(published)
