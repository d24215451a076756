"""Reading who leaves."""

from uuid import UUID

from django.db.models import Q, QuerySet

from sanshe.core.kit.access import Actor
from sanshe.incubation.enums.exit import ExitState
from sanshe.incubation.models import Batch, Entry, Exit
from sanshe.incubation.queries.assessment import scope

KIND = "incubation.exit"


def exit_of(entry: Entry) -> Exit | None:
    """The exit that stands, or the newest that was withdrawn."""
    return Exit.objects.filter(entry=entry).order_by(Q(state=ExitState.WITHDRAWN), "-proposed_at").first()


def exit_for(actor: Actor, code: str, pk: UUID) -> Exit | None:
    found = Exit.objects.filter(scope(actor, code, "entry__organisation"), pk=pk)
    return found.select_related("entry", "entry__organisation", "entry__batch", "entry__batch__centre").first()


def is_leaving(entry: Entry) -> bool:
    return Exit.objects.filter(entry=entry, state__in=ExitState.open()).exists()


def of_batch(batch: Batch) -> QuerySet[Exit]:
    found = Exit.objects.filter(entry__batch=batch).exclude(state=ExitState.WITHDRAWN)
    return found.select_related("entry", "entry__organisation").order_by("entry__organisation__name")
