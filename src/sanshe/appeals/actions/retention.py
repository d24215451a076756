"""What is not kept for ever: words three years after the end, sensitive ones ninety days, who it was one year."""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q, QuerySet

from sanshe.appeals.models import Addition, Appeal, Callback, Contact, Leg, Verification
from sanshe.core.audit import actions as audit
from sanshe.core.audit.enums import E as Audit
from sanshe.core.kit.access import SYSTEM

YEARS_OF_WORDS, DAYS_OF_SENSITIVE, DAYS_OF_PERSON = 3, 90, 365


@transaction.atomic
def purge(*, at: datetime) -> int:
    """Destroy what its time is over for; returns in how many appeals. The row, its number and its verdict stay."""
    old = Q(closed_at__lt=at - timedelta(days=365 * YEARS_OF_WORDS))
    old |= Q(closed_at__lt=at - timedelta(days=DAYS_OF_SENSITIVE), category__is_sensitive=True)
    found = list(Appeal.objects.filter(old, is_emptied=False).values_list("pk", flat=True))
    _empty(Appeal.objects.filter(pk__in=found), "text", "place", "answer")
    for model, field in (
        (Leg, "done"),
        (Contact, "said"),
        (Verification, "found"),
        (Callback, "words"),
        (Addition, "words"),
    ):
        _empty(model._base_manager.filter(appeal__in=found), field)
    Appeal.objects.filter(pk__in=found).update(is_emptied=True)
    unnamed = Appeal.objects.filter(closed_at__lt=at - timedelta(days=DAYS_OF_PERSON)).exclude(
        person=None, track_index=None, code_index=None
    )
    gone = unnamed.update(person=None, track_index=None, code_index=None)
    if found or gone:
        record_of = {"words": len(found), "persons": gone}
        audit.record(event=Audit.PURGED, kind="appeals.appeal", subject="", by=SYSTEM, at=at, new=record_of)
    return len(found)


def _empty(rows: QuerySet, *fields: str) -> None:
    rows.update(**dict.fromkeys(fields, ""))
