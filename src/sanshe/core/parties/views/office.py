"""Offices: the list, a new one, another name or way to reach it."""

from collections.abc import Callable
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
from sanshe.core.kit.refused import Refused
from sanshe.core.parties import actions, phrases, queries
from sanshe.core.parties.enums import P
from sanshe.core.parties.forms.office import OfficeForm


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
    form = OfficeForm(request.POST or None, actor=request.actor)
    return _answer(request, form, lambda: actions.open_office(**form.facts(), **_who(request)))


@needs(P.OFFICES)
@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, office_id: UUID) -> HttpResponse:
    """Change an office as it was read."""
    found = queries.office(request.actor, office_id)
    if found is None:
        raise Http404
    form = OfficeForm(request.POST or None, actor=request.actor, office=found)
    entries = history("parties.office", found.pk)
    change = {"office": found, "version": found.version if request.method == "GET" else form.version_read()}

    def act() -> Any:
        return actions.change_office(**change, **form.facts(), **_who(request))

    return _answer(request, form, act, office=found, entries=entries)


def _who(request: HttpRequest) -> dict[str, Any]:
    return {"by": request.actor, "at": request.received_at}


def _answer(request: HttpRequest, form: OfficeForm, act: Callable[[], Any], **facts: Any) -> HttpResponse:
    """The form; or, when it was sent and is sound, the list, with a refusal at its field."""
    if request.method == "POST" and form.is_valid():
        try:
            act()
        except Refused as refused:
            form.refuse(refused)
        else:
            messages.success(request, _("存好了。"))
            return redirect("parties:offices")
    return render(request, "parties/office.html", {"form": form, **facts}, status=422 if form.errors else 200)
