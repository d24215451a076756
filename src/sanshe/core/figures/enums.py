"""Codes of figures."""

from enum import StrEnum


class R(StrEnum):
    """Refusals."""

    NO_MOMENT = "figures.no_moment"
