"""A desk as its keeper sees it: what lies on it, who waits, its prizes, what was just done."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sanshe.fair.enums import R
from sanshe.fair.models import Desk, Riddle, Stock, Win
from sanshe.fair.phrases import TURNED, TWISTED
from sanshe.fair.queries import fairs
from sanshe.fair.queries import play as queries
from sanshe.fair.types import Account, Tally

RECENT = 8


@dataclass(frozen=True, slots=True)
class Just:
    """Something that was done at the desk."""

    number: int
    at: datetime
    words: Any
    mark: str


@dataclass(frozen=True, slots=True)
class Shown:
    """A desk."""

    tally: Tally
    redeemed: int
    looked: tuple[tuple[Riddle, Any], ...]
    waiting: tuple[Win, ...]
    prizes: tuple[tuple[Stock, Account], ...]
    just: tuple[Just, ...]


def shown(desk: Desk) -> Shown:
    prizes = tuple((stock, account) for stock, account in fairs.accounts(desk.fair) if stock.desk_id == desk.pk)
    looked = tuple((one, TWISTED[one.twist]) for one in queries.looked_at(desk))
    return Shown(
        fairs.tally(desk.fair, desk.first, desk.last),
        queries.redeemed(desk).count(),
        looked,
        tuple(queries.waiting(desk)),
        prizes,
        just(desk),
    )


def just(desk: Desk) -> tuple[Just, ...]:
    """What was handed out and who was sent away, the newest first."""
    handed = [
        Just(one.win.riddle.number, one.handed_at, one.stock.good.name, "done")
        for one in queries.handed_at(desk)[:RECENT]
        if one.win
    ]
    away = [
        Just(one.number, one.came_at, TURNED[R(one.code)], "off" if one.code == R.LEASED else "back")
        for one in queries.turned_away(desk)[:RECENT]
    ]
    return tuple(sorted([*handed, *away], key=lambda one: one.at, reverse=True)[:RECENT])
