"""Codes of the demo."""

from enum import StrEnum


class R(StrEnum):
    """Refusals."""

    BEING_TOLD = "demo.being_told"
    STOPPED = "demo.stopped"
