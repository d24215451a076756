"""Figures: counters in one query, recounts from the records, and where the two differ."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from typing import Any

from django.db.models import Q, Sum

from sanshe.core.figures.models import Counter, CounterDelta
from sanshe.core.figures.types import Indicator
from sanshe.core.kit.prefix import outer
from sanshe.core.kit.registry import Registry
from sanshe.core.rows.queries import within

INDICATORS: Registry[Indicator] = Registry("indicator")
FIGURES: Registry[Callable[[str, datetime], dict[str, Any]]] = Registry("published figures")
"""By app: (area path, the time they are counted at) -> figures by name, counted from the rows."""


def counters(keys: Sequence[str], prefixes: Sequence[str]) -> dict[str, int]:
    """What the counters stand at over these areas, in one query; 0 for a key never counted."""
    where = Q(key__in=list(keys)) & within(outer(prefixes))
    kept = Counter.objects.filter(where).order_by().values_list("key").annotate(total=Sum("n"))
    new = CounterDelta.objects.filter(where).order_by().values_list("key").annotate(total=Sum("n"))
    found = dict.fromkeys(keys, 0)
    for key, total in kept.union(new, all=True):
        found[key] += int(total)
    return found


def figure(indicator: Indicator, prefixes: Sequence[str]) -> int:
    """One figure over these areas, from its counter when it has one."""
    return figures([indicator], prefixes)[indicator.code]


def figures(indicators: Iterable[Indicator], prefixes: Sequence[str]) -> dict[str, int]:
    """Figures by code; those with counters cost one query together, the others one recount each."""
    wanted = list(indicators)
    kept = counters([one.counter for one in wanted if one.counter], prefixes)
    return {one.code: kept[one.counter] if one.counter else _recount(one, prefixes) for one in wanted}


def _recount(indicator: Indicator, prefixes: Sequence[str]) -> int:
    return sum(indicator.recount(prefix) for prefix in outer(prefixes))


def published(path: str, at: datetime) -> dict[str, Any]:
    """Every published figure, counted from the records: what the apps publish as a whole, and each indicator."""
    whole = {code: FIGURES[code](path, at) for code in FIGURES.codes()}
    return whole | {"indicators": {one.code: one.recount(path) for one in INDICATORS}}


def differences(path: str) -> list[tuple[str, int, int]]:
    """(code, counted in the records, kept by the counter) for each figure whose counter is not what the records say."""
    counted = [one for one in INDICATORS if one.counter]
    kept = counters([one.counter for one in counted], [path])
    pairs = [(one.code, one.recount(path), kept[one.counter]) for one in counted]
    return [pair for pair in pairs if pair[1] != pair[2]]
