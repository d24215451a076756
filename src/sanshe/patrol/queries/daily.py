"""What was noted and found on a day, by community."""

from collections.abc import Collection
from datetime import date
from typing import Any

from django.db.models import Count, Q, Sum

from sanshe.core.kit import shanghai
from sanshe.core.rows.queries import within
from sanshe.patrol.enums import Outcome, Purpose
from sanshe.patrol.models import Finding, Round, Stop, Visit


def communities(row: Round, paths: Collection[str]) -> list[str]:
    """Those of a round below some paths, in the order of their codes."""
    rows = Stop.objects.filter(within(paths), round=row).order_by("area_path")
    return list(rows.values_list("area_path", flat=True).distinct())


def _on(day: date, field: str) -> dict[str, Any]:
    return {f"{field}__gte": shanghai.moment(day), f"{field}__lt": shanghai.end(day)}


def visits(row: Round, paths: Collection[str], day: date) -> dict[str, tuple[int, int]]:
    """Community -> how many visits, how many of them behind an open door. What was corrected is left out."""
    rows = Visit.objects.filter(within(paths), stop__round=row, purpose=Purpose.ROUND, corrections=None)
    checked = Count("pk", filter=Q(outcome=Outcome.CHECKED))
    found = rows.filter(**_on(day, "went_at")).order_by().values_list("area_path").annotate(n=Count("pk"), c=checked)
    return {path: (n, c) for path, n, c in found}


def findings(row: Round, paths: Collection[str], day: date) -> dict[str, tuple[int, int]]:
    """Community -> how many findings, how many kilograms as far as they are known."""
    rows = Finding.objects.filter(within(paths), round=row, **_on(day, "found_at")).order_by()
    found = rows.values_list("area_path").annotate(n=Count("pk"), weight=Sum("kg", default=0))
    return {path: (n, weight) for path, n, weight in found}
