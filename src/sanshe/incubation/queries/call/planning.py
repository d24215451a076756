"""What a plan chooses from: centres, areas, the next number."""

from datetime import datetime

from django.db.models import Max, QuerySet

from sanshe.core.areas.queries import name as area_name
from sanshe.core.kit.access import Actor
from sanshe.core.rows.queries import within
from sanshe.incubation.enums.access import P
from sanshe.incubation.models import Batch, Centre


def centres(actor: Actor) -> QuerySet[Centre]:
    """The centres of the areas in which this person plans batches."""
    return Centre.objects.filter(within(actor.paths(P.BATCH_PLAN))).select_related("operator").order_by("name")


def planning_areas(actor: Actor) -> list[tuple[str, str]]:
    return [(path, area_name(path)) for path in actor.paths(P.BATCH_PLAN)]


def next_no(centre: Centre) -> int:
    """The number after the last batch of a centre."""
    return (Batch.objects.filter(centre=centre).aggregate(last=Max("no"))["last"] or 0) + 1


def was_published(batch: Batch) -> bool:
    return batch.calls.filter(published_at__isnull=False).exists()


def has_centre(actor: Actor, at: datetime) -> bool:
    return centres(actor).exists()


def has_batch(actor: Actor, at: datetime) -> bool:
    return Batch.objects.filter(within(actor.paths(P.BATCH_PLAN))).exists()
