"""What somebody of patrol has in hand by name, and what is open in an area."""

from datetime import datetime
from uuid import UUID

from django.urls import reverse

from sanshe.core.accounts.types import Matter
from sanshe.core.rows.queries import within
from sanshe.patrol.enums import OPEN, P
from sanshe.patrol.models import Finding


def rechecks(person: UUID, at: datetime) -> list[Matter]:
    """Findings that they were named to recheck."""
    rows = Finding.objects.filter(rechecker=person, state__in=OPEN).order_by("number")
    return [_matter(row) for row in rows]


def _matter(row: Finding) -> Matter:
    url = reverse("patrol:finding", args=[row.pk])
    return Matter(row.pk, row.name, url, row.area_path, P.RECHECK, row.recheck_by or row.due_on)


def findings_in(path: str, at: datetime) -> int:
    """Findings of an area that are not ended."""
    return Finding.objects.filter(within([path]), state__in=OPEN).count()
