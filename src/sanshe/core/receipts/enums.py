"""Codes of receipts."""

from enum import StrEnum


class Trouble(StrEnum):
    """Why a request could not be answered now, though it may be in a moment."""

    BUSY = "receipts.busy"
    FULL = "receipts.full"
    UNKNOWN_COMMIT = "receipts.unknown_commit"


class R(StrEnum):
    """Refusals."""

    NO_ID = "receipts.no_id"
    OTHER_CONTENT = "receipts.other_content"


class Fault(StrEnum):
    """What a program is told when no rule of an app said no."""

    WRONG = "api.wrong"
    FORGED = "api.forged"
    MAY_NOT = "api.may_not"
    MISSING = "api.missing"
    NO_SUCH_ACT = "api.no_such_act"
    CLASH = "api.clash"
    INVALID = "api.invalid"
    TOO_SLOW = "api.too_slow"
    TOO_LARGE = "api.too_large"
    TOO_OFTEN = "api.too_often"
    NOT_NOW = "api.not_now"
    FAILED = "api.failed"
