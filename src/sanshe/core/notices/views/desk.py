"""Notices as an officer works with them."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from sanshe.core.audit.queries import history
from sanshe.core.kit.access import needs
from sanshe.core.notices import phrases, queries
from sanshe.core.notices.enums import P


@needs(P.READ)
@require_safe
def desk(request: HttpRequest) -> HttpResponse:
    """The notices of one's areas in every state."""
    at = request.received_at
    page = queries.desk_page(request.actor, request.GET.get("after"), request.GET.get("before"))
    rows = [(one, queries.window_of(one, at)) for one in page.rows]
    facts = {"page": page, "rows": rows, "states": phrases.STATES, "pills": phrases.PILLS, "kinds": phrases.DAY_KINDS}
    return render(request, "notices/desk.html", facts)


@needs(P.READ)
@require_safe
def one(request: HttpRequest, notice_id: UUID) -> HttpResponse:
    """One notice as it stands, drafts too, with what happened to it."""
    found = queries.notice(request.actor, notice_id)
    if found is None:
        raise Http404
    facts = {
        "notice": found,
        "doc": queries.doc_for(found),
        "window": queries.window_of(found, request.received_at),
        "kinds": phrases.DAY_KINDS,
        "state": phrases.STATES[found.state],
        "pill": phrases.PILLS[found.state],
        "entries": history("notices.notice", found.pk),
    }
    return render(request, "notices/one.html", facts)
