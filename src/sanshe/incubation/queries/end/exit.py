"""Reading who leaves."""

from django.db.models import QuerySet

from sanshe.incubation.enums.end.exit import ExitState
from sanshe.incubation.models import Batch, Entry, Exit

KIND = "incubation.exit"


def exit_of(entry: Entry) -> Exit | None:
    """The newest: the one that stands, or the last that was withdrawn; a new one comes only after a withdrawal."""
    return Exit.objects.filter(entry=entry).order_by("-proposed_at", "-pk").first()


def is_leaving(entry: Entry) -> bool:
    return Exit.objects.filter(entry=entry, state__in=ExitState.open()).exists()


def of_batch(batch: Batch) -> QuerySet[Exit]:
    found = Exit.objects.filter(entry__batch=batch).exclude(state=ExitState.WITHDRAWN)
    return found.select_related("entry", "entry__organisation").order_by("entry__organisation__name")
