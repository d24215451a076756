"""For everybody: the list of titles, a tip, what came of it."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from sanshe.core.kit import clock, shanghai
from sanshe.core.kit.access import Open, needs
from sanshe.core.rows.rules import from_any_page
from sanshe.core.ui.forms import sound
from sanshe.core.ui.queries import districts_of
from sanshe.creation import actions, phrases
from sanshe.creation.forms import TipForm
from sanshe.creation.pages import titles as pages
from sanshe.creation.queries import naming
from sanshe.creation.queries import tips as queries
from sanshe.creation.views.common import found, who


@needs(Open.PUBLIC)
@require_safe
def public(request: HttpRequest) -> HttpResponse:
    """Who holds which title; a revoked one stands here until its old term is over."""
    districts = districts_of(request)
    if not districts:
        return redirect("/")
    rows = naming.public(districts, shanghai.day(request.received_at))[:400]
    return render(request, "creation/public.html", {"lines": [pages.line(one, request.received_at) for one in rows]})


@needs(Open.PUBLIC)
@require_http_methods(["GET", "POST"])
@from_any_page
def tip(request: HttpRequest, key: UUID) -> HttpResponse:
    """Somebody saw something."""
    at = request.received_at
    row = found(naming.public_title(key, shanghai.day(at)))
    request.place = row.area_path  # type: ignore[attr-defined]  # the page names the district it is of
    if request.method == "POST":
        given = sound(TipForm(request.POST)).cleaned_data
        where = {"origin": request.META.get("REMOTE_ADDR", ""), "real": clock.real()}
        made = actions.tip(title=row, **given, **where, **who(request))
        return redirect(reverse("creation:tip_receipt", args=[made.token]))
    return render(request, "creation/tip_form.html", {"line": pages.line(row, at), "form": TipForm()})


@needs(Open.PUBLIC)
@require_safe
def tip_receipt(request: HttpRequest, token: str) -> HttpResponse:
    """What came of a tip, for who has its code."""
    row = found(queries.by_token(token))
    facts = {"row": row, "state": phrases.TIP_STATES[row.state]}
    return render(request, "creation/tip_receipt.html", facts)
