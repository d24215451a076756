"""Examples for the authorisation matrix. Each app adds its own lines here.

ROWS: name of a URL pattern -> `build(area_path) -> kwargs`: makes a row of that area, answers what its address needs.
The matrix asks for it from the own, the parent, a sibling and a child area.
LISTS: path of a page that lists rows of an area -> `build(area_path, text)`: makes a row of that area in which the text
stands where the page shows it. The text must appear for its own area, and never for another.
BODIES: name of an API path -> what its writes are sent.
"""

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any
from uuid import uuid4

from sanshe.core.accounts.actions import appoint, create_user
from sanshe.core.accounts.models import Handover
from sanshe.core.areas.models import Compound, KeyDecision, Premises
from sanshe.core.codes.actions import issue
from sanshe.core.kit.access import SYSTEM
from sanshe.core.notices.actions import draft
from sanshe.core.notices.types import Contact, Wording
from sanshe.core.objections.models import Objection
from sanshe.core.papers.types import Doc
from sanshe.core.parties.actions import register_organisation
from sanshe.core.parties.models import Person
from sanshe.incubation.actions.call.batch import plan_batch
from sanshe.incubation.actions.end.assessment import announce
from sanshe.incubation.actions.stay import resource, supervision, support, training
from sanshe.incubation.enums.end.assessment import Kind
from sanshe.incubation.enums.stay.resource import Five
from sanshe.incubation.enums.stay.supervision import Function
from sanshe.incubation.models import Application, Entry, Graduation, Panel, Panelist
from sanshe.incubation.story.applications import credit_code
from sanshe.patrol.models import Programme, Round
from tests.incubation import world
from tests.offices import an_office

EARLY = {"by": SYSTEM, "at": datetime(2020, 1, 1, tzinfo=UTC)}


def _worker(area: str, name: str = "田晓红") -> Any:
    user = create_user(username=f"w{uuid4().hex[:12]}", name=name, is_staff=True, **EARLY)
    return appoint(user=user, role="community_worker", area_path=area, **EARLY)


def _handover(area: str) -> Any:
    told = {"kind": "test", "matter": uuid4(), "title": "一件事", "url": "/", "opened_at": EARLY["at"]}
    return Handover.objects.create(term=_worker(area), area_path=area, **told)


def _notice(area: str, title: str = "公示") -> Any:
    contact = Contact("区民政局", "0352-0000000", "永泰街 1 号", "工作日")
    fields = {"kind": "test", "series": "gs", "office": "公示", "contact": contact}
    return draft(wording=Wording(Doc(title), ["甲社"]), area_path=area, **fields, **EARLY)


def organisation(area: str, name: str = "柳岸互助社") -> Any:
    fields = {"name": name, "kind": "forming", "registration": "none", "area_path": area}
    return register_organisation(**fields, **EARLY)


def _person(area: str) -> Any:
    """A person of exactly this area, though the house keeps persons by district."""
    told = {"name": "赵德山", "phone": f"139{uuid4().int % 10**8:08}", "area_path": area}
    return Person.objects.create(**told, known_at=EARLY["at"], used_at=EARLY["at"])


def _compound(area: str, name: str = "18 号院") -> Any:
    return Compound.objects.create(area_path=area, name=name, walk_no=1)


def _premises(area: str, name: str = "4 单元 502") -> Any:
    said = {"kind": "household", "code": uuid4().hex[:12], "name": name, "walk_no": 1}
    return Premises.objects.create(compound=_compound(area, uuid4().hex[:8]), area_path=area, **said)


def _key_decision(area: str) -> Any:
    said = {"ground": "去年查出三户", "starts_on": date(2020, 1, 1), "area_path": area}
    return KeyDecision.objects.create(compound=_compound(area), **said)


def _batch(area: str, name: str = "第一批") -> Any:
    days = {"screening_until": date(2022, 1, 11), "panel_on": date(2022, 1, 14)}
    days |= {"signing_from": date(2022, 2, 17), "signing_to": date(2022, 2, 23)}
    legal = {"registration": "registered", "credit_code": credit_code(uuid4().int % 99999), "area_path": area}
    centre = an_office(area, operator=register_organisation(name="承办方", **legal, **EARLY))
    return plan_batch(centre=centre, no=1, name=name, **days, **EARLY)


def _seat(area: str) -> dict[str, Any]:
    panel = Panel.objects.create(batch=_batch(area), area_path=area)
    seat = Panelist.objects.create(panel=panel, person=uuid4(), name="白志远", side="community")
    return {"b": panel.batch_id, "pk": seat.pk}


def _entry(area: str) -> Any:
    term = {"entered_on": date(2019, 7, 1), "term_to": date(2020, 6, 30), "area_path": area}
    return Entry.objects.create(organisation=organisation(area), batch=_batch(area), **term)


def _assessment(area: str) -> dict[str, Any]:
    entry = _entry(area)
    row = announce(entry=entry, kind=Kind.MIDTERM, report_by=date(2020, 1, 15), **EARLY)
    return {"e": entry.pk, "pk": row.pk}


BATCH_PAGES = (
    "batch", "call_edit", "replan", "wording", "screening", "panel", "members", "tabulation", "decision",
    "publication", "agreements", "receipts", "assessments",
)  # fmt: skip


def _application(area: str, name: str = "柳岸互助社") -> Any:
    """Received, in a batch of this area."""
    batch = _batch(area)
    told = {"serial": 1, "number": "01-001", "draft_code": "C-1", "state": "submitted"}
    moment = {"saved_at": EARLY["at"], "submitted_at": EARLY["at"]}
    return Application.objects.create(batch=batch, area_path=area, name=name, **told, **moment)


def _code(area: str, name: str = "柳岸互助社") -> Any:
    """Of the certificate of a graduation in this area."""
    of = _assessment(area)
    facts = {"entry_id": of["e"], "assessment_id": of["pk"], "proposed_at": EARLY["at"], "area_path": area}
    what = {"kind": "incubation.graduation", "subject": Graduation.objects.create(**facts).pk, "name": name}
    return issue(**what, valid_from=date(2020, 1, 1), area_path=area, **EARLY)


def _objection(area: str, title: str = "柳岸互助社") -> Any:
    """Received, to a place of a batch of this area."""
    batch = _batch(area)
    days = {"accept_due_on": date(2022, 1, 25), "answer_due_on": date(2022, 2, 8)}
    moments = {"raised_at": EARLY["at"], "undo_until": EARLY["at"]}
    about = {
        "kind": "incubation.objection",
        "number": uuid4().hex[:12],
        "listing": batch.pk,
        "listing_title": batch.name,
    }
    return Objection.objects.create(area_path=area, subject=uuid4(), title=title, **about, **days, **moments)


STAY = {"by": SYSTEM, "at": world.AT}


def _training(area: str) -> Any:
    said = {"title": "财务入门", "place": "二楼", "starts_at": world.AT, "quarters": 6}
    return training.plan(batch=world.entry(area).batch, **said, **STAY)


def _talk(area: str) -> Any:
    said = {"held_on": world.AT.date(), "quarters": 4, "function": Function.SUPPORTIVE, "agreed": "先排班"}
    return supervision.record(entry=world.entry(area), **said, **STAY)


def _link(area: str) -> Any:
    ends = {"from_kind": Five.CHARITY, "from_name": "慈善协会", "to_kind": Five.ORGANISATION, "to_name": "柳岸"}
    return resource.propose(entry=world.entry(area), **ends, what="起夜灯", **STAY)


def _programme(area: str, name: str = "冬季禁煤") -> Any:
    said = {"starts_on": date(2021, 11, 1), "ends_on": date(2022, 3, 31), "opened_at": EARLY["at"]}
    return Programme.objects.create(area_path=area, name=name, **said)


def _round(area: str) -> Any:
    said = {"number": 1, "kind": "full", "starts_on": date(2021, 11, 1), "ends_on": date(2021, 11, 19)}
    frozen = {"state": "running", "frozen_at": EARLY["at"], "frame_digest": "0" * 64}
    return Round.objects.create(programme=_programme(area), area_path=area, **said, **frozen)


ROWS: dict[str, Callable[[str], dict[str, Any]]] = {
    "codes:code": lambda area: {"pk": _code(area).pk},
    "notices:one": lambda area: {"notice_id": _notice(area).pk},
    "accounts:person": lambda area: {"user_id": _worker(area).user_id},
    "accounts:sign_out": lambda area: {"user_id": _worker(area).user_id},
    "premises:compound": lambda area: {"key": _compound(area).pk},
    "premises:new": lambda area: {"key": _compound(area).pk},
    "premises:decide_key": lambda area: {"key": _compound(area).pk},
    "premises:end_key": lambda area: {"key": _key_decision(area).pk},
    "premises:premises": lambda area: {"key": _premises(area).pk},
    "premises:edit": lambda area: {"key": _premises(area).pk},
    "premises:turn": lambda area: {"key": _premises(area).pk},
    "premises:merge": lambda area: {"key": _premises(area).pk},
    "patrol:new_round": lambda area: {"key": _programme(area).pk},
    "patrol:close_programme": lambda area: {"key": _programme(area).pk},
    "patrol:freeze": lambda area: {"key": _round(area).pk},
    "patrol:close_round": lambda area: {"key": _round(area).pk},
    "parties:organisation": lambda area: {"organisation_id": organisation(area).pk},
    "parties:person": lambda area: {"person_id": _person(area).pk},
    "parties:show_person": lambda area: {"person_id": _person(area).pk},
    "parties:correct": lambda area: {"person_id": _person(area).pk},
    "parties:destroy": lambda area: {"person_id": _person(area).pk},
    "parties:office": lambda area: {"office_id": an_office(area).pk},
    "parties:edit": lambda area: {"organisation_id": organisation(area).pk},
    "parties:reveal": lambda area: {"organisation_id": organisation(area).pk},
    "accounts:end": lambda area: {"term_id": _worker(area).pk},
    "parties:merge_organisation": lambda area: {"organisation_id": organisation(area).pk},
    "accounts:handover": lambda area: {"pk": _handover(area).pk},
    "incubation:leaving": _seat,
    "incubation:objections": lambda area: {"key": _batch(area).pk},
    "objections:case": lambda area: {"pk": _objection(area).pk},
    "api:application": lambda area: {"pk": _application(area).pk},
    "incubation:prove": lambda area: {"b": (row := _application(area)).batch_id, "pk": row.pk},
    "incubation:screen": lambda area: {"b": (row := _application(area)).batch_id, "pk": row.pk},
    "incubation:entries": lambda area: {"b": world.entry(area).batch_id},
    "incubation:trainings": lambda area: {"b": world.entry(area).batch_id},
    "incubation:training_plan": lambda area: {"b": world.entry(area).batch_id},
    "incubation:archive": lambda area: {"b": world.entry(area).batch_id},
    "incubation:entry": lambda area: {"pk": world.entry(area).pk},
    "incubation:supervision_paper": lambda area: {"pk": world.entry(area).pk, "fmt": "docx"},
    "incubation:desk_give": lambda area: {"pk": world.entry(area).pk},
    "incubation:support_give": lambda area: {"pk": world.entry(area).pk},
    "incubation:training": lambda area: {"pk": _training(area).pk},
    "incubation:training_record": lambda area: {"pk": _training(area).pk},
    "incubation:sign_sheet": lambda area: {"pk": _training(area).pk, "fmt": "docx"},
    "incubation:follow": lambda area: {"pk": _talk(area).pk},
    "incubation:strike": lambda area: {"sort": "supervision", "pk": _talk(area).pk},
    "incubation:link_move": lambda area: {"pk": _link(area).pk},
    "incubation:desk_release": lambda area: {"pk": support.give_desk(entry=world.entry(area), no=1, **STAY).pk},
}
ROWS |= {f"incubation:{name}": lambda area: {"e": _entry(area).pk} for name in ("graduation", "exit")}
ROWS |= {"incubation:assessment": _assessment}
ROWS |= {f"incubation:{name}": lambda area: {"b": _batch(area).pk} for name in BATCH_PAGES}
LISTS: dict[str, Callable[[str, str], object]] = {
    "/accounts/people/": _worker,
    "/notices/desk/": _notice,
    "/api/v1/ledgers/codes.codes/rows/": _code,
    "/premises/": _compound,
    "/api/v1/ledgers/areas.premises/rows/": _premises,
    "/parties/": organisation,
    "/parties/offices/": lambda area, text: an_office(area, name=text),
    "/incubation/": _batch,
    "/api/v1/ledgers/incubation.applications/rows/": _application,
    "/api/v1/ledgers/notices.notices/rows/": _notice,
    "/api/v1/ledgers/incubation.objections/rows/": _objection,
}
BODIES: dict[str, dict[str, Any]] = {
    "api:field": {"value": "x", "version": 1},
    "api:sheet": {"sheet": str(uuid4()), "marks": {}},
    "api:seal": {"sheet": str(uuid4()), "marks": {}},
}
