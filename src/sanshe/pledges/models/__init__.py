"""Campaigns, versions, sessions, pledges, and what is counted beside them."""

from sanshe.pledges.models.campaign import Campaign, Lesson, PledgeText
from sanshe.pledges.models.pledge import PaperSheet, Pledge
from sanshe.pledges.models.session import Collective, DriverCount, Participant, Session

__all__ = [
    "Campaign",
    "Collective",
    "DriverCount",
    "Lesson",
    "PaperSheet",
    "Participant",
    "Pledge",
    "PledgeText",
    "Session",
]
