"""Reading the register: who entered, and the figures that are published."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from sanshe.core.kit.access import Actor
from sanshe.core.rows.queries import within
from sanshe.incubation.enums.access import P
from sanshe.incubation.enums.agreement.register import EntryState, TotalName
from sanshe.incubation.enums.call.batch import BatchState
from sanshe.incubation.models import Batch, Entry
from sanshe.incubation.rules.agreement.register import total_name


def entries(actor: Actor) -> QuerySet[Entry]:
    found = Entry.objects.filter(within(actor.paths(P.REGISTER_READ)))
    return found.select_related("organisation", "batch", "agreement").order_by("-entered_on", "organisation__name")


def entered(batches: Iterable[Batch]) -> dict[UUID, int]:
    """How many entered by batch, in one query."""
    found = Entry.objects.filter(batch__in=[one.pk for one in batches]).values_list("batch")
    return dict(found.annotate(n=Count("pk")).order_by())


def sums(path: str) -> dict[str, int]:
    """Graduated, in incubation and left are all entries under an area; and distinct organisations that ever entered."""
    found = Entry.objects.filter(within([path])).aggregate(
        graduated=Count("pk", filter=Q(state=EntryState.GRADUATED)),
        in_incubation=Count("pk", filter=Q(state=EntryState.IN_INCUBATION)),
        left=Count("pk", filter=Q(state=EntryState.LEFT)),
        entered_total=Count("organisation", distinct=True),
    )
    return dict(found)


def total_name_of(found: dict[str, int], path: str) -> TotalName:
    """What the total of these sums may be called."""
    running = Batch.objects.filter(within([path])).exclude(state=BatchState.CLOSED_OUT).count()
    return total_name(running=running, in_incubation=found["in_incubation"], left=found["left"])


def batch_line(batch: Batch, funnel: Any) -> dict[str, int]:
    """One batch among the published figures."""
    names = ("received", "screened_in", "selected", "reserve", "signed")
    return {"no": batch.no, **{name: getattr(funnel, name) for name in names}}


def sums_for(actor: Actor) -> dict[str, Any]:
    """The register's sums for who may read it, and what their total is called; empty for everybody else."""
    paths = actor.paths(P.REGISTER_READ)
    if not paths:
        return {}
    found = sums(paths[0])
    return {**found, "total_name": total_name_of(found, paths[0])}
