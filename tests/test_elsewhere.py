"""What lies in another community, street or district never comes back: asked of every query that is told who asks or
where, of every ledger, source of duties, kind of thing to find, name on the record and guard of files there is.

The told district becomes one community (`elsewhere.move_in`); a query must show something to who holds every permission
there, and nothing of that to who holds the same in its sibling, another street, another district, or below it.
"""

from datetime import UTC, date, datetime
from fnmatch import fnmatch
from uuid import UUID, uuid4

import pytest
from django.apps import apps
from django.db.models.sql.where import WhereNode

from sanshe.core.areas.actions import enter_premises, open_compound
from sanshe.core.areas.enums import PremisesKind
from sanshe.core.areas.types import Door
from sanshe.core.audit.models import AuditEvent
from sanshe.core.audit.queries import NAMED
from sanshe.core.duties.enums import Owner
from sanshe.core.duties.queries import SOURCES, scope_of
from sanshe.core.duties.types import Source
from sanshe.core.figures.queries import INDICATORS
from sanshe.core.figures.types import Indicator
from sanshe.core.files.models import Attachment
from sanshe.core.files.queries import GUARDS
from sanshe.core.imports.models import ImportRun, Matching
from sanshe.core.imports.queries import IMPORTERS
from sanshe.core.imports.types import Importer
from sanshe.core.kit.access import SYSTEM, Actor
from sanshe.core.kit.roles import GRANTS
from sanshe.core.kit.shanghai import at
from sanshe.core.ledgers.queries import LEDGERS, rows_of
from sanshe.core.ledgers.types import Ledger
from sanshe.core.notices.models import Message
from sanshe.core.objections.queries import SUBJECTS
from sanshe.core.papers.models import Paper, PaperSet
from sanshe.core.papers.queries import CASES, DOCUMENTS
from sanshe.core.parties.models import Organisation
from sanshe.core.search.models import SearchRow
from sanshe.core.search.queries import KINDS
from sanshe.creation.models import Tip
from sanshe.demo.queries import moment_of
from sanshe.incubation.models import Application, Batch, Entry
from sanshe.incubation.queries.stay.strike import Struck
from sanshe.patrol.enums import RoundState
from sanshe.patrol.models import Stop
from tests.elsewhere import (
    DISTRICT,
    ELSEWHERE,
    OWN,
    House,
    Subject,
    hints_of,
    is_given_a_row,
    is_told_a_place,
    is_told_who_asks,
    judged,
    make_up,
    move_in,
    queries,
)
from tests.matrix_rows import ROWS

MOMENTS = ("0218a", "0531a", "0817a", "0216a", "0120a", "0207p", "0103a")
TABLES = {Ledger: LEDGERS, Source: SOURCES, Importer: IMPORTERS, Indicator: INDICATORS}
CONDITIONS = {  # a query that answers a condition: the table it is for
    "appeals.queries.finding.visible": SearchRow,
    "core.areas.queries.findable": SearchRow,
    "core.notices.queries.finding.visible": SearchRow,
    "core.parties.queries.organisation.findable": SearchRow,
    "core.parties.queries.organisation.visible": Organisation,
    "core.search.queries.visible": SearchRow,
    "incubation.queries.end.assessment.scope": Entry,
    "incubation.queries.search.agreements": SearchRow,
    "incubation.queries.search.applications": SearchRow,
    "incubation.queries.stay.stay.reachable": Entry,
    "stories.queries.findable": SearchRow,
}
CODE = min(code for codes in GRANTS.values() for code in codes)
WEEK = {"code": ["week"]}
ONE_WEEK = {"first": [at("2022-02-14 00:00")], "end": [at("2022-02-21 00:00")]}
FEBRUARY = {"first": [date(2022, 2, 1)]}
GIVEN = {  # what cannot be told from a type
    "activities.queries.figures.bookings": ONE_WEEK,
    "activities.queries.figures.released": ONE_WEEK,
    "activities.queries.figures.sessions": ONE_WEEK,
    "appeals.pages.figures.places": FEBRUARY,
    "appeals.queries.figures.by_place": FEBRUARY,
    "core.accounts.queries.roster.named": {"ids": lambda: [[str(one) for one in subjects_of("accounts.user")]]},
    "core.accounts.queries.steps.are_held": {"roles": [["centre_operator"]]},
    "core.audit.queries.record.of_subject": {"text": lambda: subjects_of("incubation.entry")},
    "core.figures.queries.counters": {"keys": lambda: [[one.counter for one in INDICATORS if one.counter]]},
    "core.figures.queries.figures": {"indicators": lambda: [list(INDICATORS)]},
    "core.imports.queries.matchings": {"importer": lambda: Matching.objects.values_list("importer", flat=True)},
    "core.imports.queries.open_runs": {"code": IMPORTERS.codes},
    "core.notices.queries.messages.message_of": {"message_id": lambda: to_organisations()},
    "core.objections.queries.cases.cases": {"kind": SUBJECTS.codes, "listing": lambda: keys(Batch)},
    "core.objections.queries.counts.under": {"kind": SUBJECTS.codes},
    "core.papers.queries.papers.case_of": {"code": CASES.codes, "pk": lambda: keys(Batch)},
    "core.parties.queries.organisation.doubles": {"given": lambda: [{"name": name} for name in names()]},
    "core.parties.queries.organisation.to_merge_with": {"asked": lambda: names()},
    "core.parties.queries.organisation.same_name": {"name": lambda: names()},
    "core.search.queries.find": {"text": ["社"]},
    "creation.queries.tips.tip": {"key": lambda: keys(Tip)},
    "desk.queries.done_in": WEEK,
    "desk.queries.finished": WEEK,
    "desk.queries.finished_rows": WEEK,
    "incubation.pages.organisation.of_organisation": {"organisation": lambda: keys(Organisation)},
    "incubation.queries.call.batch.batch_meant": {"said": lambda: list(map(str, keys(Batch)))},
    "incubation.queries.call.batch.numbered": {"no": [1, 2, 3]},
    "incubation.queries.stay.stay.reachable": {"own_code": [CODE], "staff_code": [CODE]},
    "incubation.queries.stay.stay.to_write": {"own_code": [CODE], "staff_code": [CODE]},
    "incubation.queries.stay.strike.strikable": {"sort": list(Struck)},
}
PUBLIC = "areas are known to everybody"
ABOVE = "who or what is set over a place is so for all below it"
DECLARED = "what is declared, by the permission: no rows"
HOUSE = "of the whole house, of no place"
SEAT = "by the seat or the account of who asks, not by the place"
UNTOLD = "no story of the demo tells one yet"
SHOWN = "asked only about acts on record that who reads it may see"
DISTRICTS = {  # a public notice is found in all of its district
    "core.notices.queries.finding.visible",
    "found notices.notice",
}
BELOW = (  # programmes of patrol, campaigns of pledges, schemes of creation are read in the places below their own
    "creation.queries.schemes.*",
    "desk.queries.today",
    "named patrol.*",
    "named creation.scheme",
    "named pledges.campaign",
    "patrol.queries.season.*",
    "pledges.queries.campaigns.*",
)
NOT_ASKED = {
    "activities.pages.public.shown": "a line and one address for all; `activities.queries.station.public` is asked",
    "appeals.queries.settings.*": ABOVE,
    "core.accounts.queries.people.holders": ABOVE,
    "core.accounts.queries.people.users_with": ABOVE,
    "core.accounts.queries.steps.is_guarded": SEAT,
    "core.areas.queries.*": PUBLIC,
    "core.calendar.queries.is_loaded": HOUSE,
    "core.consents.queries.is_manager": SEAT,
    "core.consents.queries.matter": "asked by the app whose matter it is",
    "core.field.queries.event_for": "an event of a kind that an app declares: asked in `tests/field`",
    "core.field.queries.own_device": SEAT,
    "core.duties.queries.behind": "the rows of one line of `page`, cut the same way",
    "core.duties.queries.scope_of": "asked for every source: `owed …`",
    "core.figures.queries.differences": "nothing differs in a told district; `counters` is asked",
    "core.imports.queries.importers_of": DECLARED,
    "core.imports.queries.may_use": "asked by `run_of`",
    "core.imports.queries.settle": "asked by the form of a sheet: `batch_meant` is what it asks",
    "core.ledgers.queries.exports.*": "made of `export_rows` and of what is declared",
    "core.ledgers.queries.lists.clean": DECLARED,
    "core.ledgers.queries.lists.ledgers_of": DECLARED,
    "core.ledgers.queries.lists.listing": DECLARED,
    "core.ledgers.queries.lists.options": DECLARED,
    "core.ledgers.queries.programs.*": DECLARED,
    "core.ledgers.queries.registries.*": DECLARED,
    "core.ledgers.queries.screen.knobs": DECLARED,
    "core.papers.queries.templates.to_approve": HOUSE,
    "core.parties.queries.office.masthead": ABOVE,
    "core.parties.queries.office.office_for": ABOVE,
    "core.parties.queries.organisation.places_for": PUBLIC,
    "core.rows.queries.within": "the condition itself",
    "core.ui.pages.rail": DECLARED,
    "core.ui.queries.is_under": "a path of an address",
    "desk.queries.books": DECLARED,
    "desk.queries.doors": "what is public of these districts; each door asks a query of its own",
    "desk.queries.first_steps": "all is set up in a told district; each step asks a query of its own",
    "desk.queries.role": DECLARED,
    "desk.queries.works": "asked by `today`",
    "fair.pages.fair.places": PUBLIC,
    "found stories.story": UNTOLD,
    "incubation.queries.agreement.register.total_name_of": DECLARED,
    "incubation.queries.call.application.of_owner": SEAT,
    "incubation.queries.call.application.own": SEAT,
    "incubation.queries.decision.decision.unseen": SEAT,
    "incubation.queries.end.assessment.declaring": SEAT,
    "incubation.queries.end.assessment.marking": SEAT,
    "incubation.queries.end.assessors.*": SEAT,
    "incubation.queries.notice.objection.shut": SEAT,
    "incubation.queries.panel.panel.*": SEAT,
    "named incubation.*": SHOWN,
    "patrol.pages.board.workers": ABOVE,
    "patrol.pages.phone.walked": "one's own doors: `running_for`",
    "patrol.queries.findings.subdistrict": ABOVE,
    "patrol.queries.stops.running_for": SEAT,
    "ledger creation.objections": UNTOLD,
    "named creation.objection": UNTOLD,
    "stories.pages.places": PUBLIC,
    "stories.queries.figures": "numbers by name",
    "stories.queries.find_case": UNTOLD,
    "stories.queries.published": UNTOLD,
    "stories.queries.story": UNTOLD,
    "owed ledgers.templates": HOUSE,
}


def to_organisations():
    return list(Message.objects.filter(organisation__isnull=False, channel="inbox").values_list("pk", flat=True)[:5])


def keys(model, **only):
    return list(
        model._base_manager.filter(area_path__startswith=OWN, **only).order_by("-pk").values_list("pk", flat=True)[:8]
    )


def names():
    return list(Organisation.objects.filter(area_path__startswith=OWN).values_list("name", flat=True)[:5])


def declared():
    """What apps declare and a query of core asks for them."""
    for code in LEDGERS.codes():
        yield made(f"ledger {code}", lambda actor, of=LEDGERS[code]: rows_of(of, actor, {}))
    for code in SOURCES.codes():
        if SOURCES[code].owner != Owner.PERSON:
            yield made(f"owed {code}", lambda actor, now, of=SOURCES[code]: owed_ever(of, actor, now), now=datetime)
    for code in KINDS.codes():
        yield made(f"found {code}", lambda actor, k=code: SearchRow.objects.filter(KINDS[k].visible(actor), kind=k))
    for code in NAMED.codes():
        yield made(f"named {code}", lambda actor, k=code: NAMED[k](actor, list(subjects_of(k))))
    for code in GUARDS.codes():
        yield made(f"files {code}", lambda actor, k=code: [one for one in hung_on(k) if GUARDS[k](actor, one)])


def owed_ever(source, actor, now):
    """What this person would owe of all rows there are, whatever their state."""
    scope, rows = scope_of(source, actor), source.rows(actor, now).order_by()
    rows.query.where = WhereNode()
    return rows.filter(scope) if scope is not None else None


def made(name, ask, **more):
    return Subject(name, ask, hints_of(ask) | {"actor": Actor} | more)


def subjects_of(kind):
    """What acts on record were done to; where none is told, rows of its app."""
    found = AuditEvent.objects.filter(kind=kind).order_by().values_list("subject", flat=True).distinct()[:200]
    return found or list(map(str, rows_of_app(kind)))


def hung_on(kind):
    """What files of a kind hang on; where none hang yet, rows of its app."""
    found = Attachment.objects.filter(kind=kind).order_by().values_list("subject", flat=True).distinct()[:8]
    return found or rows_of_app(kind)


def rows_of_app(kind):
    models = apps.get_app_config(kind.split(".")[0]).get_models()
    found = [key for model in models for key in model._base_manager.order_by("pk").values_list("pk", flat=True)[:8]]
    return [key for key in found if isinstance(key, UUID)]


def asked():
    """Every query that has to be cut to a place, with the arguments the table gives it."""
    for one in [*queries(), *declared()]:
        is_cut = is_told_who_asks(one) or is_told_a_place(one)
        if is_cut and not is_given_a_row(one) and not any(fnmatch(one.name, name) for name in NOT_ASKED):
            yield Subject(one.name, one.ask, one.hints, GIVEN.get(one.name, {}))


def put_in(now):
    """What no story tells: a door, a sheet that is read in, a paper and a set of them; of the rest a row."""
    who = {"by": SYSTEM, "at": now}
    compound = open_compound(area_path=OWN, name="一号院", **who)
    enter_premises(compound=compound, doors=[Door(PremisesKind.HOUSEHOLD, "一号")], on=now.date(), why="登记", **who)
    told = {"importer": IMPORTERS.codes()[0], "name": "a.csv", "size": 1, "context": {"batch": str(keys(Batch)[0])}}
    ImportRun.objects.create(area_path=OWN, digest="0", purpose="", read_at=now, **told)
    document = next(one for one in DOCUMENTS if one.case in CASES)
    of = {"code": document.code, "case": document.case, "case_id": keys(Batch)[0], "area_path": OWN}
    Paper.objects.create(subject=uuid4(), name="a", tree="{}", digest="0", made_at=now, **of)
    PaperSet.objects.create(subjects=[str(uuid4())], asked_at=now, job=uuid4(), **of)
    make_up()


def places_for(one):
    """Where nothing of it may come back."""
    if one.name in DISTRICTS:
        return [[place for place in ELSEWHERE if place[:6] != DISTRICT]]
    if any(fnmatch(one.name, name) for name in BELOW):
        return [[place for place in ELSEWHERE if not place.startswith(OWN)]]
    return []


def seen_at(moments, district, wanted):
    """(what each query shows elsewhere, those that showed nothing at any moment)."""
    wrong, unseen = {}, {one.name: one for one in wanted}
    for code in moments:
        with district.at(code):
            move_in()
            Stop.objects.filter(round__state=RoundState.RUNNING).update(worker=None)  # nobody was sent yet
            if code == moments[-1]:
                put_in(at(moment_of(code).at))
            house = House(at(moment_of(code).at), TABLES, CONDITIONS)
            for one in list(unseen.values()):
                if (found := judged(house, one, *places_for(one))) is not None:
                    wrong |= {one.name: found} if found else {}
                    del unseen[one.name]
        if not unseen:
            break
    return wrong, sorted(unseen)


def test_what_lies_elsewhere_never_comes_back(district):
    wanted = list(asked())
    wrong, unseen = seen_at(MOMENTS, district, wanted)
    assert len(wanted) > 150
    assert wrong == {}, "\n".join(f"{name}: {found}" for name, found in wrong.items())
    assert not unseen, f"nothing was shown: give it arguments (GIVEN), or say why not to ask (NOT_ASKED): {unseen}"


def every_batch(actor: Actor) -> list[Batch]:
    return list(Batch.objects.all())


def of_the_district(actor: Actor) -> list[Application]:
    """Scoped, but by the district of who asks."""
    return list(Application.objects.filter(area_path__startswith=actor.paths("incubation.batch.read")[0][:6]))


def anything(actor: Actor, path: str = "") -> int:
    return Application.objects.count()


def nothing(actor: Actor) -> None:
    return None


@pytest.mark.django_db
def test_a_query_that_is_not_cut_to_a_place_is_seen():
    ROWS["incubation:screen"](OWN)
    planted = [Subject(one.__name__, one, hints_of(one)) for one in (every_batch, of_the_district, anything, nothing)]
    house = House(datetime(2022, 1, 1, tzinfo=UTC), TABLES, CONDITIONS)
    found = {one.name: judged(house, one) for one in planted}
    assert found.pop("nothing") is None
    assert {name: list(places) for name, places in found.items()} == {
        "every_batch": list(ELSEWHERE),
        "of_the_district": [place for place in ELSEWHERE if place.startswith(DISTRICT)],
        "anything": list(ELSEWHERE),
    }
