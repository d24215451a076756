"""The order of the day: when the next may be called, and what the one on stage may go to."""

from datetime import datetime, timedelta

from sanshe.incubation.enums.panel.session import Phase
from sanshe.incubation.enums.panel.session import SessionRefusal as R

MINUTES = {Phase.PRESENT: 5, Phase.QUESTIONS: 5, Phase.SCORING: 2}


def refusal_to_chair(*, is_chair: bool, is_operator: bool) -> R | None:
    """The chair leads; the centre's operator runs the board for the chair."""
    return None if is_chair or is_operator else R.NOT_CHAIR


def refusal_to_start(*, locked: bool, started: bool) -> R | None:
    if not locked:
        return R.NOT_LOCKED
    return R.STARTED if started else None


def refusal_to_note_presence(*, ended: bool, is_here: bool, has_sheets: bool) -> R | None:
    """Who is in the room is noted until the end; who has scored was there."""
    if ended:
        return R.OVER
    return R.HAS_SHEETS if has_sheets and not is_here else None


def refusal_to_call(*, started: bool, ended: bool, on_stage: bool, left: int) -> R | None:
    """One at a time, in the drawn order."""
    if not started or ended:
        return R.NOT_RUNNING
    if on_stage:
        return R.SOMEBODY_ON_STAGE
    return None if left else R.NOBODY_LEFT


def refusal_to_change_countdown(*, phase: str) -> R | None:
    """A minute may be added, or the clock held, only while one runs."""
    return None if phase else R.NO_COUNTDOWN


def ends_at(*, phase: Phase, begun: datetime, added: int) -> datetime:
    """When a phase runs out: its minutes, and those the chair added."""
    return begun + timedelta(minutes=MINUTES[phase] + added)


def moved_on(*, begun: datetime, paused: datetime, at: datetime) -> datetime:
    """The beginning a phase would have had without the pause, so that what was left is left again."""
    return begun + max(at - paused, timedelta(0))


def refusal_to_end(*, on_stage: bool, left: int) -> R | None:
    if on_stage:
        return R.SOMEBODY_ON_STAGE
    return R.STILL_WAITING if left else None


def refusal_to_note_leaving(
    *, locked: bool, tabulated: bool, has_left: bool, reason: str, after: int, sealed_to: int, called_to: int
) -> R | None:
    """A member leaves after a turn: not before the last they sealed, not behind the last that was called."""
    checks = (
        (not locked, R.LIST_OPEN),
        (tabulated, R.TABULATED),
        (has_left, R.LEFT_ALREADY),
        (not reason.strip(), R.NO_REASON),
        (after < sealed_to, R.SEALED_LATER),
        (after > called_to, R.NOT_CALLED_YET),
    )
    return next((code for holds, code in checks if holds), None)


def refusal_to_agree_leaving(
    *, tabulated: bool, has_left: bool, noted_by: str, leaver: str, by: str, after: int, sealed_to: int
) -> R | None:
    """Somebody agrees who neither noted it nor leaves; what was sealed meanwhile is asked again."""
    checks = (
        (tabulated, R.TABULATED),
        (has_left, R.LEFT_ALREADY),
        (not noted_by, R.NOT_NOTED),
        (by in (noted_by, leaver), R.SAME_PERSON),
        (after < sealed_to, R.SEALED_LATER),
    )
    return next((code for holds, code in checks if holds), None)
