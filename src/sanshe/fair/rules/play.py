"""Who may answer which riddle now."""

from datetime import datetime, timedelta
from math import ceil

from sanshe.fair.enums import Mode, R, RiddleState
from sanshe.fair.types import Tried

TRIES, COOL = 3, timedelta(seconds=20)
BY_STATE = {
    RiddleState.HELD: R.TORN,
    RiddleState.WON: R.WON,
    RiddleState.SEALED: R.SEALED,
    RiddleState.EXPIRED: R.NOT_HUNG,
    RiddleState.DRAFT: R.NOT_HUNG,
    RiddleState.CHECKED: R.NOT_HUNG,
}


def refusal_of_state(state: RiddleState) -> R | None:
    """What hangs can be answered, and nothing else."""
    return BY_STATE.get(state)


def refusal_of_card(*, wins: int, per_card: int) -> R | None:
    return R.CARD_FULL if wins >= per_card else None


def refusal_to_try(tried: Tried, *, at: datetime) -> R | None:
    """Three tries of a card at a riddle, twenty seconds apart."""
    if tried.n >= TRIES:
        return R.NO_TRIES
    return R.WAIT if tried.last_at and at < tried.last_at + COOL else None


def seconds_left(tried: Tried, at: datetime) -> int:
    """How long until the next try; at least one second while one waits."""
    return max(0, ceil((tried.last_at + COOL - at).total_seconds())) if tried.last_at else 0


def refusal_by_phone(mode: Mode) -> R | None:
    return R.ONLY_AT_DESK if mode == Mode.PAPER else None
