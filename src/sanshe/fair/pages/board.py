"""The board of a fair, as everybody sees it and as a card sees it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sanshe.fair.enums import RiddleState, WinState
from sanshe.fair.models import Card, Fair, Riddle, Win
from sanshe.fair.phrases import TWISTED, WIN_STATES
from sanshe.fair.queries import fairs
from sanshe.fair.queries import play as queries
from sanshe.fair.rules.fair import redeemed_until
from sanshe.fair.rules.play import TRIES
from sanshe.fair.types import Tally

MARKS = {RiddleState.WON: "w", RiddleState.HELD: "t", RiddleState.SEALED: "t", RiddleState.EXPIRED: "t"}


@dataclass(frozen=True, slots=True)
class Board:
    """Numbers with what they are, and how many of each."""

    cells: tuple[tuple[int, str], ...]
    tally: Tally


@dataclass(frozen=True, slots=True)
class Prize:
    """What a card has won: which riddle, whether it was fetched, by which code it is."""

    number: int
    state: Any
    is_waiting: bool
    code: str
    good: str
    desk: int
    until: datetime


def board(row: Fair) -> Board:
    found = queries.board(row)
    counts: dict[str, int] = {}
    for _number, state in found:
        counts[state] = counts.get(state, 0) + 1
    return Board(tuple((number, MARKS.get(RiddleState(state), "")) for number, state in found), Tally.of(counts))


def twist_of(riddle: Riddle) -> Any:
    return TWISTED[riddle.twist]


def left(card: Card, riddle: Riddle) -> int:
    """How many wrong tries a card has left at a riddle."""
    return TRIES - queries.tried(card, riddle).n


def next_of(row: Fair, number: int) -> int | None:
    """The next riddle that hangs; from the first again behind the last."""
    hanging = [one for one, state in queries.board(row) if state == RiddleState.HUNG and one != number]
    return next((one for one in hanging if one > number), hanging[0] if hanging else None)


def prizes(card: Card) -> list[Prize]:
    """What a card has won, the newest last."""
    ranges = fairs.desks(card.fair)
    return [_prize(won, card.fair, ranges) for won in queries.wins_of(card)]


def _prize(won: Win, row: Fair, ranges: list[Any]) -> Prize:
    number = won.riddle.number
    desk = next((one.number for one in ranges if one.first <= number <= one.last), 0)
    handed = [one.stock.good.name for one in won.awards.all() if one.void_at is None]
    state = WIN_STATES[WinState(won.state)]
    is_waiting = won.state == WinState.PENDING
    return Prize(number, state, is_waiting, won.code, handed[0] if handed else "", desk, redeemed_until(row.closes_at))
