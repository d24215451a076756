"""Leaving office: a term ends when somebody goes on with what is open; what ran out waits for whom a manager names."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from sanshe.core.accounts import actions, queries
from sanshe.core.accounts.enums import P
from sanshe.core.accounts.forms import EndForm, SuccessorForm
from sanshe.core.kit import ids
from sanshe.core.kit.access import needs
from sanshe.core.kit.refused import Refused


@needs(P.MANAGE)
def end(request: HttpRequest, term_id: UUID) -> HttpResponse:
    """One question that repeats the fact and shows what is open in these hands, then the term ends."""
    term, at = queries.term_visible_to(request.actor, term_id, P.MANAGE), request.received_at
    if term is None:
        raise Http404
    people = queries.successors(term, at)
    form = EndForm(request.POST if request.method == "POST" else None, successors=people)
    if request.method == "POST" and form.is_valid():
        try:
            actions.end_appointment(appointment=term, by=request.actor, at=at, **form.cleaned_data)
            return redirect("accounts:person", user_id=term.user_id)
        except Refused as refused:
            form.refuse(refused)
    facts = {"form": form, "line": queries.lines([term], at)[0], "held": queries.left_by(term, at), "people": people}
    return _page(request, "accounts/end.html", facts)


@needs(P.MANAGE)
@require_http_methods(["GET", "POST"])
def handover(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One matter whose term ran out: where it stands, and who goes on with it."""
    row, at = queries.handover(request.actor, pk), request.received_at
    if row is None:
        raise Http404
    form = SuccessorForm(
        request.POST if request.method == "POST" else None, successors=queries.successors(row.term, at)
    )
    if request.method == "POST" and form.is_valid():
        try:
            actions.hand_on(handover=row, to=form.cleaned_data["successor"], by=request.actor, at=at)
            return redirect("accounts:person", user_id=row.term.user_id)
        except Refused as refused:
            form.refuse(refused)
    return _page(request, "accounts/handover.html", {"form": form, "row": row, "one": queries.matter_of(row, at)})


def _page(request: HttpRequest, template: str, facts: dict[str, Any]) -> HttpResponse:
    facts["request_id"] = ids.new()
    return render(request, template, facts, status=422 if facts["form"].errors else 200)
