"""A member leaves while the session goes on: noted by who leads it, agreed by a second person."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from sanshe.core.accounts.queries import names_of
from sanshe.core.kit.access import needs
from sanshe.core.kit.asked import whole
from sanshe.incubation.actions.panel import leaving as acts
from sanshe.incubation.enums.access import P
from sanshe.incubation.phrases.panel.panel import NOBODY_YET
from sanshe.incubation.queries import leaving as queries
from sanshe.incubation.queries.call import batch as batches
from sanshe.incubation.queries.panel.panel import member_of


@needs(P.SESSION_CHAIR, P.PANEL_MANAGE)
@require_http_methods(["GET", "POST"])
def leaving(request: HttpRequest, b: UUID, pk: UUID) -> HttpResponse:
    """After which applicant, and why; then somebody else agrees."""
    batch = batches.any_batch(b)
    seat = queries.seat_for(request.actor, batch, pk) if batch else None
    if batch is None or seat is None:
        raise Http404
    if request.method == "POST":
        who = {"panelist": seat, "by": request.actor, "at": request.received_at}
        if request.POST.get("act") == "agree":
            acts.agree_leaving(**who)
        else:
            after = whole(request.POST.get("after", "")) or 0
            acts.note_leaving(after=after, reason=request.POST.get("reason", ""), **who)
        return redirect("incubation:leaving", b=b, pk=pk)
    mine = member_of(request.actor, batch)
    leads = bool(mine and mine.is_chair) or request.actor.has_role("centre_operator")
    people = names_of({one for one in (seat.left_noted_by, seat.left_agreed_by) if one})
    facts = {"batch": batch, "seat": seat, "turns": _turns(batch), "people": people, "may_lead": leads}
    facts["reach"] = queries.reach(seat)
    facts["may_agree"] = bool(seat.left_noted_by) and request.actor.id not in (seat.left_noted_by, seat.person)
    return render(request, "incubation/panel/leaving.html", facts)


def _turns(batch: Any) -> list[tuple[int, Any]]:
    """After which turn one may have left."""
    return [(0, NOBODY_YET), *((one.turn, f"{one.turn}. {one.application.name}") for one in queries.turns_of(batch))]
