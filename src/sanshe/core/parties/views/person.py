"""Persons: looked up whole, shown masked; put right, merged, shown and destroyed by acts on record."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from sanshe.core.areas.queries import districts_of
from sanshe.core.audit.queries import history
from sanshe.core.kit.access import needs
from sanshe.core.kit.asked import key_of
from sanshe.core.parties import actions, queries
from sanshe.core.parties.enums import P
from sanshe.core.parties.forms.person import CorrectForm, NewPersonForm
from sanshe.core.privacy.rules import mask_name, mask_phone
from sanshe.core.receipts.rules import without_receipt
from sanshe.core.rows.rules import from_any_page
from sanshe.core.ui.forms import sound


def _who(request: HttpRequest) -> dict[str, Any]:
    return {"by": request.actor, "at": request.received_at}


def _found(request: HttpRequest, person_id: UUID, code: str) -> Any:
    found = queries.person(request.actor, person_id, code)
    if found is None:
        raise Http404
    return found


@needs(P.PERSONS_READ)
@require_safe
def persons(request: HttpRequest) -> HttpResponse:
    """The newest first; or whoever has the whole telephone or name that was typed."""
    asked = request.GET.get("q", "").strip()[:40]
    page = queries.persons(request.actor, asked, request.GET.get("after"), request.GET.get("before"))
    rows = [(one, mask_name(one.name), mask_phone(one.phone)) for one in page.rows]
    facts = {"page": page, "rows": rows, "asked": asked, "may_write": request.actor.may(P.PERSONS_WRITE)}
    return render(request, "parties/persons.html", facts)


@needs(P.PERSONS_READ)
@require_safe
def person(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """One person, masked."""
    return _page(request, _found(request, person_id, P.PERSONS_READ), {})


@needs(P.PERSONS_REVEAL)
@require_POST
@without_receipt
def show(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """The same page with the whole name and telephone; the look and its reason are on record."""
    found = _found(request, person_id, P.PERSONS_REVEAL)
    reason = request.POST.get("reason", "")
    return _page(request, found, actions.show_person(person=found, reason=reason, **_who(request)))


@needs(P.PERSONS_WRITE)
@require_http_methods(["GET", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Somebody by their telephone: who is known by it already is the same person."""
    paths = request.actor.paths(P.PERSONS_WRITE)
    districts = [(path, name) for path, name in districts_of(request.actor).items()] or [(one, one) for one in paths]
    if request.method == "POST":
        given = sound(NewPersonForm(request.POST, districts=districts)).cleaned_data
        made = actions.know_person(**given, **_who(request))
        return redirect("parties:person", made.pk)
    return render(request, "parties/person_form.html", {"form": NewPersonForm(districts=districts)})


@needs(P.PERSONS_WRITE)
@require_http_methods(["GET", "POST"])
@from_any_page
def correct(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """Another name or telephone, with the reason."""
    found = _found(request, person_id, P.PERSONS_WRITE)
    if request.method == "POST":
        given = sound(CorrectForm(request.POST)).cleaned_data
        actions.correct_person(person=found, **given, **_who(request))
        messages.success(request, _("存好了。"))
        return redirect("parties:person", found.pk)
    form = CorrectForm(initial={"version": found.version})
    return render(request, "parties/person_form.html", {"form": form, "person": found, "name": mask_name(found.name)})


@needs(P.PERSONS_WRITE)
@require_POST
def merge(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """This row is the same person as another of the name."""
    found, key = _found(request, person_id, P.PERSONS_WRITE), key_of(request.POST.get("into", ""))
    into = queries.person(request.actor, key, P.PERSONS_WRITE) if key else None
    if into is None:
        raise Http404
    actions.merge_persons(person=found, into=into, reason=request.POST.get("reason", ""), **_who(request))
    return redirect("parties:person", into.pk)


@needs(P.PERSONS_WRITE)
@require_POST
def destroy(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """Name and telephone gone for good, with the reason."""
    found = _found(request, person_id, P.PERSONS_WRITE)
    actions.destroy_person(person=found, reason=request.POST.get("reason", ""), **_who(request))
    return redirect("parties:persons")


def _page(request: HttpRequest, found: Any, clear: dict[str, str]) -> HttpResponse:
    facts = {
        "person": found,
        "name": clear.get("name") or mask_name(found.name),
        "phone": clear.get("phone") or mask_phone(found.phone),
        "may_reveal": request.actor.may_at(P.PERSONS_REVEAL, found.area_path) and not clear,
        "may_write": request.actor.may_at(P.PERSONS_WRITE, found.area_path),
        "alike": [(one, mask_name(one.name), mask_phone(one.phone)) for one in queries.alike(found)],
        "entries": history("parties.person", found.pk),
    }
    return render(request, "parties/person.html", facts)
