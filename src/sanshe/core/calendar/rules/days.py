"""Counting days. Source: the State Council's yearly notices on holidays; Civil Code articles 200 to 204.

A term that begins with an event does not count the day of the event. A window between two printed dates counts both,
the first when it was published by nine o'clock. Both end at 24:00.
"""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field

from sanshe.core.calendar.enums import DayKind, R, Special
from sanshe.core.calendar.types import Bar, Cell, Chart, Day, Due, Left
from sanshe.core.kit import shanghai
from sanshe.core.kit.refused import Refused

ONE = datetime.timedelta(days=1)
OPENS_BY = 9


@dataclass(frozen=True)
class Calendar:
    """Working days from the first day of `first` to the last of `last`; outside it refuses to count."""

    first: int
    last: int
    special: Mapping[datetime.date, Special] = field(default_factory=dict)

    def is_workday(self, day: datetime.date) -> bool:
        """Whether offices work. Raises Refused NOT_LOADED for a year that was not loaded."""
        if not self.first <= day.year <= self.last:
            raise Refused(R.NOT_LOADED, year=day.year, last=self.last)
        special = self.special.get(day)
        return special == Special.MAKE_UP if special else day.weekday() < 5

    def is_make_up(self, day: datetime.date) -> bool:
        return self.special.get(day) == Special.MAKE_UP

    def add_workdays(self, start: datetime.date, n: int) -> datetime.date:
        """The n-th working day after `start`, which itself does not count; n = 0 is the day itself."""
        day = start
        while n > 0:
            day += ONE
            n -= self.is_workday(day)
        return day

    def next_workday(self, day: datetime.date) -> datetime.date:
        """The day itself when offices work, else the next one on which they do: Civil Code 203."""
        return day if self.is_workday(day) else self.add_workdays(day, 1)

    def term(self, start: datetime.date, n: int, kind: DayKind) -> datetime.date:
        """The last day of a term of n days that begins with an event on `start`."""
        return self.add_workdays(start, n) if kind == DayKind.WORKDAY else start + n * ONE

    def window_end(self, opens: datetime.datetime, n: int, kind: DayKind) -> datetime.date:
        """The last day of a window of n days opened at a moment: the day counts when it opened by nine o'clock."""
        local = shanghai.local(opens)
        counts = local.hour < OPENS_BY or (local.hour, local.minute, local.second) == (OPENS_BY, 0, 0)
        before = local.date() - ONE if counts else local.date()
        return self.term(before, n, kind)

    def workdays_between(self, after: datetime.date, to: datetime.date) -> int:
        """Working days after `after` up to and with `to`; 0 when `to` is not later."""
        return sum(self.is_workday(after + i * ONE) for i in range(1, (to - after).days + 1))

    def left(self, now: datetime.datetime, due: Due) -> Left:
        """What is left until `due`, today not counted; within the last day in hours, rounded down."""
        gap = due.moment - now
        if gap <= datetime.timedelta(0):
            return Left(self._days(due.day, shanghai.local(now).date(), due.kind), due.kind, is_over=True)
        if gap < ONE:
            return Left(int(gap.total_seconds() // 3600), DayKind.HOUR, minutes=int(gap.total_seconds() // 60 % 60))
        return Left(self._days(shanghai.local(now).date(), due.day, due.kind), due.kind)

    def _days(self, after: datetime.date, to: datetime.date, kind: DayKind) -> int:
        return self.workdays_between(after, to) if kind == DayKind.WORKDAY else max((to - after).days, 0)


def share_used(*, opens: datetime.datetime, due: datetime.datetime, now: datetime.datetime) -> int:
    """How much of the time between two moments is over, 0 to 100."""
    whole = (due - opens).total_seconds()
    return 100 if whole <= 0 else max(0, min(100, round(100 * (now - opens).total_seconds() / whole)))


def chart(calendar: Calendar, lanes: list[tuple[str, Bar]], today: datetime.date, most: int = 92) -> Chart:
    """The chart of these deadlines, from the first day to two days after the last, at most `most` days."""
    first = min(bar.first for _label, bar in lanes)
    last = min(max(bar.last for _label, bar in lanes) + 2 * ONE, first + most * ONE)
    dates = [first + i * ONE for i in range((last - first).days + 1)]
    months: dict[datetime.date, int] = {}
    for day in dates:
        months[day.replace(day=1)] = months.get(day.replace(day=1), 0) + 1
    share = 100 / len(dates)
    days = tuple(
        Day(day, _mark(calendar, day, today), _number(day, today), f"{i * share:.4f}") for i, day in enumerate(dates)
    )
    return Chart(tuple(months.items()), days, tuple((label, _cells(bar, first, last)) for label, bar in lanes))


def _mark(calendar: Calendar, day: datetime.date, today: datetime.date) -> str:
    if calendar.is_make_up(day):
        return "makeup"
    return "now" if day == today else "" if calendar.is_workday(day) else "off"


def _number(day: datetime.date, today: datetime.date) -> str:
    near_today = abs((day - today).days) == 1
    return str(day.day) if day == today or (day.weekday() == 0 and not near_today) else ""


def _cells(bar: Bar, first: datetime.date, last: datetime.date) -> tuple[Cell, ...]:
    """Paper, bar, paper; the text goes into the bar where it fits, else beside it where there is more room."""
    start, end = max(bar.first, first), min(bar.last, last)
    before, wide, after = (start - first).days, (end - start).days + 1, (last - end).days
    inside = len(bar.text) <= wide
    right = not inside and after >= before
    parts = (
        Cell(before, "before", "" if inside or right else bar.text),
        Cell(wide, f"bar {bar.state}".strip(), bar.text if inside else ""),
        Cell(after, "after", bar.text if right else ""),
    )
    return tuple(part for part in parts if part.span > 0)


def read_notice(text: str, year: int) -> dict[datetime.date, Special]:
    """Days of a yearly notice: one line a day or range, `休 01-31 至 02-06` or `班 01-29`.

    Raises Refused: DATE_WRONG with the line, OTHER_YEAR, BOTH for a day that is named twice, NOTHING_GIVEN.
    """
    days: dict[datetime.date, Special] = {}
    for line in filter(None, map(str.strip, text.splitlines())):
        for day, special in _days_of_line(line, year):
            if days.get(day, special) != special:
                raise Refused(R.BOTH, line=line)
            days[day] = special
    if not days:
        raise Refused(R.NOTHING_GIVEN)
    return days


def _days_of_line(line: str, year: int) -> list[tuple[datetime.date, Special]]:
    word, _, rest = line.partition(" ")
    kinds = {"休": Special.REST, "班": Special.MAKE_UP}
    try:
        first, last = (_day(part, year) for part in (rest.split("至") * 2)[:2])
        special = kinds[word]
    except (ValueError, KeyError) as error:
        raise Refused(R.DATE_WRONG, line=line) from error
    if last < first:
        raise Refused(R.DATE_WRONG, line=line)
    return [(first + i * ONE, special) for i in range((last - first).days + 1)]


def _day(text: str, year: int) -> datetime.date:
    day = datetime.date.fromisoformat(f"{year}-{text.strip()}")
    if day.year != year:
        raise Refused(R.OTHER_YEAR, line=text)
    return day
