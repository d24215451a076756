"""Values of the desk."""

from dataclasses import dataclass, field
from typing import Any

from sanshe.core.duties.types import Item, Rest
from sanshe.core.ui.types import Door

SPANS = ("yesterday", "week")  # back from a moment, for what was finished


@dataclass(frozen=True, slots=True)
class Figure:
    """One published figure with the address of its rows."""

    label: Any
    n: int
    unit: Any
    url: str


@dataclass(frozen=True, slots=True)
class Count:
    """A figure beside its counter; `kept` is None for one that is always counted anew."""

    figure: Figure
    kept: int | None

    @property
    def is_same(self) -> bool:
        return self.kept is None or self.kept == self.figure.n


@dataclass(frozen=True, slots=True)
class Row:
    """One work in the desk's table: what it says, and how many of this person's matters in it end today or are late."""

    work: Any
    line: Any
    due: int
    over: int


@dataclass(frozen=True, slots=True)
class Finished:
    """How many matters the desk as a whole was done with in a time, by what was done; never by whom."""

    span: str
    by_event: list[tuple[Any, str, int]]

    @property
    def n(self) -> int:
        return sum(n for _label, _event, n in self.by_event)


@dataclass(frozen=True, slots=True)
class Entrance:
    """A door as it stands today: where it leads, and its line."""

    door: Door
    url: str
    line: Any


@dataclass(frozen=True, slots=True)
class First:
    """One of a new district's first steps: done, now (the first that is not) or wait."""

    step: Any
    state: str


@dataclass(frozen=True, slots=True)
class Today:
    """The desk of one person: the duties shown, what is more than is shown, how many there are and are late."""

    items: list[Item] = field(default_factory=list)
    rests: tuple[Rest, ...] = ()
    n: int = 0
    over: int = 0
    figures: list[Figure] = field(default_factory=list)
    works: list[Row] = field(default_factory=list)

    @property
    def clocks(self) -> list[Any]:
        """The deadlines that run in all works, the nearest first."""
        return sorted((c for row in self.works for c in row.line.clocks), key=lambda clock: clock.due.moment)

    @property
    def has_figures(self) -> bool:
        """Whether any figure is more than nothing."""
        return any(one.n for one in self.figures)
