"""What somebody has in hand by name, and what is open in an area."""

from datetime import datetime
from uuid import UUID

from django.urls import reverse

from sanshe.appeals.enums import LegState, P, State
from sanshe.appeals.models import Appeal, Leg
from sanshe.core.accounts.types import Matter
from sanshe.core.kit import shanghai
from sanshe.core.rows.queries import within


def parts(person: UUID, at: datetime) -> list[Matter]:
    """Leading parts that somebody signed."""
    rows = Leg.objects.filter(handler=person, state=LegState.SIGNED, is_lead=True).select_related("appeal")
    return [_matter(one.pk, one.appeal, one.unit_path or one.area_path, P.HANDLE) for one in rows.order_by("pk")]


def checks(person: UUID, at: datetime) -> list[Matter]:
    """What somebody was named to check."""
    rows = Appeal.objects.filter(verifier=person, state=State.HANDLED).order_by("pk")
    return [_matter(one.pk, one, one.area_path, P.VERIFY) for one in rows]


def _matter(key: UUID, row: Appeal, place: str, needs: str) -> Matter:
    return Matter(
        key, row.number, reverse("appeals:appeal", args=[row.pk]), place, needs, shanghai.day(row.received_at)
    )


def open_in(path: str, at: datetime) -> int:
    """How many are open there."""
    return Appeal.objects.filter(within([path])).exclude(state__in=State.over()).count()
