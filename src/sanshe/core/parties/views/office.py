"""Offices: the list, a new one, another name or way to reach it."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from sanshe.core.audit.queries import history
from sanshe.core.kit.access import needs
from sanshe.core.kit.areas import area_name
from sanshe.core.parties import actions, phrases, queries
from sanshe.core.parties.enums import P
from sanshe.core.parties.forms.office import OfficeForm
from sanshe.core.rows.rules import from_any_page
from sanshe.core.ui.forms import sound


@needs(P.OFFICES)
@require_safe
def offices(request: HttpRequest) -> HttpResponse:
    """The offices of one's areas."""
    rows = [
        (one, phrases.SIDES[one.side], area_name(one.area_path))
        for one in queries.offices(request.actor.paths(P.OFFICES))
    ]
    return render(request, "parties/offices.html", {"rows": rows})


@needs(P.OFFICES)
@require_http_methods(["GET", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Enter an office."""
    if request.method == "POST":
        form = sound(OfficeForm(request.POST, actor=request.actor))
        actions.open_office(**form.facts(), **_who(request))
        return _kept(request)
    return render(request, "parties/office.html", {"form": OfficeForm(actor=request.actor)})


@needs(P.OFFICES)
@require_http_methods(["GET", "POST"])
@from_any_page
def edit(request: HttpRequest, office_id: UUID) -> HttpResponse:
    """Change an office as it was read."""
    found = queries.office(request.actor, office_id)
    if found is None:
        raise Http404
    if request.method == "POST":
        form = sound(OfficeForm(request.POST, actor=request.actor, office=found))
        version = form.cleaned_data["version"] or 0
        actions.change_office(office=found, version=version, **form.facts(), **_who(request))
        return _kept(request)
    form = OfficeForm(actor=request.actor, office=found)
    facts = {"form": form, "office": found, "entries": history("parties.office", found.pk)}
    return render(request, "parties/office.html", facts)


def _who(request: HttpRequest) -> dict[str, Any]:
    return {"by": request.actor, "at": request.received_at}


def _kept(request: HttpRequest) -> HttpResponse:
    messages.success(request, _("存好了。"))
    return redirect("parties:offices")
