"""What the resident does: withdraws, reopens, notes a night."""

from datetime import date, datetime

from django.db import transaction

from sanshe.appeals.actions import clocks
from sanshe.appeals.actions.check import redo
from sanshe.appeals.actions.dispatch import end_leg
from sanshe.appeals.enums import E, State, Step
from sanshe.appeals.models import Appeal, Leg, Night, Pause
from sanshe.appeals.models.leg import OPEN
from sanshe.appeals.queries.settings import term_of
from sanshe.appeals.rules import check as rules
from sanshe.core.calendar.queries import worktime
from sanshe.core.kit import shanghai
from sanshe.core.kit.access import Actor
from sanshe.core.kit.refused import insist
from sanshe.core.rows.actions import change, move, record


@transaction.atomic
def withdraw(*, appeal: Appeal, by: Actor, at: datetime) -> Appeal:
    """Before it was handled. What still ran is neither met nor missed."""
    move(appeal, State.WITHDRAWN, closed_at=at)
    for leg in Leg.objects.filter(appeal=appeal, state__in=OPEN):
        end_leg(leg, at)
    Pause.objects.filter(clock__appeal=appeal, ends_at=None).update(ends_at=at)
    clocks.drop(appeal, at=at)
    record(E.WITHDRAWN, appeal, by=by, at=at)
    return appeal


@transaction.atomic
def reopen(*, appeal: Appeal, words: str, by: Actor, at: datetime, is_own: bool = True) -> Appeal:
    """By the resident, or by another one who is affected and has longer: with words, and a whole new term."""
    until = appeal.reopen_until
    if not is_own and appeal.closed_at is not None:
        until = worktime().due(appeal.closed_at, term_of(appeal.area_path, Step.REOPEN_OTHER))
    days = term_of(appeal.area_path, Step.REOPEN if is_own else Step.REOPEN_OTHER).n
    insist(rules.refusal_to_reopen(until=until, at=at, words=words), days=days)
    text = f"{appeal.text}\n{words.strip()}"
    redo(appeal, State.REOPENED, by, at)
    change(appeal, text=text, reach="", solved="", satisfied="")
    return appeal


@transaction.atomic
def note_night(*, appeal: Appeal, night: date, times: int, by: Actor, at: datetime) -> Night:
    """How often it happened in a night, by the resident's own count; changed within a day."""
    row = Night.objects.filter(appeal=appeal, night=night).first()
    noted = row.noted_at if row else None
    insist(rules.refusal_of_night(night=night, today=shanghai.day(at), noted_at=noted, at=at))
    if row is None:
        row = Night.objects.create(appeal=appeal, area_path=appeal.area_path, night=night, times=times, noted_at=at)
    else:
        row = change(row, times=times)
    record(E.NIGHT_NOTED, appeal, by=by, at=at, night=night.isoformat(), times=times)
    return row
