"""One's messages, and in a demo the box where text messages would arrive."""

from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from sanshe.core.kit.access import Open, needs
from sanshe.core.notices import actions, phrases, queries
from sanshe.core.rows.rules import from_any_page


@needs(Open.ANY_USER)
@require_safe
def inbox(request: HttpRequest) -> HttpResponse:
    """One's messages, newest first."""
    page = queries.my_messages(request.actor, request.GET.get("after"), request.GET.get("before"))
    return render(request, "notices/inbox.html", {"page": page, "unread": queries.unread(request.actor)})


@needs(Open.ANY_USER)
@require_http_methods(["POST"])
@from_any_page
def message(request: HttpRequest, message_id: UUID) -> HttpResponse:
    """Mark one as read and go where it points to."""
    found = queries.message_of(request.actor, message_id)
    if found is None:
        raise Http404
    actions.read(message=found, by=request.actor, at=request.received_at)
    is_ours = found.url.startswith("/") and url_has_allowed_host_and_scheme(found.url, allowed_hosts=None)
    return redirect(found.url if is_ours else "notices:inbox")


@needs(Open.ANY_USER)
@require_POST
def read_all(request: HttpRequest) -> HttpResponse:
    """Mark all as read."""
    actions.read_all(by=request.actor, at=request.received_at)
    return redirect("notices:inbox")


@needs(Open.PUBLIC)
@require_safe
def sms(request: HttpRequest) -> HttpResponse:
    """Text messages of a demo; anywhere else there is no such page."""
    if not settings.IS_DEMO:
        raise Http404
    page = queries.text_messages(request.GET.get("after"), request.GET.get("before"))
    facts = {"page": page, "states": phrases.MESSAGE_STATES, "pills": phrases.MESSAGE_PILLS}
    return render(request, "notices/sms.html", facts)
