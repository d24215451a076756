"""For anybody, on their own telephone: read, write who one is, type the code; then one's own pledge."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from sanshe.core.accounts.adapters import give_device, neighbourhood
from sanshe.core.kit import clock
from sanshe.core.kit.access import Open, needs
from sanshe.core.kit.asked import key_of
from sanshe.core.parties.queries import by_id
from sanshe.core.privacy.rules import mask_phone
from sanshe.core.receipts.rules import without_receipt
from sanshe.core.signing.phrases import GRADES
from sanshe.core.tracking.adapters import is_open, open_in
from sanshe.core.tracking.types import Matter
from sanshe.core.ui.forms import sound
from sanshe.pledges import actions, adapters, phrases
from sanshe.pledges.forms import CodeForm, SignForm
from sanshe.pledges.pages import sign as pages
from sanshe.pledges.queries import campaigns as queries
from sanshe.pledges.queries.pledges import KIND, own_pledge
from sanshe.pledges.types import Asked


def _campaign(request: HttpRequest, key: UUID) -> tuple[Any, Any]:
    row = queries.open_campaign(key, request.received_at)
    text = queries.text_in_force(row) if row else None
    if text is None:
        raise Http404
    return row, text


@needs(Open.PUBLIC)
@require_safe
def read(request: HttpRequest, key: UUID) -> HttpResponse:
    """The text that is in force, and what one should know before one signs."""
    row, text = _campaign(request, key)
    session = queries.session_of(row, key_of(request.GET.get("s")))
    facts = {"campaign": row, "text": pages.shown(text, row), "session": session, "renews": request.GET.get("renew")}
    return render(request, "pledges/read.html", facts)


@needs(Open.PUBLIC)
@without_receipt
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def details(request: HttpRequest, key: UUID) -> HttpResponse:
    """Who signs; then a code goes to their telephone."""
    row, text = _campaign(request, key)
    choices = {"communities": pages.places(row), "units": pages.workplaces(row)}
    if request.method == "POST":
        return _asked(request, row, sound(SignForm(request.POST, **choices)).cleaned_data)
    session = queries.session_of(row, key_of(request.GET.get("s")))
    start = {"community": session.area_path if session else "", "unit": session.unit_id if session else ""}
    facts = {
        "campaign": row,
        "text": pages.shown(text, row),
        "session": session,
        "renews": request.GET.get("renew"),
        "form": SignForm(initial=start, **choices),
    }
    return render(request, "pledges/details.html", facts)


def _asked(request: HttpRequest, row: Any, given: dict[str, Any]) -> HttpResponse:
    said = {name: given[name] for name in ("name", "phone", "is_adult", "community")}
    keys = {"unit": key_of(given["unit"]), "session": key_of(request.POST.get("session"))}
    is_large = request.COOKIES.get("type") == "large"
    asked = Asked(**said, **keys, read=request.POST.get("read", ""), is_large=is_large)
    renews = request.POST.get("renews") == "1"
    where = {"device": give_device(request), "address": neighbourhood(request)}
    when = {"at": request.received_at, "real": clock.real()}
    actions.ask_code(campaign=row, asked=asked, renews=renews, by=request.actor, **where, **when)
    adapters.keep_asked(request, row.pk, asked, renews=renews)
    return redirect(reverse("pledges:code", args=[row.pk]))


@needs(Open.PUBLIC)
@without_receipt
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def code(request: HttpRequest, key: UUID) -> HttpResponse:
    """The code, and with it the signature."""
    row, text = _campaign(request, key)
    kept = adapters.kept_asked(request, row.pk)
    if kept is None:
        return redirect("pledges:details", key=row.pk)
    asked, renews = kept
    if request.method == "POST":
        typed = sound(CodeForm(request.POST)).cleaned_data["code"]
        return _signed(request, row, asked, renews, typed)
    shown = pages.shown(text, row)
    facts = {"campaign": row, "text": shown, "phone": mask_phone(asked.phone), "form": CodeForm()}
    return render(request, "pledges/code.html", facts)


def _signed(request: HttpRequest, row: Any, asked: Asked, renews: bool, typed: str) -> HttpResponse:
    real = clock.real()
    said = {"code": typed, "device": give_device(request), "renews": renews}
    pledge = actions.sign_own(campaign=row, asked=asked, by=request.actor, at=request.received_at, real=real, **said)
    adapters.forget_asked(request)
    open_in(request, [Matter(KIND, pledge.pk, pledge.number)], real)
    return redirect("pledges:own", pk=pledge.pk)


@needs(Open.PUBLIC)
@require_safe
@never_cache
def own(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One's own pledge, in the browser that signed it or found it by number and digits."""
    row = _own(request, pk)
    if row is None:
        return redirect("tracking:track")
    text = queries.text_in_force(row.campaign)
    shown = pages.receipt(row, request.received_at, text.number if text else 0)
    facts = {
        "row": row,
        "pledge": shown,
        "stage": phrases.STAGES[shown.stage],
        "grade": GRADES[row.grade],
        "campaign": row.campaign,
        "communities": pages.places(row.campaign),
        "units": pages.workplaces(row.campaign),
    }
    return render(request, "pledges/own.html", facts)


@needs(Open.PUBLIC)
@require_POST
def withdraw(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The signer takes it back."""
    row = _own(request, pk)
    if row is None:
        return redirect("tracking:track")
    actions.withdraw(pledge=row, by=request.actor, at=request.received_at)
    return redirect("pledges:own", pk=pk)


@needs(Open.PUBLIC)
@require_POST
def place(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The signer counts somewhere else."""
    row = _own(request, pk)
    if row is None:
        return redirect("tracking:track")
    choices = {"communities": pages.places(row.campaign), "units": pages.workplaces(row.campaign)}
    chosen = {name: request.POST.get(name, "") for name in ("community", "unit")}
    community = chosen["community"] if chosen["community"] in dict(choices["communities"]) else ""
    unit = by_id(UUID(chosen["unit"])) if chosen["unit"] in dict(choices["units"]) else None
    actions.place(pledge=row, unit=unit, community=community, by=request.actor, at=request.received_at)
    return redirect("pledges:own", pk=pk)


def _own(request: HttpRequest, pk: UUID) -> Any:
    row = own_pledge(pk)
    return row if row and is_open(request, KIND, row.pk, clock.real()) else None
