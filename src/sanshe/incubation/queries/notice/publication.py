"""Reading the public notice of the list."""

from collections.abc import Iterable
from datetime import date, datetime
from uuid import UUID

from django.db.models import Count, QuerySet

from sanshe.core.calendar.types import Due
from sanshe.core.kit import shanghai
from sanshe.core.notices.models import PublicNotice
from sanshe.core.receipts.rules import settled
from sanshe.incubation.enums.decision.decision import PlaceKind, PlaceState
from sanshe.incubation.models import Batch, Place

NOTICE = "incubation.places"


def notices_of(batch: Batch) -> QuerySet[PublicNotice]:
    """The notices of this batch's list, newest first."""
    return PublicNotice.objects.filter(kind=NOTICE, subject=batch.pk).order_by("-drafted_at")


def published_of(batches: Iterable[UUID]) -> set[UUID]:
    """Those of these batches whose list has been made public."""
    found = PublicNotice.objects.filter(kind=NOTICE, subject__in=list(batches), published_at__isnull=False)
    return {key for key in found.values_list("subject", flat=True) if key}


def notice_of(batch: Batch) -> PublicNotice | None:
    return notices_of(batch).first()


def window_end(notice: PublicNotice) -> datetime:
    """The first moment after the notice's window."""
    return Due(notice.window_to).moment if notice.window_to else shanghai.end(date.max)


def kinds(batch: Batch) -> dict[str, int]:
    found = Place.objects.filter(batch=batch).values_list("kind").annotate(n=Count("pk"))
    return {kind: n for kind, n in found if kind in set(PlaceKind)}


def in_notice(at: datetime) -> list[Batch]:
    """Batches with places whose notice's window is over."""
    found = Batch.objects.filter(pk__in=Place.objects.filter(state=PlaceState.NOTICED).values("batch_id"))
    ended = ((batch, notices_of(batch).filter(published_at__isnull=False).first()) for batch in found)
    return [batch for batch, notice in ended if notice is not None and window_end(notice) <= settled(at)]
