"""Codes of ui."""

from enum import StrEnum


class R(StrEnum):
    """What is wrong with what was typed into a field, by what the field itself says it takes."""

    MISFILLED = "ui.misfilled"
    EMPTY = "ui.empty"
    NOT_OFFERED = "ui.not_offered"
    NO_NUMBER = "ui.no_number"
    TOO_SMALL = "ui.too_small"
    TOO_LARGE = "ui.too_large"
    NO_DAY = "ui.no_day"
    TOO_LONG = "ui.too_long"
    UNFIT = "ui.unfit"
