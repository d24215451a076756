"""Striking a recorded fact from the page of its entry."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from sanshe.core.kit.access import needs
from sanshe.core.rows.rules import from_any_page
from sanshe.incubation.actions.stay import strike as actions
from sanshe.incubation.enums.access import P
from sanshe.incubation.enums.stay.strike import Struck
from sanshe.incubation.queries.stay import strike as queries


@needs(P.SUPERVISION_RECORD, P.RESOURCE_MANAGE, P.SUPPORT_MANAGE, P.RECEIPT_CHECK, P.PLAN_JUDGE)
@require_POST
@from_any_page
def strike(request: HttpRequest, sort: str, pk: UUID) -> HttpResponse:
    row = queries.strikable(request.actor, Struck(sort), pk) if sort in list(Struck) else None
    if row is None:
        raise Http404
    reason = request.POST.get("reason", "")
    actions.strike(row=row, reason=reason, by=request.actor, at=request.received_at)
    return redirect("incubation:entry", pk=queries.entry_of(Struck(sort), row).pk)
