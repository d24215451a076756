"""Codes of the demo."""

from enum import StrEnum


class R(StrEnum):
    """Refusals."""

    NOT_DEMO = "demo.not_demo"
    UNKNOWN_MOMENT = "demo.unknown_moment"
    NOBODY_HERE = "demo.nobody_here"
    NOT_EMPTY = "demo.not_empty"
