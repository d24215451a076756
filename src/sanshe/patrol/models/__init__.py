"""Rows of patrol."""

from sanshe.patrol.models.round import FrameChange, Round, Stop
from sanshe.patrol.models.season import Programme

__all__ = ["FrameChange", "Programme", "Round", "Stop"]
