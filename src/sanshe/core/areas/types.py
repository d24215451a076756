"""Values of areas."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from sanshe.core.areas.enums import Level, PremisesKind, R
from sanshe.core.kit.access import Actor


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of an official list of areas."""

    code: str
    level: Level
    name: str
    parent: str


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with line `line` of a list, counted from 2 as in a spreadsheet."""

    line: int
    code: R
    text: str


@dataclass(frozen=True, slots=True)
class Door:
    """Premises as they are entered. An empty `code` is given out; without a `walk_no` they stand behind all others."""

    kind: PremisesKind
    name: str
    code: str = ""
    building: str = ""
    unit: str = ""
    room: str = ""
    walk_no: int = 0


@dataclass(frozen=True, slots=True)
class Merging:
    """Two premises of which one is to become the other."""

    is_same: bool
    area_path: str
    into_area_path: str
    into_state: str


@dataclass(frozen=True, slots=True)
class CompoundLine:
    """A compound as a list shows it: its place, its doors by kind in the order of kinds, whether it is a key one."""

    key: object
    name: str
    place: str
    doors: int
    by_kind: tuple[int, ...]
    is_key: bool


class Move(Protocol):
    """Takes everything open in one area to another, each on record; what is closed stays where it happened."""

    def __call__(self, *, path: str, into: str, by: Actor, at: datetime) -> None: ...


@dataclass(frozen=True, slots=True)
class Moving:
    """What may be open in an area when the official list drops it: how many there are, and how they move. Without
    `move` they have to be brought to their end first."""

    code: str
    label: Any
    count: Callable[[str, datetime], int]
    move: Move | None = None
