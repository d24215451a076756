"""The report of a day, community by community, out of what was noted."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from sanshe.core.areas.queries import name_of
from sanshe.patrol import phrases
from sanshe.patrol.enums import DayReport
from sanshe.patrol.models import Round
from sanshe.patrol.queries import daily as queries
from sanshe.patrol.rules.report import of_day


@dataclass(frozen=True, slots=True)
class Line:
    """One community: how many doors, checked ones, findings, kilograms; what it reports."""

    place: str
    visits: int
    checked: int
    findings: int
    kg: int
    report: DayReport
    words: Any


@dataclass(frozen=True, slots=True)
class Daily:
    """All communities of a round below some paths, in the order of their codes, and their sum."""

    lines: tuple[Line, ...]

    @property
    def visits(self) -> int:
        return sum(one.visits for one in self.lines)

    @property
    def checked(self) -> int:
        return sum(one.checked for one in self.lines)

    @property
    def findings(self) -> int:
        return sum(one.findings for one in self.lines)

    @property
    def kg(self) -> int:
        return sum(one.kg for one in self.lines)


def daily(row: Round, paths: Iterable[str], day: date) -> Daily:
    paths = list(paths)
    visits, found = queries.visits(row, paths, day), queries.findings(row, paths, day)
    return Daily(tuple(_line(path, visits, found) for path in queries.communities(row, paths)))


def _line(path: str, visits: dict[str, tuple[int, int]], found: dict[str, tuple[int, int]]) -> Line:
    gone, checked = visits.get(path, (0, 0))
    findings, kg = found.get(path, (0, 0))
    report = of_day(visits=gone, findings=findings)
    return Line(name_of(path), gone, checked, findings, kg, report, phrases.DAY_REPORTS[report])
