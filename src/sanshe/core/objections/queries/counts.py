"""Open objections and what they hold up, counts, and what has run out."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Count as Counted
from django.db.models import Q, QuerySet

from sanshe.core.kit import shanghai
from sanshe.core.objections.enums import State
from sanshe.core.objections.models import Objection
from sanshe.core.objections.types import Count
from sanshe.core.receipts.rules import settled
from sanshe.core.rows.queries import within


def open_rows(kind: str, **which: Any) -> QuerySet[Objection]:
    """Objections that hold up what they are about."""
    return Objection.objects.filter(kind=kind, state__in=State.blocking(), **which)


def is_blocked(kind: str, subject: UUID) -> bool:
    """Whether something may not move on, because an objection to it is open."""
    return open_rows(kind, subject=subject).exists()


def blocked(kind: str, listing: UUID) -> set[UUID]:
    """What is held up of what was announced."""
    return set(open_rows(kind, listing=listing).values_list("subject", flat=True))


def of_listing(kind: str, listing: UUID) -> QuerySet[Objection]:
    """Every objection to what was announced; one that was taken back is none."""
    return Objection.objects.filter(kind=kind, listing=listing).exclude(state=State.TAKEN_BACK)


def count_of(kind: str, listing: UUID) -> Count:
    """How many there are, and how many are open."""
    open_ones = Counted("pk", filter=Q(state__in=State.blocking()))
    return Count(**of_listing(kind, listing).aggregate(received=Counted("pk"), open=open_ones))


def under(kind: str, path: str) -> int:
    """How many there are at and below an area."""
    return Objection.objects.filter(within([path]), kind=kind).exclude(state=State.TAKEN_BACK).count()


def waiting(kind: str, listings: Iterable[UUID]) -> QuerySet[Objection]:
    """What waits to be taken up or answered, the nearest day first."""
    states = [State.RECEIVED, State.ACCEPTED]
    return Objection.objects.filter(kind=kind, listing__in=list(listings), state__in=states).order_by("answer_due_on")


def to_close(at: datetime) -> list[Objection]:
    """Answered objections whose days to ask for a review are over."""
    return list(Objection.objects.filter(state=State.ANSWERED, review_due_on__lt=shanghai.day(settled(at))))
