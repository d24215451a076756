"""The devices of somebody, and of the areas they see to."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from sanshe.core.accounts.queries.people import names_of
from sanshe.core.field import actions, phrases, queries
from sanshe.core.kit.access import Open, needs

MOST = 100


@needs(Open.STAFF)
@require_safe
def devices(request: HttpRequest) -> HttpResponse:
    """Each with what came of it: how much, what is missing, when it was last heard of."""
    rows = list(queries.devices(request.actor)[:MOST])
    names = names_of({row.user for row in rows})
    lines = [(row, names.get(row.user, ""), queries.count_of(row)) for row in rows]
    pages = [(kind.label, kind.page) for kind in queries.FIELDS if request.actor.may(kind.needs)]
    return render(request, "field/devices.html", {"lines": lines, "pages": pages, "title": phrases.NAME})


@needs(Open.STAFF)
@require_POST
def revoke(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Lost, handed back, another's now."""
    device = queries.device_for(request.actor, pk)
    if device is None:
        raise Http404
    why = request.POST.get("why", "")
    actions.revoke(device=device, why=why, by=request.actor, at=request.received_at)
    messages.success(request, _("停用了。它还没传的记录，传来后等人核。"))
    return redirect("field:devices")
