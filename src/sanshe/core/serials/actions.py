"""Serial numbers without gaps."""

from django.db import transaction
from django.db.models import F

from sanshe.core.serials.models import Serial


@transaction.atomic
def next_number(*, series: str) -> int:
    """The next number of a series, from 1, without gaps: it is given back when the caller's transaction fails.

    Callers of one series wait for one another until the transaction ends; make it the last thing before the write.
    """
    return next_numbers(series=series, n=1)[0]


@transaction.atomic
def next_numbers(*, series: str, n: int) -> range:
    """The next `n` numbers at once."""
    if not Serial.objects.filter(series=series).update(last=F("last") + n):
        Serial.objects.bulk_create([Serial(series=series, last=0)], ignore_conflicts=True)
        Serial.objects.filter(series=series).update(last=F("last") + n)
    last = Serial.objects.values_list("last", flat=True).get(series=series)
    return range(last - n + 1, last + 1)
