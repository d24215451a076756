"""Organisations to look up."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from sanshe.core.audit.queries import history
from sanshe.core.kit.access import needs
from sanshe.core.kit.areas import area_name
from sanshe.core.kit.refused import Refused
from sanshe.core.parties import actions, phrases, queries, rules
from sanshe.core.parties.enums import P, R
from sanshe.core.parties.forms.organisation import OrganisationForm
from sanshe.core.privacy.rules import mask_account, mask_name, mask_phone
from sanshe.core.receipts.rules import without_receipt

MASKS = {
    "head_name": mask_name,
    "head_phone": mask_phone,
    "contact_name": mask_name,
    "contact_phone": mask_phone,
    "bank_account": mask_account,
}


@needs(P.READ)
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """Organisations by name."""
    words = request.GET.get("q", "").strip()[:60]
    page = queries.listing(request.actor, words, request.GET.get("after"), request.GET.get("before"))
    facts = {"page": page, "words": words, "kinds": phrases.KINDS_OF, "registrations": phrases.REGISTRATIONS}
    facts["may_write"] = request.actor.may(P.WRITE)
    return render(request, "parties/organisations.html", facts)


@needs(P.READ)
@require_safe
def organisation(request: HttpRequest, organisation_id: UUID) -> HttpResponse:
    """Identity, batches and papers of one organisation, names masked."""
    return _page(request, organisation_id, {})


@needs(P.REVEAL)
@require_POST
@without_receipt
def reveal(request: HttpRequest, organisation_id: UUID) -> HttpResponse:
    """The same page with what was masked; the look is on record."""
    found = queries.organisation(request.actor, organisation_id)
    if found is None:
        raise Http404
    return _page(request, organisation_id, actions.show(organisation=found, by=request.actor, at=request.received_at))


@needs(P.WRITE)
@require_http_methods(["GET", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Enter an organisation; one that may be there already is shown first."""
    form = OrganisationForm(request.POST or None, actor=request.actor)
    if request.method == "GET" or not form.is_valid():
        return _form(request, form)
    doubles = [] if request.POST.get("is_another") else queries.doubles(request.actor, form.cleaned_data)
    if doubles:
        return _form(request, form, doubles=doubles, status=422)
    return _keep(request, form, lambda: actions.register_organisation(**form.facts(), **_who(request)))


@needs(P.WRITE)
@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, organisation_id: UUID) -> HttpResponse:
    """Change an organisation as it was read."""
    found = queries.to_change(request.actor, organisation_id)
    if found is None:
        raise Http404
    form = OrganisationForm(request.POST or None, actor=request.actor, organisation=found)
    if request.method == "GET" or not form.is_valid():
        return _form(request, form, organisation=found)
    given = {"organisation": found, "version": form.cleaned_data["version"] or 0, **form.facts()}
    return _keep(request, form, lambda: actions.update_organisation(**given, **_who(request)), organisation=found)


def _who(request: HttpRequest) -> dict[str, Any]:
    return {"by": request.actor, "at": request.received_at}


def _keep(request: HttpRequest, form: OrganisationForm, act: Callable[[], Any], **facts: Any) -> HttpResponse:
    """Do it, or say at the field why not; a clash with somebody else is a page of its own."""
    try:
        row = act()
    except Refused as refused:
        if refused.code == R.STALE:
            return _clash(request, form, refused)
        form.refuse(refused)
        return _form(request, form, **facts)
    messages.success(request, _("存好了。"))
    return redirect("parties:organisation", row.pk)


def _clash(request: HttpRequest, form: OrganisationForm, refused: Refused) -> HttpResponse:
    """The second of two at one screen: 409, with both texts."""
    now = queries.to_change(request.actor, form.organisation.pk)
    form.clash(now, str(phrases.SENTENCES[refused.code]))
    return _form(request, form, status=409, organisation=now)


def _form(request: HttpRequest, form: OrganisationForm, status: int = 200, **facts: Any) -> HttpResponse:
    status = 422 if form.errors and status == 200 else status
    return render(request, "parties/form.html", {"form": form, **facts}, status=status)


def _page(request: HttpRequest, organisation_id: UUID, clear: dict[str, str]) -> HttpResponse:
    found = queries.organisation(request.actor, organisation_id)
    if found is None:
        raise Http404
    shown = {
        name: clear.get(name) or (mask(getattr(found, name)) if getattr(found, name) else "")
        for name, mask in MASKS.items()
    }
    facts = {
        "organisation": found,
        "shown": shown,
        "is_clear": bool(clear),
        "may_write": request.actor.may_at(P.WRITE, found.area_path),
        "may_reveal": request.actor.may(P.REVEAL) and not clear,
        "parts": rules.code_parts(found.credit_code) if found.credit_code else None,
        "place": area_name(found.area_path),
        "kind": phrases.KINDS_OF[found.kind],
        "registration": phrases.REGISTRATIONS[found.registration],
        "labels": phrases.FIELDS,
        "entries": history("parties.organisation", found.pk),
    }
    return render(request, "parties/organisation.html", facts)
