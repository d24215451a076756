"""Codes of ledgers."""

from enum import StrEnum


class E(StrEnum):
    """Events."""

    EXPORTED = "ledgers.exported"


class R(StrEnum):
    """Refusals."""

    TOO_LONG_FOR_PAPER = "ledgers.too_long_for_paper"
    UNKNOWN_FILTER = "ledgers.unknown_filter"
    SPOILT_CURSOR = "ledgers.spoilt_cursor"


class Kind(StrEnum):
    """What a column holds, and so how it is set and written."""

    TEXT = "text"
    INT = "int"
    DATE = "date"
    DATETIME = "datetime"
    MONEY = "money"
    PILL = "pill"


class FilterKind(StrEnum):
    """How a list is narrowed."""

    CHOICE = "choice"
    TEXT = "text"
    DATES = "dates"
    AREA = "area"
