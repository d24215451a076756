"""The page of a finding: what was found, each visit, its terms, whose step is next."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sanshe.core.accounts.queries.people import holders, names_of
from sanshe.core.areas.enums import PremisesKind
from sanshe.core.areas.queries import name_of
from sanshe.core.audit.queries import history
from sanshe.core.calendar.queries import clock
from sanshe.core.calendar.types import Clock, Due
from sanshe.core.files.queries import attachments
from sanshe.core.kit.access import Actor
from sanshe.patrol import phrases
from sanshe.patrol.enums import FindingState, P, Result
from sanshe.patrol.models import Finding
from sanshe.patrol.pages.visit import lines, rebound, weight
from sanshe.patrol.queries import findings as queries
from sanshe.patrol.rules.finding import HOUR, department

S = FindingState
PUT_RIGHT = (S.FOUND, S.ASSIGNED)
STEPS = {  # what may be done in which state, and who may
    "give": (P.GIVE, (S.FOUND,)),
    "report": (P.RECTIFY, PUT_RIGHT),
    "recheck": (P.RECHECK, (S.FOUND, S.REPORTED)),
    "name": (P.ASSIGN, (*PUT_RIGHT, S.REPORTED, S.REFERRED, S.SUSPENDED)),
    "refer": (P.ASSIGN, PUT_RIGHT),
    "answer": (P.ASSIGN, (S.REFERRED,)),
    "ask_days": (P.GIVE, PUT_RIGHT),
    "ask_to_wait": (P.GIVE, PUT_RIGHT),
    "resume": (P.ASSIGN, (S.SUSPENDED,)),
}


def finding(row: Finding, actor: Actor, at: datetime) -> dict[str, Any]:
    asked = list(queries.requests(actor).filter(finding=row))
    people = names_of({one for one in (row.found_by, row.rectifier, row.rechecker) if one})
    return {
        "finding": row,
        "place": name_of(row.area_path),
        "result": phrases.RESULTS[Result(row.result)],
        "weight": weight(row.kg),
        "state": phrases.FINDING_STATES[S(row.state)],
        "rebound": rebound(row),
        "people": [(words, people.get(pk, "")) for words, pk in _hands(row) if pk],
        "lines": lines(queries.visits(row), actor),
        "files": attachments("patrol.finding", row.pk),
        "referrals": [(phrases.DEPARTMENTS[one.department], one) for one in row.referrals.all()],
        "requests": [(phrases.WISHES[one.wish], one) for one in asked],
        "clock": _clock(row, at),
        "may": {step for step in STEPS if _may(step, row, actor)},
        "entries": history("patrol.finding", row.pk),
    }


def _hands(row: Finding) -> tuple[tuple[Any, UUID | None], ...]:
    words = phrases.HANDS
    return (words["found_by"], row.found_by), (words["rectifier"], row.rectifier), (words["rechecker"], row.rechecker)


def _may(step: str, row: Finding, actor: Actor) -> bool:
    """Whether the page shows a step to this person; the action asks again."""
    code, states = STEPS[step]
    if row.state not in states:
        return False
    if step == "recheck":
        is_open = row.rechecker in (None, actor.id)
        return is_open and actor.id not in (row.found_by, row.rectifier) and actor.may(code)
    if step == "refer" and department(PremisesKind(row.premises.kind), Result(row.result)) is None:
        return False
    return actor.may_at(code, row.area_path) and not (step == "ask_days" and row.is_extended)


def due(row: Finding) -> date | None:
    """The day on which the next step is due."""
    days = {S.FOUND: row.due_on, S.ASSIGNED: row.due_on, S.REPORTED: row.recheck_by, S.SUSPENDED: row.look_again_on}
    return days.get(S(row.state))


def _clock(row: Finding, at: datetime) -> Clock | None:
    day = due(row)
    if day is None:
        return None
    opens = row.reported_at if row.state == S.REPORTED and row.reported_at else row.found_at
    return clock(str(phrases.CLOCKS[S(row.state)]), opens=opens, due=Due(day, HOUR), now=at)


def rectifiers(row: Finding, at: datetime) -> list[tuple[UUID, str]]:
    """Who may put it right."""
    return [(one.pk, one.name) for one in holders(P.RECTIFY, row.area_path, at)]


def recheckers(row: Finding, at: datetime) -> list[tuple[UUID, str]]:
    """Those of the subdistrict who had no hand in it."""
    rows = queries.subdistrict(P.RECHECK, row.area_path, at)
    return [(one.pk, one.name) for one in rows if one.pk not in (row.found_by, row.rectifier)]
