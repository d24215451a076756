"""The day itself: start, call, present, ask, done. Every act turns the session's tick, which the screens follow."""

import datetime
from typing import Any

from django.db import transaction
from django.db.models import Max

from sanshe.core.kit.access import Actor
from sanshe.core.kit.prefix import covers
from sanshe.core.kit.refused import Refused, insist
from sanshe.core.rows.actions import change, move, record
from sanshe.incubation.actions.panel.screens import tick
from sanshe.incubation.enums.call.application import ApplicationState
from sanshe.incubation.enums.panel.panel import SlotState as S
from sanshe.incubation.enums.panel.score import AfterCall
from sanshe.incubation.enums.panel.session import Phase
from sanshe.incubation.enums.panel.session import SessionEvent as E
from sanshe.incubation.enums.panel.session import SessionRefusal as R
from sanshe.incubation.models import Application, Batch, Panel, Panelist, Slot
from sanshe.incubation.queries.panel import panel as queries
from sanshe.incubation.queries.panel.score import own_sheets
from sanshe.incubation.rules.panel import score as score_rules
from sanshe.incubation.rules.panel import session as rules


def tell(event: E, panel: Panel, by: Actor, at: datetime.datetime, **new: Any) -> None:
    """On record, and the screens that follow are told."""
    record(event, panel, by=by, at=at, **new)
    tick(panel_id=panel.pk, is_turn=True)


def chaired(batch: Batch, by: Actor) -> Panel:
    """The panel, when this person may lead the session."""
    seat = queries.member_of(by, batch)
    here = (grant for grant in by.grants if covers([grant.path], batch.area_path))
    is_operator = any(grant.role == "centre_operator" for grant in here)
    insist(rules.refusal_to_chair(is_chair=bool(seat and seat.is_chair), is_operator=is_operator))
    panel = queries.panel_of(batch)
    if panel is None:
        raise Refused(R.NOT_LOCKED)
    return panel


@transaction.atomic
def start(*, batch: Batch, by: Actor, at: datetime.datetime) -> None:
    panel = chaired(batch, by)
    insist(rules.refusal_to_start(locked=panel.locked_at is not None, started=panel.started_at is not None))
    change(panel, refused=R.STALE, started_at=at)
    tell(E.STARTED, panel, by, at)


@transaction.atomic
def arrive(*, panelist: Panelist, by: Actor, at: datetime.datetime) -> None:
    """Note that a member is in the room; again is nothing."""
    _note(panelist, is_here=True, by=by, at=at)


@transaction.atomic
def not_here(*, panelist: Panelist, by: Actor, at: datetime.datetime) -> None:
    """Take back a note of presence that was a mistake."""
    _note(panelist, is_here=False, by=by, at=at)


def _note(panelist: Panelist, *, is_here: bool, by: Actor, at: datetime.datetime) -> None:
    panel = chaired(panelist.panel.batch, by)
    facts = {"ended": panel.ended_at is not None, "has_sheets": bool(own_sheets(panelist))}
    insist(rules.refusal_to_note_presence(is_here=is_here, **facts))
    if (panelist.arrived_at is not None) != is_here:
        change(panelist, refused=R.STALE, arrived_at=at if is_here else None)
        tell(E.ARRIVED if is_here else E.LEFT, panel, by, at, person=panelist.person)


@transaction.atomic
def call_next(*, batch: Batch, by: Actor, at: datetime.datetime) -> Slot:
    """Call the next number of the order."""
    panel = chaired(batch, by)
    left, stage = queries.next_slot(batch), queries.on_stage(batch)
    running = {"started": panel.started_at is not None, "ended": panel.ended_at is not None}
    insist(rules.refusal_to_call(**running, on_stage=stage is not None, left=1 if left else 0))
    assert left is not None
    move(left, S.CALLED, refused=R.STALE, calls=left.calls + 1, called_at=at)
    tell(E.CALLED, panel, by, at, place=left.place, times=left.calls)
    return left


@transaction.atomic
def no_answer(*, batch: Batch, by: Actor, at: datetime.datetime) -> AfterCall:
    """Nobody came: called again, then to the end of the order, then absent."""
    panel, slot = chaired(batch, by), _on_stage(batch)
    after = score_rules.after_unanswered_call(times=slot.calls, went_last=slot.was_moved)
    if after == AfterCall.CALL_AGAIN:
        change(slot, refused=R.STALE, calls=slot.calls + 1, called_at=at)
        tell(E.CALLED, panel, by, at, place=slot.place, times=slot.calls)
    elif after == AfterCall.GO_LAST:
        last = panel.slots.aggregate(last=Max("turn"))["last"] + 1
        move(slot, S.WAITING, refused=R.STALE, turn=last, calls=0, was_moved=True)
        tell(E.MOVED_LAST, panel, by, at, place=slot.place)
    else:
        move(slot, S.ABSENT, refused=R.STALE, done_at=at)
        _set_state(slot, ApplicationState.ABSENT)
        tell(E.ABSENT, panel, by, at, place=slot.place)
    return after


@transaction.atomic
def begin(*, batch: Batch, by: Actor, at: datetime.datetime) -> None:
    """They are here: the presentation begins."""
    panel, slot = chaired(batch, by), _on_stage(batch)
    said = {"started_at": at, "phase": Phase.PRESENT, "phase_at": at, "added": 0, "paused_at": None}
    move(slot, S.PRESENTING, refused=R.STALE, **said)
    tell(E.PRESENTING, panel, by, at, place=slot.place)


@transaction.atomic
def set_phase(*, batch: Batch, phase: Phase, by: Actor, at: datetime.datetime) -> None:
    """Go on to questions or to scoring; the countdown starts anew."""
    panel, slot = chaired(batch, by), _on_stage(batch)
    insist(None if slot.state == S.PRESENTING else R.NOBODY_ON_STAGE)
    change(slot, refused=R.STALE, phase=phase, phase_at=at, added=0, paused_at=None)
    tell(E.PHASE, panel, by, at, place=slot.place, phase=phase)


@transaction.atomic
def add_minute(*, batch: Batch, by: Actor, at: datetime.datetime) -> None:
    """One minute more for this phase."""
    panel, slot = chaired(batch, by), _on_stage(batch)
    insist(rules.refusal_to_change_countdown(phase=slot.phase))
    change(slot, refused=R.STALE, added=slot.added + 1)
    tell(E.ADDED, panel, by, at, place=slot.place, minutes=slot.added)


@transaction.atomic
def pause(*, batch: Batch, by: Actor, at: datetime.datetime) -> None:
    """Hold the countdown, or let it go on with what was left."""
    panel, slot = chaired(batch, by), _on_stage(batch)
    insist(rules.refusal_to_change_countdown(phase=slot.phase))
    if slot.paused_at is None:
        change(slot, refused=R.STALE, paused_at=at)
    else:
        begun = rules.moved_on(begun=slot.phase_at or at, paused=slot.paused_at, at=at)
        change(slot, refused=R.STALE, phase_at=begun, paused_at=None)
    tell(E.PAUSED if slot.paused_at else E.RESUMED, panel, by, at, place=slot.place)


@transaction.atomic
def ask(*, batch: Batch, text: str, by: Actor, at: datetime.datetime, who: str = "") -> None:
    """Note a question that was put, and who put it."""
    panel, slot = chaired(batch, by), _on_stage(batch)
    insist(None if text.strip() else R.NO_QUESTION)
    said = {"text": text.strip()[:300], "who": who[:20], "at": at.isoformat()}
    change(slot, refused=R.STALE, questions=[*slot.questions, said])
    tell(E.ASKED, panel, by, at, place=slot.place)


@transaction.atomic
def finish(*, batch: Batch, by: Actor, at: datetime.datetime) -> None:
    """This turn is over. Sheets not sealed yet may still be sealed, and are waited for at the end."""
    panel, slot = chaired(batch, by), _on_stage(batch)
    move(slot, S.DONE, refused=R.STALE, done_at=at, phase="", paused_at=None)
    _set_state(slot, ApplicationState.SCORED)
    tell(E.DONE, panel, by, at, place=slot.place)


@transaction.atomic
def end(*, batch: Batch, by: Actor, at: datetime.datetime) -> None:
    """The last turn is over."""
    panel = chaired(batch, by)
    left = queries.slots(batch).filter(state=S.WAITING).count()
    insist(rules.refusal_to_end(on_stage=queries.on_stage(batch) is not None, left=left), left=left)
    change(panel, refused=R.STALE, ended_at=at)
    tell(E.ENDED, panel, by, at)


def _on_stage(batch: Batch) -> Slot:
    slot = queries.on_stage(batch)
    if slot is None:
        raise Refused(R.NOBODY_ON_STAGE)
    return slot


def _set_state(slot: Slot, to: ApplicationState) -> None:
    move(Application.objects.get(pk=slot.application_id), to, refused=R.STALE)
