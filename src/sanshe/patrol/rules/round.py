"""Rounds: their days, the frame against the last one, who walks, what is added behind the frame."""

import hashlib
from collections.abc import Collection, Iterable
from datetime import date
from uuid import UUID

from sanshe.patrol.enums import R, RoundState

KEY_TERM = 10  # working days of a full round in which the doors of key compounds are seen


def refusal_of_days(*, starts_on: date, ends_on: date, season: tuple[date, date]) -> R | None:
    """The days of a round lie in its season."""
    return None if season[0] <= starts_on <= ends_on <= season[1] else R.ROUND_DAYS_WRONG


def digest(doors: Iterable[UUID]) -> str:
    """The same for the same doors, in whatever order they come."""
    return hashlib.sha256("\n".join(sorted(str(one) for one in doors)).encode()).hexdigest()


def refusal_to_freeze(*, state: RoundState, doors: int, read: str, now: str) -> R | None:
    """Once, and only the frame that was read."""
    if state != RoundState.PLANNED:
        return R.FRAME_FROZEN
    if not doors:
        return R.FRAME_EMPTY
    return None if read == now else R.FRAME_MOVED


def refusal_when_not_walked(state: RoundState) -> R | None:
    """Nobody is sent, and nothing is added, before the frame is frozen or after the round is over."""
    if state == RoundState.PLANNED:
        return R.NOT_FROZEN
    return R.ROUND_OVER if state == RoundState.CLOSED else None


def refusal_to_assign(*, state: RoundState, stops: int, worker: UUID, may: Collection[UUID]) -> R | None:
    """Only who may visit everywhere there is sent."""
    if refused := refusal_when_not_walked(state):
        return refused
    if not stops:
        return R.NO_STOPS
    return None if worker in may else R.NOT_A_WALKER


def refusal_to_add(*, state: RoundState, is_there: bool, is_merged: bool) -> R | None:
    """Behind a frozen frame a door is added beside it, once."""
    if refused := refusal_when_not_walked(state):
        return refused
    if is_merged:
        return R.PREMISES_MERGED
    return R.STOP_THERE if is_there else None
