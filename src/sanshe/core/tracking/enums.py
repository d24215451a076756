"""Codes of tracking."""

from enum import StrEnum


class R(StrEnum):
    """Refusals: the same for a number that nobody has and for digits that do not belong to it."""

    NOT_FOUND = "tracking.not_found"
    TOO_MANY = "tracking.too_many"
