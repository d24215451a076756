"""Two entries of one body become one organisation: what it applied for and where it was goes along with its numbers."""

import datetime
from uuid import UUID

from sanshe.core.kit.access import Actor
from sanshe.incubation.models import Application, Entry


def follow(*, organisation: UUID, into: UUID, by: Actor, at: datetime.datetime) -> int:
    """Both in incubation at once is stopped by the constraint; the merging itself is on record."""
    moved = Application.objects.filter(organisation=organisation).update(organisation=into)
    return moved + Entry.objects.filter(organisation=organisation).update(organisation=into)
