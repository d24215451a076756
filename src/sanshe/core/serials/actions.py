"""Serial numbers without gaps."""

from django.db import transaction
from django.db.models import F

from sanshe.core.serials.models import Serial


@transaction.atomic
def next_number(*, series: str) -> int:
    """The next number of a series, from 1, without gaps: it is given back when the caller's transaction fails.

    Callers of one series wait for one another until the transaction ends; make it the last thing before the write.
    """
    if not Serial.objects.filter(series=series).update(last=F("last") + 1):
        Serial.objects.bulk_create([Serial(series=series, last=0)], ignore_conflicts=True)
        Serial.objects.filter(series=series).update(last=F("last") + 1)
    return Serial.objects.values_list("last", flat=True).get(series=series)
