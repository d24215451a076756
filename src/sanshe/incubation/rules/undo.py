"""A legal commitment of an applicant may be taken back for ten minutes, and never after its window."""

import datetime

from sanshe.incubation.enums.undo import UndoRefusal as R

UNDO = datetime.timedelta(minutes=10)


def until(*, done_at: datetime.datetime, closes: datetime.datetime) -> datetime.datetime:
    """The first moment that is too late."""
    return min(done_at + UNDO, closes)


def refusal_to_undo(
    *, until: datetime.datetime, at: datetime.datetime, is_handled: bool, is_own_hand: bool = True
) -> R | None:
    """What somebody has acted on stands, whatever the clock says; only who handed it in takes it back."""
    if is_handled:
        return R.HANDLED
    if not is_own_hand:
        return R.NOT_YOURS
    return R.OVER if at >= until else None
