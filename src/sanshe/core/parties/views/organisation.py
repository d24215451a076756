"""Organisations to look up."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from sanshe.core.audit.queries import history
from sanshe.core.kit import shanghai
from sanshe.core.kit.access import needs
from sanshe.core.kit.areas import area_name
from sanshe.core.kit.refused import insist
from sanshe.core.parties import actions, phrases, queries, rules
from sanshe.core.parties.enums import P, R
from sanshe.core.parties.forms.organisation import OrganisationForm
from sanshe.core.privacy.rules import mask_account, mask_name, mask_phone
from sanshe.core.receipts.rules import without_receipt
from sanshe.core.rows.rules import from_any_page
from sanshe.core.ui.forms import sound
from sanshe.core.ui.queries import refusal_in

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
    """Identity, batches and papers of one organisation, names masked; one that was merged leads on."""
    found = queries.organisation(request.actor, organisation_id)
    if found is not None and found.merged_into_id is not None:
        return redirect("parties:organisation", found.merged_into_id)
    return _page(request, organisation_id, {})


@needs(P.REVEAL)
@require_POST
@without_receipt
def reveal(request: HttpRequest, organisation_id: UUID) -> HttpResponse:
    """The same page with what was masked; the look is on record. Only where the right is held."""
    found = queries.to_change(request.actor, organisation_id, P.REVEAL)
    if found is None:
        raise Http404
    return _page(request, organisation_id, actions.show(organisation=found, by=request.actor, at=request.received_at))


@needs(P.WRITE)
@require_http_methods(["GET", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Enter an organisation; one that may be there already is shown first."""
    if request.method == "POST":
        form = sound(OrganisationForm(request.POST, actor=request.actor))
        doubles = [] if request.POST.get("is_another") else queries.doubles(request.actor, form.cleaned_data)
        insist(R.MAYBE_THERE if doubles else None, doubles=doubles)
        return _kept(request, actions.register_organisation(**form.facts(), **_who(request)))
    facts = {"form": OrganisationForm(actor=request.actor), "doubles": refusal_in(request).get("doubles", ())}
    return render(request, "parties/form.html", facts)


@needs(P.WRITE)
@require_http_methods(["GET", "POST"])
@from_any_page
def edit(request: HttpRequest, organisation_id: UUID) -> HttpResponse:
    """Change an organisation as it was read."""
    found = queries.to_change(request.actor, organisation_id)
    if found is None:
        raise Http404
    if request.method == "POST":
        form = sound(OrganisationForm(request.POST, actor=request.actor, organisation=found))
        given = {"organisation": found, "version": form.cleaned_data["version"] or 0, **form.facts()}
        return _kept(request, actions.update_organisation(**given, **_who(request)))
    form = OrganisationForm(actor=request.actor, organisation=found)
    return render(request, "parties/form.html", {"form": form, "organisation": found})


def _who(request: HttpRequest) -> dict[str, Any]:
    return {"by": request.actor, "at": request.received_at}


def _kept(request: HttpRequest, row: Any) -> HttpResponse:
    messages.success(request, _("存好了。"))
    return redirect("parties:organisation", row.pk)


def _alike(request: HttpRequest, found: Any) -> list[Any]:
    """Others that may be the same body."""
    given = {name: getattr(found, name) for name in ("name", "head_phone", "contact_phone")}
    return [one for one in queries.doubles(request.actor, given) if one.pk != found.pk]


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
        "may_reveal": request.actor.may_at(P.REVEAL, found.area_path) and not clear,
        "parts": rules.code_parts(found.credit_code) if found.credit_code else None,
        "place": area_name(found.area_path),
        "kind": phrases.KINDS_OF[found.kind],
        "registration": phrases.REGISTRATIONS[found.registration],
        "labels": phrases.FIELDS,
        "entries": history("parties.organisation", found.pk),
        "former": queries.former_name(found, shanghai.day(request.received_at)),
        "alike": _alike(request, found) if request.actor.may_at(P.WRITE, found.area_path) else [],
        "may_agree": found.merge_to_id is not None and found.merge_asked_by != request.actor.id,
    }
    return render(request, "parties/organisation.html", facts)
