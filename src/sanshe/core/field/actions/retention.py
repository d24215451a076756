"""The words of events go in their time."""

from datetime import datetime

from django.db import transaction

from sanshe.core.field import queries
from sanshe.core.field.enums import E
from sanshe.core.field.models import Device, Event
from sanshe.core.kit.access import SYSTEM
from sanshe.core.rows.actions import record


def destroy_over(at: datetime) -> int:
    """Destroy the words of events that are over 400 days old and wait for nobody; each night. Answers how many."""
    keys = queries.devices_with_old_words(at)
    return sum(_destroy(device, at) for device in Device.objects.filter(pk__in=keys).order_by("pk"))


@transaction.atomic
def _destroy(device: Device, at: datetime) -> int:
    old = queries.old_words(at).filter(device=device)
    n = Event.objects.filter(pk__in=list(old.values_list("pk", flat=True))).update(words="", destroyed_at=at)
    record(E.DESTROYED, device, by=SYSTEM, at=at, events=n)
    return n
