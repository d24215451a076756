"""Counters by deltas."""

from collections import defaultdict
from datetime import datetime

from django.db import transaction
from django.db.models import F

from sanshe.core.figures.models import Counter, CounterDelta

FOLD = 5000


def count(*, key: str, area_path: str, n: int, at: datetime) -> None:
    """Add to a counter in the caller's transaction. An insert: events never wait for one another."""
    if n:
        CounterDelta.objects.create(key=key, area_path=area_path, n=n, at=at)


def fold() -> int:
    """Add the deltas up into their counters; returns how many were folded. Two at once do no harm."""
    total = 0
    while done := _fold_some():
        total += done
    return total


@transaction.atomic
def _fold_some() -> int:
    rows = list(CounterDelta.objects.select_for_update(skip_locked=True).order_by("pk")[:FOLD])
    sums: dict[tuple[str, str], int] = defaultdict(int)
    for row in rows:
        sums[row.key, row.area_path] += row.n
    for (key, area_path), n in sorted(sums.items()):  # always in this order: two folders cannot block one another
        _add(key, area_path, n)
    gone, _ = CounterDelta.objects.filter(pk__in=[row.pk for row in rows]).delete()
    if gone != len(rows):
        raise RuntimeError("a delta was folded by somebody else")  # rolls everything back; the next run finds the rest
    return gone


def _add(key: str, area_path: str, n: int) -> None:
    Counter.objects.bulk_create([Counter(key=key, area_path=area_path, n=0)], ignore_conflicts=True)
    Counter.objects.filter(key=key, area_path=area_path).update(n=F("n") + n)
