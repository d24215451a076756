"""The book of a fair: its riddles with what their checker is warned of, its waves, its slips to be cut out."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sanshe.core.codes.queries import address_of, newest_of
from sanshe.fair.enums import Lint, RiddleState
from sanshe.fair.models import Fair, Riddle
from sanshe.fair.phrases import LINTS, TWISTED
from sanshe.fair.queries import play as queries
from sanshe.fair.queries.fairs import desks
from sanshe.fair.rules import book as rules

A_SHEET = 8


@dataclass(frozen=True, slots=True)
class Entry:
    """A riddle of the book."""

    row: Riddle
    warnings: tuple[str, ...]
    twist: Any


@dataclass(frozen=True, slots=True)
class Wave:
    """What hangs together."""

    number: int
    first: int
    last: int
    hung: int
    of: int


@dataclass(frozen=True, slots=True)
class Slip:
    """A slip as it is printed: no answer on it."""

    number: int
    text: str
    hint: str
    twist: Any
    code: str
    desk: int
    first: int
    last: int


def entries(row: Fair) -> list[Entry]:
    rows = list(queries.riddles(row))
    twice = rules.answered_twice(one.line for one in rows)
    return [Entry(one, _warnings(one, twice), TWISTED[one.twist]) for one in rows]


def _warnings(row: Riddle, twice: Iterable[str]) -> tuple[str, ...]:
    signs = rules.shown(row.line)
    return tuple(str(LINTS[Lint(one)]).format(signs=signs) for one in rules.lint(row.line, twice))


def waves(rows: Iterable[Entry]) -> list[Wave]:
    """The waves of a book, each with how many of it are up."""
    found: dict[int, list[Riddle]] = {}
    for one in rows:
        found.setdefault(one.row.wave, []).append(one.row)
    return [_wave(number, group) for number, group in sorted(found.items())]


def _wave(number: int, group: list[Riddle]) -> Wave:
    up = [one for one in group if one.state in queries.UP]
    return Wave(number, group[0].number, group[-1].number, len(up), len(group))


def unchecked(rows: Iterable[Entry]) -> int:
    return sum(one.row.state == RiddleState.DRAFT for one in rows)


def sheets(row: Fair) -> list[tuple[Slip, ...]]:
    """The slips of a fair that have a code, eight on a sheet."""
    rows = list(queries.riddles(row))
    codes = newest_of(queries.SLIP, [one.pk for one in rows])
    places = {number: desk for desk in desks(row) for number in range(desk.first, desk.last + 1)}
    slips = [_slip(one, address_of(codes[one.pk]), places.get(one.number)) for one in rows if one.pk in codes]
    return [tuple(slips[k : k + A_SHEET]) for k in range(0, len(slips), A_SHEET)]


def _slip(row: Riddle, code: str, desk: Any) -> Slip:
    where = (desk.number, desk.first, desk.last) if desk else (0, 0, 0)
    return Slip(row.number, row.text, row.hint, TWISTED[row.twist], code, *where)
