"""Leaving office: a term ends when somebody goes on with what is open; what ran out waits for whom a manager names."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from sanshe.core.accounts import actions, queries
from sanshe.core.accounts.enums import P
from sanshe.core.accounts.forms import EndForm, SuccessorForm
from sanshe.core.kit.access import needs
from sanshe.core.kit.refused import insist
from sanshe.core.rows.rules import from_any_page
from sanshe.core.ui.forms import sound


@needs(P.MANAGE)
@require_http_methods(["GET", "POST"])
@from_any_page
def end(request: HttpRequest, term_id: UUID) -> HttpResponse:
    """One question that repeats the fact and shows what is open in these hands, then the term ends."""
    term, at = queries.term_visible_to(request.actor, term_id, P.MANAGE), request.received_at
    if term is None:
        raise Http404
    insist(queries.refusal_to_end(request.actor, term))
    people = queries.successors(term, at)
    if request.method == "POST":
        given = sound(EndForm(request.POST, successors=people)).cleaned_data
        actions.end_appointment(appointment=term, by=request.actor, at=at, **given)
        return redirect("accounts:person", user_id=term.user_id)
    held, line = queries.left_by(term, at), queries.lines([term], at)[0]
    facts = {"form": EndForm(successors=people), "line": line, "held": held, "people": people}
    return render(request, "accounts/end.html", facts)


@needs(P.MANAGE)
@require_http_methods(["GET", "POST"])
@from_any_page
def handover(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One matter whose term ran out: where it stands, and who goes on with it."""
    row, at = queries.handover(request.actor, pk), request.received_at
    if row is None:
        raise Http404
    people = queries.successors(row.term, at)
    if request.method == "POST":
        to = sound(SuccessorForm(request.POST, successors=people)).cleaned_data["successor"]
        actions.hand_on(handover=row, to=to, by=request.actor, at=at)
        return redirect("accounts:person", user_id=row.term.user_id)
    facts = {"form": SuccessorForm(successors=people), "row": row, "one": queries.matter_of(row, at)}
    return render(request, "accounts/handover.html", facts)
