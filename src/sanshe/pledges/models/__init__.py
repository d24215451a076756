"""Campaigns, versions, sessions, pledges, and what is counted beside them."""

from sanshe.pledges.models.campaign import Campaign, Lesson, PledgeText
from sanshe.pledges.models.pledge import PaperSheet, Pledge
from sanshe.pledges.models.session import Collective, DriverCount, Session

__all__ = ["Campaign", "Collective", "DriverCount", "Lesson", "PaperSheet", "Pledge", "PledgeText", "Session"]
