"""One event: as it came, what waits, admitting it and setting it aside."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from sanshe.core.accounts.queries import person
from sanshe.core.audit.queries import history
from sanshe.core.field import actions, phrases, queries
from sanshe.core.field.enums import EventState
from sanshe.core.kit.access import Open, needs


def _found(request: HttpRequest, pk: UUID) -> Any:
    row = queries.event_for(request.actor, pk)
    if row is None:
        raise Http404
    return row


def _to_decide(request: HttpRequest, pk: UUID) -> Any:
    row = _found(request, pk)
    if not queries.may_decide(request.actor, row):
        raise Http404
    return row


@needs(Open.STAFF)
@require_safe
def event(request: HttpRequest, pk: UUID) -> HttpResponse:
    """What was noted, when and by whom; what came of it."""
    row = _found(request, pk)
    state = EventState(row.state)
    facts = {
        "row": row,
        "label": queries.FIELDS[row.kind].label,
        "told": queries.told_of(row),
        "lines": queries.lines_of(row),
        "first": queries.lines_of(row.twin) if row.twin else [],
        "sender": person(row.user),
        "decider": person(row.decided_by),
        "word": phrases.STATES[state],
        "pill": phrases.PILLS[state],
        "entries": history("field.event", row.pk),
    }
    may_decide = queries.may_decide(request.actor, row) and row.user != request.actor.id
    is_open = state == EventState.WAITING and may_decide
    return render(request, "field/event.html", {**facts, "is_open": is_open})


@needs(Open.STAFF)
@require_POST
def admit(request: HttpRequest, pk: UUID) -> HttpResponse:
    """It counts."""
    why = request.POST.get("why", "")
    actions.admit(event=_to_decide(request, pk), why=why, by=request.actor, at=request.received_at)
    return redirect("field:event", pk=pk)


@needs(Open.STAFF)
@require_POST
def set_aside(request: HttpRequest, pk: UUID) -> HttpResponse:
    """It does not count."""
    why = request.POST.get("why", "")
    actions.set_aside(event=_to_decide(request, pk), why=why, by=request.actor, at=request.received_at)
    return redirect("field:event", pk=pk)
