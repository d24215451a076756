"""Codes of sheets."""

from enum import StrEnum


class Answer(StrEnum):
    """What kind of answer a question asks for."""

    TEXT = "text"
    LONG = "long"
    DAY = "day"
    COUNT = "count"
    MONEY = "money"
    PHONE = "phone"
    CHOICE = "choice"


class SheetState(StrEnum):
    """Kept as it is typed, handed in, returned with words, agreed."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    RETURNED = "returned"
    AGREED = "agreed"

    @classmethod
    def moves(cls) -> dict["SheetState", tuple["SheetState", ...]]:
        return {
            cls.DRAFT: (cls.SUBMITTED,),
            cls.SUBMITTED: (cls.RETURNED, cls.AGREED, cls.DRAFT),
            cls.RETURNED: (cls.SUBMITTED,),
            cls.AGREED: (),
        }

    @classmethod
    def writable(cls) -> tuple["SheetState", ...]:
        return (cls.DRAFT, cls.RETURNED)


class R(StrEnum):
    """Refusals."""

    UNKNOWN_FIELD = "sheets.unknown_field"
    TOO_LONG = "sheets.too_long"
    NO_DAY = "sheets.no_day"
    NO_MONEY = "sheets.no_money"
    NO_CHOICE = "sheets.no_choice"
    CLOSED = "sheets.closed"
    STALE = "sheets.stale"
    INCOMPLETE = "sheets.incomplete"
    WRONG = "sheets.wrong"
    NO_WORDS = "sheets.no_words"
    OWN_HAND = "sheets.own_hand"
    MOVE_NOT_ALLOWED = "sheets.move_not_allowed"
