"""Reading who leaves."""

from uuid import UUID

from django.db.models import QuerySet

from sanshe.core.kit.access import Actor
from sanshe.incubation.enums.exit import ExitState
from sanshe.incubation.models import Batch, Entry, Exit
from sanshe.incubation.queries.assessment import scope

KIND = "incubation.exit"


def exit_of(entry: Entry) -> Exit | None:
    """The newest: the one that stands, or the last that was withdrawn; a new one comes only after a withdrawal."""
    return Exit.objects.filter(entry=entry).order_by("-proposed_at", "-pk").first()


def exit_for(actor: Actor, code: str, pk: UUID) -> Exit | None:
    found = Exit.objects.filter(scope(actor, code, "entry__organisation"), pk=pk)
    return found.select_related("entry", "entry__organisation", "entry__batch", "entry__batch__centre").first()


def is_leaving(entry: Entry) -> bool:
    return Exit.objects.filter(entry=entry, state__in=ExitState.open()).exists()


def of_batch(batch: Batch) -> QuerySet[Exit]:
    found = Exit.objects.filter(entry__batch=batch).exclude(state=ExitState.WITHDRAWN)
    return found.select_related("entry", "entry__organisation").order_by("entry__organisation__name")
