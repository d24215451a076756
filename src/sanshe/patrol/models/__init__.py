"""Rows of patrol."""

from sanshe.patrol.models.finding import Finding, Referral, Request
from sanshe.patrol.models.round import FrameChange, Round, Stop
from sanshe.patrol.models.season import Programme
from sanshe.patrol.models.visit import Visit

__all__ = ["Finding", "FrameChange", "Programme", "Referral", "Request", "Round", "Stop", "Visit"]
