"""The panel's decision: motions, votes by name, submitting, approving."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from sanshe.core.kit.access import needs
from sanshe.core.kit.refused import insist
from sanshe.incubation.actions.decision import decision as actions
from sanshe.incubation.enums.access import P
from sanshe.incubation.enums.decision.decision import MotionKind, Outcome, PlaceKind, Side
from sanshe.incubation.pages.decision.votes import ballots_shown, sums
from sanshe.incubation.phrases.decision import decision as words
from sanshe.incubation.queries.decision import decision as queries
from sanshe.incubation.queries.panel.change import open_changes
from sanshe.incubation.queries.panel.panel import members
from sanshe.incubation.rules.decision import decision as rules
from sanshe.incubation.views.call.batch import found


@needs(P.DECISION_READ)
@require_safe
def decision(request: HttpRequest, b: UUID) -> HttpResponse:
    """Every vote beside the line it has to pass."""
    batch = found(request, P.DECISION_READ, b)
    insist(queries.refusal_to_see(request.actor, batch))
    row, seated = queries.decision_of(batch), members(batch)
    ballots, given = ballots_shown(batch, row) if row else [], list(queries.places(batch))
    facts = {
        "batch": batch,
        "decision": row,
        "run": queries.tabulation_of(batch),
        "state": words.STATES[row.state] if row else "",
        "seated": seated,
        "quorum": rules.quorum(len(seated)),
        "majority": rules.majority(len(seated)),
        "ballots": ballots,
        "sums": sums(ballots),
        "chair": next((one.name for one in seated if one.is_chair), ""),
        "open_now": _next_to_vote(ballots, request.GET.get("motion", "")),
        "left": sum(one.ballot.outcome == Outcome.OPEN for one in ballots),
        "selected": [one for one in given if one.kind == PlaceKind.SELECTED],
        "reserve": sorted((one for one in given if one.kind == PlaceKind.RESERVE), key=lambda one: one.reserve_no or 0),
        "changes": open_changes(batch),
        "sides": [(side, words.SIDES[side]) for side in (Side.FOR, Side.AGAINST, Side.ABSTAIN)],
        "may_record": request.actor.may(P.DECISION_RECORD),
        "may_approve": request.actor.may(P.DECISION_APPROVE),
        "places": given,
        "names": {str(member.pk): member.name for member in seated},
        "kinds": words.PLACES,
        "place_pills": words.PLACE_PILLS,
        "outcome_pills": words.OUTCOME_PILLS,
    }
    return render(request, "incubation/decision/decision.html", facts)


def _next_to_vote(ballots: list[Any], asked: str) -> UUID | None:
    """The motion whose votes are recorded now: the one asked for, else the first that is open."""
    waiting = [one.ballot.pk for one in ballots if one.ballot.outcome == Outcome.OPEN]
    return next((pk for pk in waiting if str(pk) == asked), waiting[0] if waiting else None)


@needs(P.DECISION_RECORD)
@require_POST
def open_decision(request: HttpRequest, b: UUID) -> HttpResponse:
    """Open the meeting with those who are there."""
    batch = found(request, P.DECISION_RECORD, b)
    present = {member.pk for member in members(batch) if str(member.pk) in request.POST.getlist("present")}
    actions.open_decision(batch=batch, present=present, by=request.actor, at=request.received_at)
    return redirect("incubation:decision", b=b)


@needs(P.DECISION_RECORD)
@require_POST
def vote(request: HttpRequest, b: UUID, pk: UUID) -> HttpResponse:
    """Record how each member voted on one motion."""
    batch = found(request, P.DECISION_RECORD, b)
    row = queries.decision_of(batch)
    ballot = next((one for one in queries.ballots(row) if one.pk == pk), None) if row else None
    if ballot is None or ballot.outcome != Outcome.OPEN:
        raise Http404
    for member in members(batch):
        choice = request.POST.get(f"choice-{member.pk}", "")
        side = request.POST.get(f"side-{member.pk}", "") or _for_all(request, ballot, member)
        if side in list(Side) and side != Side.LEFT:
            said = {"side": Side(side), "choice": choice, "by": request.actor, "at": request.received_at}
            actions.vote(ballot=ballot, panelist=member, **said)
    return redirect("incubation:decision", b=b)


def _for_all(request: HttpRequest, ballot: Any, member: Any) -> str:
    """Everybody who came, may vote on this motion and has not was in favour: one tap. A tie is voted by name."""
    if request.POST.get("all") != Side.FOR or ballot.kind == MotionKind.TIE:
        return ""
    has_voted = any(vote.panelist_id == member.pk for vote in ballot.votes.all())
    return Side.FOR if str(member.pk) in ballot.decision.present and not has_voted else ""


@needs(P.DECISION_RECORD)
@require_POST
def submit(request: HttpRequest, b: UUID) -> HttpResponse:
    row = queries.decision_of(found(request, P.DECISION_RECORD, b))
    if row is None:
        raise Http404
    reason = request.POST.get("reason", "")[:600]
    actions.submit(decision=row, reason=reason, by=request.actor, at=request.received_at)
    return redirect("incubation:decision", b=b)


@needs(P.DECISION_APPROVE)
@require_POST
def approve(request: HttpRequest, b: UUID) -> HttpResponse:
    """The bureau approves, or sends it back with a reason."""
    row = queries.decision_of(found(request, P.DECISION_APPROVE, b))
    if row is None:
        raise Http404
    who = {"decision": row, "by": request.actor, "at": request.received_at}
    if request.POST.get("act") == "back":
        actions.send_back(reason=request.POST.get("reason", ""), **who)
    else:
        actions.approve(**who)
    return redirect("incubation:decision", b=b)
