"""Organisations to look up."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET, require_POST

from sanshe.core.audit.queries import history
from sanshe.core.kit.access import needs
from sanshe.core.ledgers.queries import area_name
from sanshe.core.parties import actions, phrases, queries, rules
from sanshe.core.parties.enums import P
from sanshe.core.privacy.rules import mask_account, mask_name, mask_phone

MASKS = {
    "head_name": mask_name,
    "head_phone": mask_phone,
    "contact_name": mask_name,
    "contact_phone": mask_phone,
    "bank_account": mask_account,
}


@needs(P.READ)
@require_GET
def index(request: HttpRequest) -> HttpResponse:
    """Organisations by name."""
    words = request.GET.get("q", "").strip()[:60]
    page = queries.listing(request.actor, words, request.GET.get("after"), request.GET.get("before"))
    facts = {"page": page, "words": words, "kinds": phrases.KINDS_OF, "registrations": phrases.REGISTRATIONS}
    return render(request, "parties/organisations.html", facts)


@needs(P.READ)
@require_GET
def organisation(request: HttpRequest, organisation_id: UUID) -> HttpResponse:
    """Identity, batches and papers of one organisation, names masked."""
    return _page(request, organisation_id, {})


@needs(P.REVEAL)
@require_POST
def reveal(request: HttpRequest, organisation_id: UUID) -> HttpResponse:
    """The same page with what was masked; the look is on record."""
    found = queries.organisation(request.actor, organisation_id)
    if found is None:
        raise Http404
    return _page(request, organisation_id, actions.show(organisation=found, by=request.actor, at=request.received_at))


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
        "may_reveal": request.actor.may(P.REVEAL) and not clear,
        "parts": rules.code_parts(found.credit_code) if found.credit_code else None,
        "place": area_name(found.area_path),
        "kind": phrases.KINDS_OF[found.kind],
        "registration": phrases.REGISTRATIONS[found.registration],
        "labels": phrases.FIELDS,
        "entries": history("parties.organisation", found.pk),
    }
    return render(request, "parties/organisation.html", facts)
