"""Taking back what was handed in ten minutes ago at most."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from sanshe.core.kit.access import Open, needs
from sanshe.incubation.actions import undo as actions
from sanshe.incubation.queries.call.application import own


@needs(Open.ANY_USER)
@require_POST
def undo(request: HttpRequest, pk: UUID) -> HttpResponse:
    row = own(request.actor, pk)
    if row is None:
        raise Http404
    actions.take_back_last(application=row, by=request.actor, at=request.received_at)
    return redirect("incubation:form", pk=pk)
