"""A batch with organisations in incubation, made without the story before it."""

from datetime import UTC, date, datetime
from types import SimpleNamespace

import pytest

DISTRICT = "140213"
EARLY = datetime(2022, 1, 1, tzinfo=UTC)


@pytest.fixture
def stay(db, user_as):
    """One batch of a term of a year from 2022-02-17 with three organisations; people who work on it, as actors."""
    from sanshe.core.accounts.queries import actor_for
    from sanshe.core.calendar.actions import load_published
    from sanshe.core.kit.access import SYSTEM
    from sanshe.core.parties.actions import register_organisation
    from sanshe.incubation.actions.call.batch import plan_batch
    from sanshe.incubation.models import Entry
    from sanshe.incubation.story.applications import credit_code
    from tests.offices import an_office

    load_published(first=2021, last=2024, by=SYSTEM, at=EARLY)
    said = {"area_path": DISTRICT, "by": SYSTEM, "at": EARLY}
    one = {"registration": "registered", "kind": "service"}
    operator = register_organisation(name="运营方", credit_code=credit_code(1), **one, **said)
    centre = an_office(DISTRICT, name="创享中心", operator=operator)
    days = {"screening_until": date(2022, 1, 11), "panel_on": date(2022, 1, 14)}
    days |= {"signing_from": date(2022, 2, 17), "signing_to": date(2022, 2, 23)}
    batch = plan_batch(centre=centre, no=3, name="第三批", by=SYSTEM, at=EARLY, state="incubating", **days)

    def enter(name, n, **fields):
        made = {"contact_phone": f"1390352{n:04d}", "head_name": f"负责人{n}"} | fields
        who = register_organisation(name=name, **({"kind": "forming", "registration": "none"} | made), **said)
        term = {"entered_on": date(2022, 2, 17), "term_to": date(2023, 2, 16), "area_path": DISTRICT}
        return Entry.objects.create(organisation=who, batch=batch, **term)

    entries = [
        enter("甲社", 11, credit_code=credit_code(11), **one),
        enter("乙社", 12, filing_number="备〔2021〕12 号", registration="filed"),
        enter("丙社", 13),
    ]
    roles = {"liang": "centre_operator", "wang": "centre_operator", "hao": "bureau_officer", "fan": "bureau_officer"}
    people = {key: user_as(role) for key, role in roles.items()}
    rep = user_as("organisation_rep", organisation=entries[0].organisation_id)
    actors = {key: actor_for(user, datetime.now(UTC)) for key, user in (people | {"rep": rep}).items()}
    return SimpleNamespace(
        batch=batch, centre=centre, entries=entries, users=people | {"rep": rep}, enter=enter, **actors
    )


@pytest.fixture
def assessed(stay, at):
    """An assessment taken to where its verdict can be proposed: assessed('graduation', '2023-01-20 10:00', 18)."""
    from sanshe.incubation.actions.end import assessment as actions
    from sanshe.incubation.actions.end import self_report
    from sanshe.incubation.enums.end.assessment import Kind, PaperState
    from sanshe.incubation.queries.end import assessment as queries

    def make(kind, when, share=0.9, entry=None, missing=0):
        who = {"by": stay.liang, "at": at(when)}
        entry = entry or stay.entries[0]
        row = actions.announce(entry=entry, kind=Kind(kind), report_by=at(when).date(), **who)
        self_report.fill(assessment=row, values=dict.fromkeys(queries.fields_of(row), "有"), **who)
        self_report.report(assessment=row, **who)
        for user in (stay.users["wang"], stay.users["fan"]):
            actions.name_assessor(assessment=row, person=user.pk, **who)
        marks = {line.no: round(line.points * share) for line in queries.lines(stay.batch, kind)}
        for by in (stay.wang, stay.fan):
            actions.declare(assessment=row, relation="", said="", by=by, at=at(when))
            actions.give_marks(assessment=row, marks=marks, by=by, at=at(when))
        actions.close_interview(assessment=row, record="谈了。", held_on=at(when).date(), **who)
        states = {paper.no: PaperState.SEEN for paper in queries.papers(row)}
        states |= dict.fromkeys(list(states)[:missing], PaperState.MISSING)
        actions.check_papers(assessment=row, found=states, **who)
        return row

    return make


@pytest.fixture
def graduate(stay, assessed, at):
    """Take an entry all the way: graduate(entry)."""
    from sanshe.incubation.actions.end import assessment, graduation

    def make(entry=None, when="2023-02-10 10:00"):
        row = assessed("graduation", when, entry=entry)
        who = {"by": stay.liang, "at": at(when)}
        assessment.propose(assessment=row, verdict="recommended", reason="", **who)
        assessment.decide(assessment=row, agrees=True, by=stay.hao, at=at(when))
        row.entry.refresh_from_db()
        made = graduation.propose(entry=row.entry, **who)
        graduation.approve(graduation=made, by=stay.hao, at=at(when))
        return made

    return make


@pytest.fixture(scope="module")
def office(django_db_setup, django_db_blocker, tmp_path_factory):
    """Four applicants, three members, drawn and locked; p0 leads, p1 is recused from one applicant."""
    from django.conf import settings
    from django.db import transaction

    from sanshe.core.kit import kept
    from tests import small

    settings.FILES_ROOT = tmp_path_factory.mktemp("files")
    with django_db_blocker.unblock(), transaction.atomic():
        for one in kept.ALL:
            one.forget()
        told = small.make(4, 3)
        small.draw_and_lock()
        yield told
        transaction.set_rollback(True)
