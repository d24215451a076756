"""The published years, from a package that follows the State Council's notices."""

import datetime

import chinese_calendar

from sanshe.core.calendar.enums import Special


def published(year: int) -> dict[datetime.date, Special]:
    """The special days of a year. Raises NotImplementedError for a year the package does not know."""
    day, found = datetime.date(year, 1, 1), {}
    while day.year == year:
        works = chinese_calendar.is_workday(day)
        if works != (day.weekday() < 5):
            found[day] = Special.MAKE_UP if works else Special.REST
        day += datetime.timedelta(days=1)
    return found
