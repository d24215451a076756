"""What a plan chooses from: centres, areas, the next number."""

from datetime import datetime

from django.db.models import Max, QuerySet

from sanshe.core.kit.access import Actor
from sanshe.core.parties.enums import Side
from sanshe.core.parties.models import Office
from sanshe.core.parties.queries import offices
from sanshe.core.rows.queries import within
from sanshe.incubation.enums.access import P
from sanshe.incubation.models import Batch


def centres(actor: Actor) -> QuerySet[Office]:
    """The centres of the areas in which this person plans batches."""
    return offices(actor.paths(P.BATCH_PLAN), Side.RUNS)


def next_no(centre: Office) -> int:
    """The number after the last batch of a centre."""
    return (Batch.objects.filter(centre=centre).aggregate(last=Max("no"))["last"] or 0) + 1


def was_published(batch: Batch) -> bool:
    return batch.calls.filter(published_at__isnull=False).exists()


def has_offices(actor: Actor, at: datetime) -> bool:
    """Whether the office that runs batches and the one that approves are both entered."""
    sides = set(offices(actor.paths(P.BATCH_PLAN)).values_list("side", flat=True))
    return sides == set(Side)


def has_batch(actor: Actor, at: datetime) -> bool:
    return Batch.objects.filter(within(actor.paths(P.BATCH_PLAN))).exists()
