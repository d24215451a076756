"""One body that was entered twice: asked by one person, agreed to or dropped by another."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from sanshe.core.kit.access import needs
from sanshe.core.kit.refused import Refused
from sanshe.core.parties import actions, queries
from sanshe.core.parties.enums import P, R


@needs(P.WRITE)
@require_POST
def merge(request: HttpRequest, organisation_id: UUID) -> HttpResponse:
    """Ask for it, agree to it, or drop it."""
    found, act = queries.to_merge(request.actor, organisation_id), request.POST.get("act", "")
    if found is None:
        raise Http404
    who = {"organisation": found, "by": request.actor, "at": request.received_at}
    if act == "agree":
        actions.agree_merge(**who)
        messages.success(request, _("并成一家了。"))
        return redirect("parties:organisation", found.merged_into_id)
    if act == "drop":
        actions.drop_merge(**who)
        return redirect("parties:organisation", found.pk)
    into = queries.to_merge_with(request.actor, request.POST.get("into", "")[:60])
    if into is None:
        raise Refused(R.MERGE_UNKNOWN)
    actions.ask_merge(into=into, reason=request.POST.get("reason", ""), **who)
    return redirect("parties:organisation", found.pk)
