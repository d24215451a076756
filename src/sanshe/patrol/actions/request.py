"""More days, or that it waits: asked by one person, answered by another."""

from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, transaction

from sanshe.core.calendar.queries import workdays
from sanshe.core.calendar.types import Due
from sanshe.core.kit import shanghai
from sanshe.core.kit.access import Actor
from sanshe.core.kit.refused import Refused, insist
from sanshe.core.rows.actions import change, move, record
from sanshe.core.rows.enums import R as Rows
from sanshe.core.rows.rules import another, may_move
from sanshe.patrol.enums import Duty, E, FindingState, R, Result, Wish
from sanshe.patrol.models import Finding, Request
from sanshe.patrol.rules import finding as rules

S = FindingState
PUT_RIGHT = (S.FOUND, S.ASSIGNED)  # while somebody puts it right


@transaction.atomic
def ask_days(*, finding: Finding, days: int, ground: str, by: Actor, at: datetime) -> Request:
    """More working days, once, before the term ends."""
    facts = {"was_extended": finding.is_extended, "is_over": at >= _due(finding).moment}
    insist(rules.refusal_to_extend(**facts, days=days, result=Result(finding.result)))
    return _ask(finding, Wish.EXTENSION, ground, by, at, days=days)


@transaction.atomic
def ask_to_wait(*, finding: Finding, look_again_on: date | None, ground: str, by: Actor, at: datetime) -> Request:
    """That it waits until a day within thirty."""
    facts = {"ground": ground, "on": shanghai.day(at), "look_again_on": look_again_on}
    insist(rules.refusal_to_suspend(**facts))
    return _ask(finding, Wish.SUSPENSION, ground, by, at, look_again_on=look_again_on)


def _due(finding: Finding) -> Due:
    return Due(finding.due_on, rules.HOUR)


def _ask(finding: Finding, wish: Wish, ground: str, by: Actor, at: datetime, **said: Any) -> Request:
    insist(None if ground.strip() else R.NO_GROUND)
    insist(Rows.NOT_NOW if finding.state not in PUT_RIGHT else None, state=S(finding.state))
    told = {"wish": wish, "ground": ground.strip()[:200], **said}
    try:
        with transaction.atomic():
            row = Request.objects.create(
                finding=finding, area_path=finding.area_path, asked_at=at, asked_by=by.id, **told
            )
    except IntegrityError as error:
        raise Refused(R.ASKED_ALREADY) from error
    record(E.ASKED, finding, by=by, at=at, **told)
    return row


@transaction.atomic
def grant(*, request: Request, by: Actor, at: datetime) -> Request:
    """Another person agrees: the term moves, or it waits."""
    finding = request.finding
    _answer(request, True, "", by, at)
    if request.wish == Wish.SUSPENSION:
        move(finding, S.SUSPENDED, look_again_on=request.look_again_on)
    else:
        insist(None if finding.state in PUT_RIGHT else Rows.NOT_NOW, state=S(finding.state))
        change(finding, is_extended=True, due_on=workdays().add_workdays(finding.due_on, request.days or 0))
    record(E.GRANTED, finding, by=by, at=at, wish=request.wish, due_on=finding.due_on)
    return request


@transaction.atomic
def decline(*, request: Request, words: str, by: Actor, at: datetime) -> Request:
    """Another person does not agree, and says why."""
    insist(None if words.strip() else R.NO_GROUND)
    _answer(request, False, words, by, at)
    record(E.DECLINED, request.finding, by=by, at=at, wish=request.wish, note=words.strip()[:200])
    return request


def _answer(row: Request, is_granted: bool, words: str, by: Actor, at: datetime) -> None:
    another(by.id, [row.asked_by], Duty.ASKER)
    insist(None if row.is_granted is None else R.ANSWERED_ALREADY)
    change(row, is_granted=is_granted, answer=words.strip()[:200], answered_at=at, answered_by=by.id)


@transaction.atomic
def resume(*, finding: Finding, by: Actor, at: datetime) -> Finding:
    """What waited is put right now, with a new term."""
    due_on = workdays().add_workdays(shanghai.day(at), rules.TERMS[Result(finding.result)])
    insist(None if may_move(S(finding.state), S.ASSIGNED) and finding.state == S.SUSPENDED else Rows.NOT_NOW,
           state=S(finding.state))  # fmt: skip
    move(finding, S.ASSIGNED, due_on=due_on, look_again_on=None)
    record(E.RESUMED, finding, by=by, at=at, due_on=due_on)
    return finding
