"""Handling: contact, begun, paused, resumed, done."""

from datetime import datetime

from django.db import transaction

from sanshe.appeals.actions import clocks
from sanshe.appeals.actions.dispatch import lead_of
from sanshe.appeals.enums import ClockKind, E, LegState, Outcome, PauseReason, R, State, Step, Way
from sanshe.appeals.models import Appeal, Clock, Contact, Pause
from sanshe.appeals.queries.appeals import paused_days, running
from sanshe.appeals.queries.settings import term_of
from sanshe.appeals.rules import handling as rules
from sanshe.appeals.rules import intake
from sanshe.core.calendar.queries import worktime
from sanshe.core.kit import shanghai
from sanshe.core.kit.access import SYSTEM, Actor
from sanshe.core.kit.refused import Refused, insist
from sanshe.core.rows.actions import change, move, record


@transaction.atomic
def contact(*, appeal: Appeal, way: Way, is_reached: bool, by: Actor, at: datetime, said: str = "") -> Contact:
    """Somebody spoke, or tried to speak, with the resident: a fact, no state."""
    lead_of(appeal, by)
    insist(None if appeal.state in State.in_work() | {State.HANDLED} else R.CLOCK_STANDS)
    given = {"way": way, "is_reached": is_reached}
    row = Contact.objects.create(
        appeal=appeal, area_path=appeal.area_path, noted_at=at, noted_by=by.id, said=said.strip(), **given
    )
    if is_reached:
        clocks.stop(appeal, ClockKind.CONTACT, at=at)
    record(E.CONTACTED, appeal, by=by, at=at, **given)
    return row


@transaction.atomic
def begin(*, appeal: Appeal, by: Actor, at: datetime) -> Appeal:
    """The unit is at work on it."""
    leg = lead_of(appeal, by)
    if leg.state == LegState.DONE:  # done again
        move(leg, LegState.SIGNED)
    change(leg, begun_by=by.id)
    move(appeal, State.IN_HAND)
    record(E.BEGUN, appeal, by=by, at=at, unit=leg.unit_name)
    return appeal


@transaction.atomic
def pause(
    *, appeal: Appeal, reason: PauseReason, proof: str, told_at: datetime | None, by: Actor, at: datetime
) -> Pause:
    """The clock of handling stands, with proof, and the resident knows; ten working days in all, then it runs."""
    lead_of(appeal, by)
    clock, most = _handling(appeal), term_of(appeal.area_path, Step.PAUSES).n
    used = paused_days(clock)
    is_told = told_at is not None and shanghai.day(told_at) == shanghai.day(at) and told_at <= at
    given = {"is_paused": clock.paused_at is not None, "due": clock.due_at, "used": used, "most": most}
    insist(rules.refusal_to_pause(**given, at=at, proof=proof, is_told=is_told), most=most)
    change(clock, paused_at=at, pause_ends_at=worktime().pause_ends(at, used, most))
    said = {"reason": reason, "proof": proof.strip()}
    row = Pause.objects.create(
        clock=clock, area_path=appeal.area_path, told_at=told_at, starts_at=at, noted_by=by.id, **said
    )
    record(E.PAUSED, appeal, by=by, at=at, **said)
    return row


@transaction.atomic
def resume(*, appeal: Appeal, by: Actor, at: datetime, note: str = "") -> Clock:
    """It runs again; its due goes on by what lay in the pause."""
    lead_of(appeal, by)
    return _resume(_handling(appeal), by, at, note)


@transaction.atomic
def resume_due(*, at: datetime) -> int:
    """Clocks that stood as long as they may run again, from when they had to."""
    rows = Clock.objects.filter(stopped_at=None, pause_ends_at__lte=at).select_related("appeal")
    for clock in rows:
        assert clock.pause_ends_at is not None
        _resume(clock, SYSTEM, clock.pause_ends_at, "")
    return len(rows)


def _resume(clock: Clock, by: Actor, at: datetime, note: str) -> Clock:
    insist(rules.refusal_to_resume(is_paused=clock.paused_at is not None))
    end_pause(clock, at, note)
    clocks.move(clock, to=at)
    record(E.RESUMED, clock.appeal, by=by, at=at, note=note.strip()[:120], due=clock.due_at.isoformat())
    return clock


def end_pause(clock: Clock, at: datetime, note: str = "") -> None:
    Pause.objects.filter(clock=clock, ends_at=None).update(ends_at=at, end_note=note.strip()[:120])


@transaction.atomic
def report_handled(*, appeal: Appeal, what: str, outcome: Outcome, by: Actor, at: datetime) -> Appeal:
    """What was done. The clock of handling stops here, if the check passes."""
    insist(intake.refusal_of_words(what))
    leg = lead_of(appeal, by)
    move(leg, LegState.DONE, done_at=at, done_by=by.id, done=what.strip())
    move(appeal, State.HANDLED, outcome=outcome, verifier=None)
    end_pause(_handling(appeal), at)
    clocks.stop(appeal, ClockKind.HANDLE, at=at)
    clocks.stop(appeal, ClockKind.LEG, at=at, leg=leg)
    clocks.start(appeal, ClockKind.VERIFY, term_of(appeal.area_path, Step.VERIFY), at=at)
    record(E.HANDLED, appeal, by=by, at=at, unit=leg.unit_name, outcome=outcome)
    return appeal


def _handling(appeal: Appeal) -> Clock:
    clock = running(appeal, ClockKind.HANDLE)
    if clock is None:
        raise Refused(R.CLOCK_STANDS)
    return clock
