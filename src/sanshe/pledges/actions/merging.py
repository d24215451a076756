"""Two entries of one unit become one: what names it goes along."""

from datetime import datetime
from uuid import UUID

from sanshe.core.kit.access import Actor
from sanshe.pledges.models import DriverCount, PaperSheet, Participant, Pledge, Session


def follow(*, organisation: UUID, into: UUID, by: Actor, at: datetime) -> int:
    """Both taking part in one campaign is one taking part; the merging itself is on record."""
    twice = Participant.objects.filter(unit=into).values("campaign")
    Participant.objects.filter(unit=organisation, campaign__in=twice).delete()
    moved = Participant.objects.filter(unit=organisation).update(unit=into)
    for rows in (Pledge.objects, Session.objects, PaperSheet.objects, DriverCount.every):
        moved += rows.filter(unit=organisation).update(unit=into)
    return moved
