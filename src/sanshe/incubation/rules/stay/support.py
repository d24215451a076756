"""When a desk may be given, when money, when a receipt counts."""

import datetime

from sanshe.incubation.enums.stay.support import ReceiptState
from sanshe.incubation.enums.stay.support import SupportRefusal as R


def refusal_of_desk(*, no: int, capacity: int, held: int, promised: int) -> R | None:
    """A desk the batch has, and no more of them for one organisation than its agreement says."""
    if not 1 <= no <= capacity:
        return R.NO_SUCH_DESK
    return R.OVER_PROMISE if held >= promised else None


def refusal_of_money(*, cents: int | None, purpose: str) -> R | None:
    if cents is None:
        return R.AMOUNT_WRONG
    return None if purpose.strip() else R.NO_PURPOSE


def refusal_of_receipt(
    *, cents: int | None, left: int, what: str, has_scan: bool, spent_on: datetime.date, today: datetime.date
) -> R | None:
    """A scan, an amount that is still there, and a day that was."""
    checks = (
        (cents is None, R.AMOUNT_WRONG),
        (not what.strip(), R.NO_PURPOSE),
        (not has_scan, R.NO_SCAN),
        (spent_on > today, R.DAY_TO_COME),
        (cents is not None and cents > left, R.OVERSPENT),
    )
    return next((code for holds, code in checks if holds), None)


def refusal_to_check(*, state: ReceiptState, is_own_hand: bool, accepts: bool, words: str) -> R | None:
    """A second person looks at it; a refusal says why."""
    if state != ReceiptState.GIVEN:
        return R.MOVE_NOT_ALLOWED
    if is_own_hand:
        return R.OWN_HAND
    return None if accepts or words.strip() else R.NO_WORDS
