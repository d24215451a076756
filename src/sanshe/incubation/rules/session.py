"""The order of the day: when the next may be called, and what the one on stage may go to."""

from sanshe.incubation.enums.session import Phase
from sanshe.incubation.enums.session import SessionRefusal as R

MINUTES = {Phase.PRESENT: 5, Phase.QUESTIONS: 5, Phase.SCORING: 2}


def refusal_to_chair(*, is_chair: bool, is_operator: bool) -> R | None:
    """The chair leads; the centre's operator runs the board for the chair."""
    return None if is_chair or is_operator else R.NOT_CHAIR


def refusal_to_start(*, locked: bool, started: bool) -> R | None:
    if not locked:
        return R.NOT_LOCKED
    return R.STARTED if started else None


def refusal_to_call(*, started: bool, ended: bool, on_stage: bool, left: int) -> R | None:
    """One at a time, in the drawn order."""
    if not started or ended:
        return R.NOT_RUNNING
    if on_stage:
        return R.SOMEBODY_ON_STAGE
    return None if left else R.NOBODY_LEFT


def refusal_to_end(*, on_stage: bool, left: int) -> R | None:
    if on_stage:
        return R.SOMEBODY_ON_STAGE
    return R.STILL_WAITING if left else None
