"""What is lent and given: desks 工位, small support 小额支持 with its receipts."""

from enum import StrEnum


class ReceiptState(StrEnum):
    GIVEN = "given"
    CHECKED = "checked"
    REFUSED = "refused"

    @classmethod
    def moves(cls) -> dict["ReceiptState", tuple["ReceiptState", ...]]:
        return {cls.GIVEN: (cls.CHECKED, cls.REFUSED), cls.CHECKED: (), cls.REFUSED: ()}


class SupportRefusal(StrEnum):
    NOT_IN_INCUBATION = "incubation.support.not_in_incubation"
    NO_SUCH_DESK = "incubation.support.no_such_desk"
    DESK_TAKEN = "incubation.support.desk_taken"
    OVER_PROMISE = "incubation.support.over_promise"
    RELEASED_ALREADY = "incubation.support.released_already"
    AMOUNT_WRONG = "incubation.support.amount_wrong"
    NO_PURPOSE = "incubation.support.no_purpose"
    NO_SCAN = "incubation.support.no_scan"
    SCAN_USED = "incubation.support.scan_used"
    DAY_TO_COME = "incubation.support.day_to_come"
    OVERSPENT = "incubation.support.overspent"
    OWN_HAND = "incubation.support.own_hand"
    NO_WORDS = "incubation.support.no_words"
    MOVE_NOT_ALLOWED = "incubation.support.move_not_allowed"
    STALE = "incubation.support.stale"


class SupportEvent(StrEnum):
    DESK_GIVEN = "incubation.support.desk_given"
    DESK_RELEASED = "incubation.support.desk_released"
    MONEY_GIVEN = "incubation.support.money_given"
    RECEIPT_GIVEN = "incubation.support.receipt_given"
    RECEIPT_CHECKED = "incubation.support.receipt_checked"
    RECEIPT_REFUSED = "incubation.support.receipt_refused"
