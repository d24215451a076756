"""Values of areas."""

from dataclasses import dataclass

from sanshe.core.areas.enums import Level, R


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
