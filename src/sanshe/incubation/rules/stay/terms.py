"""What falls due in a term of incubation. Source: the agreement's text (part four) and this app's rulings.

The mid-term assessment lies around the middle of the term: announced from a month before it, with a verdict within the
month after it. The one before graduation takes the term's last month.
"""

import datetime

from sanshe.core.kit.months import ONE, add_months, months_of


def midterm_window(starts: datetime.date, ends: datetime.date) -> tuple[datetime.date, datetime.date]:
    """First and last day of the mid-term assessment: a month before and a month after the middle of the signed term."""
    half = months_of(starts, ends) // 2
    return max(add_months(starts, half - 1), starts), min(add_months(starts, half + 1) - ONE, ends)


def graduation_window(starts: datetime.date, ends: datetime.date) -> tuple[datetime.date, datetime.date]:
    """First and last day of the assessment before graduation: the last month of the term, as extended."""
    return max(add_months(ends + ONE, -1), starts), ends


def term_end(*, starts: datetime.date, months: int) -> datetime.date:
    """The last day of a term: 2022-02-17 and twelve months end on 2023-02-16."""
    return add_months(starts, months) - ONE


def extended(ends: datetime.date, months: int) -> datetime.date:
    """The last day of a term that is so many months longer."""
    return term_end(starts=ends + ONE, months=months)


def visit_days(graduated_on: datetime.date, months: int, every: int) -> tuple[datetime.date, ...]:
    """The last days of the visits after graduation: every three months for twelve months."""
    return tuple(add_months(graduated_on, n) for n in range(every, months + 1, every))
