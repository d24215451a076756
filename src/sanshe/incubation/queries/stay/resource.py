"""Reading links among the five."""

from uuid import UUID

from django.db.models import Count, QuerySet

from sanshe.core.kit.access import Actor
from sanshe.core.kit.hours import hours
from sanshe.core.kit.money import yuan
from sanshe.core.rows.queries import within
from sanshe.incubation.enums.access import P
from sanshe.incubation.enums.stay.resource import LinkState
from sanshe.incubation.models import Batch, Entry, ResourceLink


def link_for(actor: Actor, pk: UUID, code: str = P.RESOURCE_MANAGE) -> ResourceLink | None:
    found = ResourceLink.objects.filter(within(actor.paths(code))).select_related("entry__organisation")
    return found.filter(pk=pk).first()


def of_entry(entry: Entry) -> QuerySet[ResourceLink]:
    """Every link, those struck as well."""
    return ResourceLink.every.filter(entry=entry).order_by("-proposed_at")


def counts(batch: Batch) -> dict[UUID, int]:
    """Links that came about, by entry."""
    found = ResourceLink.objects.filter(entry__batch=batch, linked_on__isnull=False)
    return dict(found.values_list("entry").annotate(n=Count("pk")))


def proposed(batch: Batch) -> list[UUID]:
    """Whose links wait to be made, the oldest first; one for each link."""
    found = ResourceLink.objects.filter(entry__batch=batch, state=LinkState.PROPOSED)
    return list(found.order_by("proposed_at", "pk").values_list("entry", flat=True))


def amount(row: ResourceLink) -> str:
    """What passed, as far as it is known: 12 小时，图书 80 本，3,000 元."""
    parts = (
        f"{hours(row.quarters)} 小时" if row.quarters else "",
        row.goods,
        f"{yuan(row.cents)} 元" if row.cents else "",
    )
    return "，".join(part for part in parts if part)
