"""What is known of doors before somebody goes there: visits, and findings, the newest of each door."""

from collections.abc import Collection
from uuid import UUID

from sanshe.patrol.enums import OPEN, FindingState
from sanshe.patrol.models import Finding, Round, Stop, Visit


def stop_of(key: UUID) -> Stop | None:
    """A stop, wherever it lies: whose it is, the floor below has asked."""
    return Stop.objects.select_related("round", "premises").filter(pk=key).first()


def newest_of(row: Round, premises: Collection[UUID]) -> dict[UUID, Visit]:
    """The newest visit of each door in a round; what was corrected is left out."""
    rows = Visit.objects.filter(stop__round=row, premises__in=premises, corrections=None)
    return {one.premises_id: one for one in rows.order_by("went_at", "device", "seq")}


def newest_before(row: Round, premises: Collection[UUID]) -> dict[UUID, Visit]:
    """The newest visit of each door in an earlier round."""
    rows = Visit.objects.filter(premises__in=premises, stop__round__starts_on__lt=row.starts_on, corrections=None)
    return {one.premises_id: one for one in rows.order_by("went_at", "device", "seq")}


def closed_last(premises: Collection[UUID]) -> dict[UUID, Finding]:
    """The finding that was closed last at each door."""
    rows = Finding.objects.select_related("programme").filter(premises__in=premises, state=FindingState.CLOSED)
    return {one.premises_id: one for one in rows.order_by("ended_at")}


def open_by_door(premises: Collection[UUID]) -> dict[UUID, Finding]:
    """The finding that is open at each door."""
    rows = Finding.objects.select_related("programme").filter(premises__in=premises, state__in=OPEN)
    return {one.premises_id: one for one in rows.order_by("found_at")}
