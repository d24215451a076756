"""Findings: given to somebody, reported done, visited by another person, referred."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from sanshe.core.accounts.queries.people import holders
from sanshe.core.areas.enums import PremisesKind
from sanshe.core.calendar.queries import workdays
from sanshe.core.kit import shanghai
from sanshe.core.kit.access import Actor
from sanshe.core.kit.refused import Refused, insist
from sanshe.core.rows.actions import change, move, record
from sanshe.core.rows.enums import R as Rows
from sanshe.core.rows.rules import another
from sanshe.patrol.actions.visit import digest, refuse, written
from sanshe.patrol.enums import OPEN, Consent, Department, Duty, E, FindingState, P, Purpose, R, Result
from sanshe.patrol.models import Finding, Referral, Visit
from sanshe.patrol.queries.findings import subdistrict
from sanshe.patrol.rules import finding as rules
from sanshe.patrol.types import Event

S = FindingState


@transaction.atomic
def give(*, finding: Finding, person: UUID, by: Actor, at: datetime) -> Finding:
    """Give it to somebody who rectifies there."""
    may = {one.pk for one in holders(P.RECTIFY, finding.area_path, at)}
    insist(None if person in may else R.NOT_A_RECTIFIER)
    move(finding, S.ASSIGNED, rectifier=person)
    record(E.ASSIGNED, finding, by=by, at=at, person=str(person), due_on=finding.due_on)
    return finding


@transaction.atomic
def report(
    *, finding: Finding, words: str, consent: Consent | None = None, is_cleared: bool = False, second_words: str = "",
    photos: int = 0, by: Actor, at: datetime,
) -> Finding:  # fmt: skip
    """What was done, with evidence. What was never given to anybody was put right on the spot."""
    facts = {"words": words, "is_cleared": is_cleared, "consent": consent, "photos": photos, "second": second_words}
    insist(rules.refusal_to_report(**facts))
    term = rules.CLEARED_TERM if finding.state == S.FOUND else rules.RECHECK_TERM
    said: dict[str, Any] = {"done": words.strip()[:500], "done_second": second_words.strip()[:200]}
    said |= {"consent": consent or "", "rectifier": by.id, "reported_at": at, "recheck_by": _term(at, term)}
    if finding.rechecker == by.id:
        said["rechecker"] = None
    move(finding, S.REPORTED, **said)
    record(E.REPORTED, finding, by=by, at=at, words=words.strip(), consent=consent or "")
    return finding


def _term(at: datetime, days: int) -> Any:
    return workdays().add_workdays(shanghai.day(at), days)


@transaction.atomic
def name_rechecker(*, finding: Finding, person: UUID, by: Actor, at: datetime) -> Finding:
    """Somebody of the subdistrict who had no hand in it; it is open to them until it ends."""
    insist(Rows.NOT_NOW if finding.state not in OPEN else None, state=S(finding.state))
    another(person, [finding.found_by], Duty.FINDER)
    another(person, [finding.rectifier], Duty.RECTIFIER)
    may = {one.pk for one in subdistrict(P.RECHECK, finding.area_path, at)}
    insist(None if person in may else R.NOT_A_RECHECKER)
    change(finding, rechecker=person)
    record(E.RECHECKER_NAMED, finding, by=by, at=at, person=str(person))
    return finding


@transaction.atomic
def recheck(*, finding: Finding, event: Event, by: Actor, at: datetime) -> FindingState | R:
    """The visit of another person: gone, it is closed; never there, it is not established; there, it goes back; a
    locked door says nothing, and the visit stands all the same."""
    insist(Rows.NOT_NOW if finding.state not in (S.FOUND, S.REPORTED) else None, state=S(finding.state))
    another(by.id, [finding.found_by], Duty.FINDER)
    another(by.id, [finding.rectifier], Duty.RECTIFIER)
    refuse(event, is_recheck=True)
    where = {"area_path": finding.area_path, "premises_id": finding.premises_id, "finding": finding}
    visit = Visit(purpose=Purpose.RECHECK, worker=by.id, received_at=at, **where, **written(event, digest(event)))
    visit.save(force_insert=True)
    to = rules.after_recheck(state=S(finding.state), outcome=event.outcome, result=event.result)
    if isinstance(to, R) or to == finding.state:
        change(finding)  # whoever acted meanwhile is told
    else:
        move(finding, to, **_after(finding, to, visit, at))
    said = {"outcome": event.outcome, "result": event.result or "", "kg": event.kg}
    record(E.RECHECKED, finding, by=by, at=at, **said, state=finding.state)
    return to


def _after(finding: Finding, to: FindingState, visit: Visit, at: datetime) -> dict[str, Any]:
    """Ended by this visit, or back with a new term."""
    if to not in OPEN:
        return {"ending": visit, "ended_at": visit.went_at}
    return {"due_on": _term(at, rules.TERMS[Result(finding.result)]), "recheck_by": None, "is_extended": False}


@transaction.atomic
def refer(*, finding: Finding, department: Department, number: str, by: Actor, at: datetime) -> Referral:
    """To a department, under the number of the letter; it answers within ten working days or is chased."""
    kind, result = PremisesKind(finding.premises.kind), Result(finding.result)
    insist(rules.refusal_to_refer(kind=kind, result=result, number=number))
    move(finding, S.REFERRED)
    said = {"department": department, "number": number.strip()[:60], "answer_by": _term(at, rules.ANSWER_TERM)}
    row = Referral.objects.create(finding=finding, area_path=finding.area_path, sent_at=at, sent_by=by.id, **said)
    record(E.REFERRED, finding, by=by, at=at, department=department, number=row.number)
    return row


@transaction.atomic
def answer(*, finding: Finding, words: str, by: Actor, at: datetime) -> Finding:
    """What the department answered: somebody visits again."""
    insist(None if words.strip() else R.NO_WORDS)
    told = {"answer": words.strip()[:500], "answered_at": at}
    move(finding, S.REPORTED, reported_at=at, done=told["answer"], recheck_by=_term(at, rules.RECHECK_TERM))
    if not Referral.objects.filter(finding=finding, answered_at=None).update(**told):
        raise Refused(R.ANSWERED_ALREADY)
    record(E.ANSWERED, finding, by=by, at=at, words=told["answer"])
    return finding
