"""When a link among the five may be proposed, made, ended."""

import datetime

from sanshe.core.rows.enums import R as Rows
from sanshe.core.rows.rules import refusal_of_past
from sanshe.incubation.enums.stay.resource import Five
from sanshe.incubation.enums.stay.resource import ResourceRefusal as R


def refusal_to_propose(
    *, from_kind: Five, from_name: str, to_kind: Five, to_name: str, what: str, is_amount_wrong: bool
) -> R | None:
    """Two different ends and what passes between them. Hours, goods and money are told when they are known."""
    ends = ((from_kind, from_name.strip()), (to_kind, to_name.strip()))
    checks = (
        (not ends[0][1] or not ends[1][1], R.NO_ENDS),
        (ends[0] == ends[1], R.SAME_ENDS),
        (not what.strip(), R.NO_WHAT),
        (is_amount_wrong, R.AMOUNT_WRONG),
    )
    return next((code for holds, code in checks if holds), None)


def refusal_of_day(*, on: datetime.date, today: datetime.date) -> R | Rows | None:
    return R.DAY_TO_COME if on > today else refusal_of_past(on, today=today)
