"""What a desk may do: with its own range, for its own keeper, from its own prizes."""

from collections.abc import Iterable
from uuid import UUID

from sanshe.fair.enums import Channel, DeskState, R, RiddleState, WinState
from sanshe.fair.rules import play


def refusal_of_range(first: int, last: int, others: Iterable[tuple[int, int]]) -> R | None:
    """Ranges of desks do not touch: one riddle, one desk."""
    if not 1 <= first <= last:
        return R.RANGE_WRONG
    return R.RANGE_TAKEN if any(first <= hi and lo <= last for lo, hi in others) else None


def refusal_of_keeper(*, keeper: UUID, state: DeskState, by: UUID | None) -> R | None:
    """A desk is kept by one person while it is open."""
    if by != keeper:
        return R.NOT_YOUR_DESK
    return None if state == DeskState.OPEN else R.DESK_SHUT


def refusal_of_number(number: int, *, first: int, last: int) -> R | None:
    return None if first <= number <= last else R.LEASED


def refusal_to_look(state: RiddleState) -> R | None:
    """The answer is shown for a slip that hangs or was torn off."""
    return None if state == RiddleState.HELD else play.refusal_of_state(state)


def refusal_to_judge(state: RiddleState, *, is_looked_at: bool) -> R | None:
    """A verdict follows a look."""
    if state != RiddleState.HELD:
        return play.refusal_of_state(state) or R.NOT_AT_DESK
    return None if is_looked_at else R.NOT_AT_DESK


def refusal_of_win(state: WinState) -> R | None:
    """One prize for one win."""
    return {WinState.REDEEMED: R.REDEEMED, WinState.LAPSED: R.LAPSED}.get(state)


def refusal_of_code(channel: Channel, *, code: str, said: str) -> R | None:
    """What was won by telephone is proven by its code; a number alone everybody can read."""
    return R.WRONG_CODE if channel == Channel.PHONE and said.strip() != code else None
