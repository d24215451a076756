"""Clocks of appeals: started, stopped, run on, moved. Called by the acts that they measure, in their transaction."""

from datetime import datetime

from django.db import transaction
from django.db.models import Case, F, Value, When

from sanshe.appeals.enums import ClockKind
from sanshe.appeals.models import Appeal, Clock, Leg, Pause
from sanshe.appeals.queries.appeals import stood
from sanshe.core.calendar.queries import worktime
from sanshe.core.calendar.types import Pause as Stood
from sanshe.core.calendar.types import Term
from sanshe.core.rows.actions import change


@transaction.atomic(savepoint=False)
def start(row: Appeal, kind: ClockKind, term: Term, *, at: datetime, leg: Leg | None = None) -> Clock:
    """A clock that runs from a moment on."""
    due = worktime().due(at, term)
    near = worktime().near(due, term.kind)
    said = {"n": term.n, "day_kind": term.kind, "due_at": due, "near_at": near}
    return Clock.objects.create(appeal=row, leg=leg, area_path=row.area_path, kind=kind, started_at=at, **said)


@transaction.atomic(savepoint=False)
def stop(row: Appeal, kind: ClockKind, *, at: datetime, leg: Leg | None = None) -> None:
    """The running clock of this kind ends here, met or missed. One that stands begins to run first."""
    found = Clock.objects.filter(appeal=row, kind=kind, leg=leg, stopped_at=None)
    met = Case(When(due_at__gt=at, then=Value(True)), default=Value(False))
    if not found.filter(paused_at=None).update(stopped_at=at, is_met=met, version=F("version") + 1):
        for clock in found:
            move(clock, to=at)
            change(clock, stopped_at=at, is_met=at < clock.due_at)


@transaction.atomic(savepoint=False)
def drop(row: Appeal, *, at: datetime, leg: Leg | None = None) -> None:
    """What still runs is neither met nor missed."""
    rows = Clock.objects.filter(appeal=row, stopped_at=None)
    rows = rows.filter(leg=leg) if leg else rows
    rows.update(stopped_at=at, paused_at=None, pause_ends_at=None, version=F("version") + 1)


@transaction.atomic(savepoint=False)
def run_on(clock: Clock) -> None:
    """It was stopped too early: it ran on all the time."""
    change(clock, stopped_at=None, is_met=None)


@transaction.atomic(savepoint=False)
def move(clock: Clock, *, to: datetime) -> None:
    """Its due goes on by the time it stood until `to`."""
    assert clock.paused_at is not None
    due = worktime().after_pause(clock.due_at, Stood(clock.paused_at, to), clock.term.kind)
    near = worktime().near(due, clock.term.kind)
    change(clock, due_at=due, near_at=near, paused_at=None, pause_ends_at=None)


@transaction.atomic(savepoint=False)
def retime(clock: Clock, term: Term, *, at: datetime) -> None:
    """Another term from the same start. One that stands is counted up to now and stands on from now."""
    pauses = Pause.objects.filter(clock=clock).values_list("starts_at", "ends_at")
    spans = [(start, end or at) for start, end in pauses]
    due = worktime().changed(clock.started_at, term, stood(spans), at)
    said = {"n": term.n, "day_kind": term.kind, "due_at": due, "near_at": worktime().near(due, term.kind)}
    change(clock, paused_at=at if clock.paused_at else None, **said)
