"""Months of the calendar: 2022-02-17 and six months is 2022-08-17; there is no 31 February."""

import datetime

ONE = datetime.timedelta(days=1)


def add_months(day: datetime.date, months: int) -> datetime.date:
    """The same day of a later month, or that month's last day."""
    month = day.month - 1 + months
    year, month = day.year + month // 12, month % 12 + 1
    first_of_next = datetime.date(year + month // 12, month % 12 + 1, 1)
    return datetime.date(year, month, min(day.day, (first_of_next - ONE).day))


def months_of(starts: datetime.date, ends: datetime.date) -> int:
    """Whole months of a term, its last day counted."""
    after = ends + ONE
    months = (after.year - starts.year) * 12 + after.month - starts.month
    return months - (add_months(starts, months) > after)
