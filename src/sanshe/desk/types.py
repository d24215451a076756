"""Values of the desk."""

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to do, with what is left of its time."""

    todo: Any
    left: Any = None
    is_over: bool = False


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
class Today:
    """The desk of one person."""

    items: list[Item] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)

    @property
    def over(self) -> int:
        return sum(item.is_over for item in self.items)
