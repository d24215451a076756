"""The session: the chair's page, which is also the big screen, each act of the chair, and who is in the room."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from sanshe.core.kit.access import needs
from sanshe.core.ui.adapters import followed
from sanshe.core.ui.types import Followed
from sanshe.incubation.actions.panel import session as acts
from sanshe.incubation.enums.access import P
from sanshe.incubation.enums.panel.session import Phase
from sanshe.incubation.phrases.call.application import REGISTRATIONS
from sanshe.incubation.phrases.panel import panel as words
from sanshe.incubation.queries.call import batch as batches
from sanshe.incubation.queries.decision.decision import tabulation_of
from sanshe.incubation.queries.panel import panel, score
from sanshe.incubation.queries.panel import session as queries
from sanshe.incubation.rules.decision.decision import quorum
from sanshe.incubation.rules.panel.session import MINUTES


def _room(request: HttpRequest, b: UUID) -> tuple[Any, Any, bool]:
    """The batch, one's seat if any, and whether one leads."""
    batch = batches.any_batch(b)
    seat = panel.member_of(request.actor, batch) if batch else None
    if batch is None or not (seat or batches.batch_for(request.actor, P.BATCH_READ, b)):
        raise Http404
    return batch, seat, bool(seat and seat.is_chair) or request.actor.has_role("centre_operator")


@needs(P.SESSION_CHAIR)
@require_safe
def session(request: HttpRequest, b: UUID) -> HttpResponse:
    """The chair's page, also the big screen. 304 while nothing changed."""
    batch, seat, may_lead = _room(request, b)
    one = panel.panel_of(batch)
    subject = f"{one.pk if one else b}.{seat.pk if seat else '-'}"
    seen = Followed("incubation.screen", subject, queries.screen_version(subject) if one else "")

    def facts() -> dict[str, Any]:
        return {
            "batch": batch,
            "stage": queries.stage(batch, request.received_at, seat),
            "sides": words.SIDES,
            "phases": words.PHASES,
            "registrations": REGISTRATIONS,
            "minutes": MINUTES,
            "now": request.received_at,
            "criteria": batches.criteria(batch),
            "members": panel.members(batch),
            "may_lead": may_lead,
            "may_run": request.actor.may(P.TABULATION_RUN),
            "all_sealed": score.is_all_sealed(batch),
            "is_run": tabulation_of(batch) is not None,
        }

    return followed(request, "incubation/panel/session.html", seen, facts)


ACTS = {
    "start": acts.start, "call": acts.call_next, "no_answer": acts.no_answer, "begin": acts.begin,
    "add": acts.add_minute, "pause": acts.pause, "finish": acts.finish, "end": acts.end,
}  # fmt: skip


@needs(P.SESSION_CHAIR)
@require_POST
def act(request: HttpRequest, b: UUID) -> HttpResponse:
    """One act of the chair. `finish_call` ends this turn and calls the next number with one tap."""
    (batch, _seat, _may_lead), name = _room(request, b), request.POST.get("act", "")
    who: Any = {"batch": batch, "by": request.actor, "at": request.received_at}
    if name in ACTS:
        ACTS[name](**who)
    elif name == "finish_call":
        acts.finish(**who)
        acts.call_next(**who)
    elif name in list(Phase):
        acts.set_phase(phase=Phase(name), **who)
    elif name == "ask":
        acts.ask(text=request.POST.get("text", ""), who=request.POST.get("who", ""), **who)
    return redirect("incubation:session", b=b)


@needs(P.SESSION_CHAIR)
@require_http_methods(["GET", "POST"])
def present(request: HttpRequest, b: UUID) -> HttpResponse:
    """Who is in the room, noted by the operator or the chair."""
    batch, _seat, may_lead = _room(request, b)
    seated = panel.members(batch)
    if request.method == "POST":
        who = {"by": request.actor, "at": request.received_at}
        for member in seated:
            if str(member.pk) == request.POST.get("here", ""):
                acts.arrive(panelist=member, **who)
            elif str(member.pk) == request.POST.get("not_here", ""):
                acts.not_here(panelist=member, **who)
        return redirect("incubation:present", b=b)
    here = [m for m in seated if m.arrived_at]
    facts = {"batch": batch, "panel": panel.panel_of(batch), "seated": seated, "here": here, "sides": words.SIDES}
    facts |= {"quorum": quorum(len(seated)), "may_lead": may_lead}
    return render(request, "incubation/panel/present.html", facts)
