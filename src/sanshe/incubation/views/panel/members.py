"""Who sits on the panel: seated before the lock, dismissed before the lock, relations looked up anew."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from sanshe.core.accounts.queries import users_with
from sanshe.core.kit.access import needs
from sanshe.core.rows.rules import from_any_page
from sanshe.core.ui.forms import sound
from sanshe.incubation.actions.panel import panel as actions
from sanshe.incubation.enums.access import P
from sanshe.incubation.enums.panel.panel import Side
from sanshe.incubation.forms.panel import MemberForm
from sanshe.incubation.phrases.panel import panel as words
from sanshe.incubation.queries.panel import panel as queries
from sanshe.incubation.views.call.batch import found


@needs(P.PANEL_MANAGE)
@require_http_methods(["GET", "POST"])
@from_any_page
def members(request: HttpRequest, b: UUID) -> HttpResponse:
    """The seats with one more to fill."""
    batch = found(request, P.PANEL_MANAGE, b)
    people = {str(one.pk): one.name for one in users_with("panelist", batch.area_path, request.received_at)}
    if request.method == "POST":
        given = sound(MemberForm(request.POST, people=list(people.items()))).cleaned_data
        _seat(batch, given, people, {"by": request.actor, "at": request.received_at})
        return redirect("incubation:members", b=b)
    form = MemberForm(people=list(people.items()))
    facts = {"batch": batch, "form": form, "panel": queries.panel_of(batch), "seated": queries.members(batch)}
    sides = [(words.SIDES[side], n) for side, n in batch.panel_sides.items() if n]
    facts |= {"sides": sides, "labels": words.SIDES}
    return render(request, "incubation/panel/members.html", facts)


def _seat(batch: Any, given: dict[str, Any], people: dict[str, str], who: dict[str, Any]) -> None:
    said = {key: given[key] for key in ("title", "employer", "phone", "is_chair")}
    person = given["person"]
    actions.appoint(batch=batch, person=UUID(person), name=people[person], side=Side(given["side"]), **said, **who)


@needs(P.PANEL_MANAGE)
@require_POST
def dismiss(request: HttpRequest, b: UUID, pk: UUID) -> HttpResponse:
    """Take a member off the panel, before the lock."""
    batch = found(request, P.PANEL_MANAGE, b)
    one = next((member for member in queries.members(batch) if member.pk == pk), None)
    if one is None:
        raise Http404
    actions.dismiss(panelist=one, by=request.actor, at=request.received_at)
    return redirect("incubation:members", b=b)
