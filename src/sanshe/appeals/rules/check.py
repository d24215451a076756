"""Verifying, calling back, and what a resident may still do when a matter is closed."""

from collections.abc import Collection
from datetime import date, datetime, timedelta
from uuid import UUID

from sanshe.appeals.enums import About, R, Reach, Satisfied, Solved, State

TRIES, DAYS = 3, 2
EDITABLE = timedelta(hours=24)


def refusal_to_call(*, has_phone: bool, by: UUID | None, hands: Collection[UUID]) -> R | None:
    """Somebody calls who had no hand in it; who left no telephone is not called."""
    if not has_phone:
        return R.NO_CALLBACK
    return R.OWN_CALL if by is None or by in hands else None


def refusal_of_verdict(*, reach: Reach, solved: Solved | None, satisfied: Satisfied) -> R | None:
    """Who was reached says whether it is solved; who was not says nothing."""
    if reach == Reach.REACHED:
        return None if solved else R.NO_VERDICT
    return R.NO_VERDICT if solved or satisfied != Satisfied.UNSAID else None


def after_call(*, reach: Reach, solved: Solved | None, wants_redo: bool | None, days: Collection[date]) -> State | None:
    """Where a call leads: closed, done again, or nowhere yet. `days` are those of all tries, this one counted.

    What is not solved is done again, unless the resident says not to; what is partly solved when they say so.
    """
    if reach != Reach.REACHED:
        return State.CLOSED if len(days) >= TRIES and len(set(days)) >= DAYS else None
    is_redone = (solved == Solved.UNSOLVED and wants_redo is not False) or (solved == Solved.PARTLY and wants_redo)
    return State.REDO if is_redone else State.CLOSED


def refusal_to_reopen(*, until: datetime | None, at: datetime, words: str) -> R | None:
    """Within the window, with words."""
    if until is None or at >= until:
        return R.WINDOW_OVER
    return None if words.strip() else R.NO_WORDS


def refusal_of_night(*, night: date, today: date, noted_at: datetime | None, at: datetime) -> R | None:
    """No night ahead; what was noted can be changed for a day."""
    if night > today:
        return R.NIGHT_AHEAD
    return R.NIGHT_OVER if noted_at is not None and at >= noted_at + EDITABLE else None


def refusal_to_add(*, is_over: bool, about: About, words: str) -> R | None:
    """While somebody is at it; more of it takes words."""
    if is_over:
        return R.NO_MORE
    return R.NO_WORDS if about == About.MORE and not words.strip() else None
