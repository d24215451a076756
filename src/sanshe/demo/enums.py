"""Codes of the demo."""

from enum import StrEnum


class R(StrEnum):
    """Refusals."""

    NOT_DEMO = "demo.not_demo"
