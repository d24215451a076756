"""When a quarterly report is due, which days it tells of, and from when it may be handed in.

A report is due on the last day of every third calendar month after the month of entry, at 24:00; the last one on the
last day of the term. Entered 2022-02-17 for twelve months: 05-31, 08-31, 11-30, 2023-02-16. Each tells of the days
since the one before, so that together they tell of every day of the term once.
"""

import datetime
from dataclasses import dataclass

from sanshe.core.calendar.enums import DayKind
from sanshe.core.calendar.types import Due
from sanshe.core.kit.months import ONE, add_months
from sanshe.core.sheets.enums import Answer
from sanshe.core.sheets.types import Question
from sanshe.incubation.enums.stay.report import EVERY_MONTHS, OPENS_DAYS_BEFORE
from sanshe.incubation.enums.stay.report import ReportRefusal as R

QUESTIONS = (
    Question("did", 500, Answer.LONG),
    Question("changed", 300, Answer.LONG),
    Question("stuck", 300, Answer.LONG, is_optional=True),
    Question("next", 300, Answer.LONG),
)


@dataclass(frozen=True, slots=True)
class Period:
    """The days one report tells of, both included; it is due at the end of the last."""

    no: int
    starts: datetime.date
    ends: datetime.date

    @property
    def due(self) -> Due:
        return Due(self.ends, kind=DayKind.DAY)


def month_end(day: datetime.date, months: int) -> datetime.date:
    """The last day of the month that many months after the month of a day."""
    return add_months(day.replace(day=1), months + 1) - ONE


def periods(*, starts: datetime.date, ends: datetime.date) -> tuple[Period, ...]:
    """All reports of a term in order."""
    found: list[Period] = []
    first, no = starts, 1
    while first <= ends:
        last = min(month_end(starts, EVERY_MONTHS * no), ends)
        found.append(Period(no, first, last))
        first, no = last + ONE, no + 1
    return tuple(found)


def refusal_to_hand_in(*, period: Period, today: datetime.date) -> R | None:
    """Not before its last fifteen days: what is counted for it is not all there yet."""
    return R.NOT_YET if today < period.ends - OPENS_DAYS_BEFORE * ONE else None
