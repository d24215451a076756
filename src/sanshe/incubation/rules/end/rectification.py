"""When a rectification may be asked, answered and checked, and a term extended."""

import datetime
from collections.abc import Sequence

from sanshe.incubation.enums.end.rectification import LEAST_WORKDAYS, MOST_MONTHS, RECTIFY_WORKDAYS
from sanshe.incubation.enums.end.rectification import ExtensionRefusal as X
from sanshe.incubation.enums.end.rectification import RectificationRefusal as R


def refusal_to_issue(*, points: Sequence[str], workdays: int, verdict_asks: bool, is_open: bool) -> R | None:
    """It follows a verdict that asks for it, names its points, and gives five to twenty working days."""
    checks = (
        (not verdict_asks, R.NO_VERDICT),
        (is_open, R.OPEN_ALREADY),
        (not any(point.strip() for point in points), R.NO_POINTS),
        (not LEAST_WORKDAYS <= workdays <= RECTIFY_WORKDAYS, R.DAYS_WRONG),
    )
    return next((code for holds, code in checks if holds), None)


def refusal_to_answer(*, answers: Sequence[str], due: datetime.datetime, at: datetime.datetime) -> R | None:
    """Every point is answered, in time."""
    if at >= due:
        return R.TOO_LATE
    return None if answers and all(text.strip() for text in answers) else R.NO_ANSWER


def refusal_to_check(
    *, answered: bool, is_good: bool, reason: str, due: datetime.datetime, at: datetime.datetime
) -> R | None:
    """Without an answer it fails only after its days; failing says why."""
    if not answered:
        return R.STILL_TIME if at < due else R.NO_ANSWER if is_good else None
    return None if is_good or reason.strip() else R.NO_REASON


def refusal_to_ask_extension(
    *, in_incubation: bool, extended: bool, months: int, reason: str, term_over: bool
) -> X | None:
    """Once in a term, one to six months, with a reason, before the term is over."""
    checks = (
        (not in_incubation, X.NOT_IN_INCUBATION),
        (extended, X.ONLY_ONCE),
        (not 1 <= months <= MOST_MONTHS, X.MONTHS_WRONG),
        (not reason.strip(), X.NO_REASON),
        (term_over, X.TERM_OVER),
    )
    return next((code for holds, code in checks if holds), None)
