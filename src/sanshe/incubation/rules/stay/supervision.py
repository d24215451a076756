"""When a supervision may be put down, and by when the first one is due."""

import datetime

from sanshe.core.calendar.enums import DayKind
from sanshe.core.calendar.types import Due
from sanshe.incubation.enums.stay.supervision import FIRST_WITHIN_MONTHS
from sanshe.incubation.enums.stay.supervision import SupervisionRefusal as R
from sanshe.incubation.rules.stay.terms import term_end


def first_due(entered_on: datetime.date) -> Due:
    """The first supervision falls into the first month of the term: entered 02-17, by 03-16."""
    return Due(term_end(starts=entered_on, months=FIRST_WITHIN_MONTHS), kind=DayKind.DAY)


def refusal_to_record(
    *, quarters: int | None, held_on: datetime.date, starts: datetime.date, today: datetime.date, agreed: str
) -> R | None:
    """A day that was, inside the term, quarter hours, and what was agreed."""
    if quarters is None:
        return R.HOURS_WRONG
    if held_on > today:
        return R.DAY_TO_COME
    if held_on < starts:
        return R.DAY_BEFORE_TERM
    return None if agreed.strip() else R.NO_WORDS


def refusal_of_follow_up(*, text: str, on: datetime.date | None, held_on: datetime.date) -> R | None:
    """What is to be looked at again has a day after the talk; both or neither."""
    if bool(text.strip()) != (on is not None):
        return R.FOLLOW_UP_HALF
    return R.FOLLOW_UP_HALF if on is not None and on < held_on else None
