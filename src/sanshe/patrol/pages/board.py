"""The board of a round: its sum, a line for each community with its compounds, who walks there."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction
from typing import Any
from uuid import UUID

from sanshe.core.accounts.queries.people import holders, names_of
from sanshe.core.areas.queries import name_of
from sanshe.patrol import phrases
from sanshe.patrol.enums import P
from sanshe.patrol.models import Round, Stop
from sanshe.patrol.queries.stops import counted, walk
from sanshe.patrol.rules.visit import coverage
from sanshe.patrol.types import Counted, Sums


@dataclass(frozen=True, slots=True)
class Line:
    """A community or one of its compounds."""

    name: str
    path: str
    is_key: bool
    sums: Sums
    unassigned: int
    walkers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Board:
    """A round below some paths, and its communities in the order of their codes, each with its compounds. `rate` is
    told in words, and not of few."""

    sums: Sums
    rate: str
    unassigned: int
    walkers: int
    parts: tuple[tuple[Line, tuple[Line, ...]], ...]


def board(row: Round, paths: Iterable[str]) -> Board:
    rows = counted(row, paths)
    names = names_of({one for row in rows for one in row.walkers})
    groups: dict[str, list[Counted]] = {}
    for one in rows:
        groups.setdefault(one.area_path, []).append(one)
    parts = tuple(
        (_sum(path, group, names), tuple(_line(one, names) for one in group)) for path, group in groups.items()
    )
    whole = total(part.sums for part, _compounds in parts)
    return Board(
        sums=whole,
        rate=percent(coverage(whole)),
        unassigned=sum(part.unassigned for part, _compounds in parts),
        walkers=len({one for row in rows for one in row.walkers}),
        parts=parts,
    )


def total(sums: Iterable[Sums]) -> Sums:
    return sum(sums, Sums())


def percent(rate: Fraction | None) -> str:
    """80.5 %, rounded half up; empty where nothing is told."""
    if rate is None:
        return ""
    tenths = (rate * 2000 + 1) // 2
    return f"{tenths // 10}.{tenths % 10} %"


def _line(one: Counted, names: dict[UUID, str]) -> Line:
    left = one.sums.due + one.sums.added - one.assigned
    return Line(one.name, one.area_path, one.is_key, one.sums, left, _named(one.walkers, names))


def _sum(path: str, group: list[Counted], names: dict[UUID, str]) -> Line:
    found = total(one.sums for one in group)
    left = found.due + found.added - sum(one.assigned for one in group)
    walkers = {walker for one in group for walker in one.walkers}
    return Line(name_of(path), path, False, found, left, _named(walkers, names))


def _named(walkers: Iterable[UUID], names: dict[UUID, str]) -> tuple[str, ...]:
    return tuple(sorted(names[one] for one in walkers if one in names))


def compounds(row: Round, path: str) -> list[tuple[UUID, Line]]:
    """The compounds of a community with their keys, to be chosen from."""
    rows = counted(row, [path])
    names = names_of({walker for one in rows for walker in one.walkers})
    return [(one.compound, _line(one, names)) for one in rows]


def workers(path: str, at: datetime) -> list[tuple[UUID, str]]:
    """Who may visit in a community."""
    return [(one.pk, one.name) for one in holders(P.VISIT, path, at)]


def route(row: Round, worker: UUID | None) -> list[tuple[str, list[tuple[Stop, Any]]]]:
    """What one worker walks, in order, by compound, each door with what came of it."""
    parts: list[tuple[str, list[tuple[Stop, Any]]]] = []
    for stop in walk(row, worker) if worker else ():
        if not parts or parts[-1][1][0][0].compound_id != stop.compound_id:
            parts.append((stop.compound.name, []))
        parts[-1][1].append((stop, phrases.OUTCOMES.get(stop.outcome, phrases.NOT_VISITED)))
    return parts
