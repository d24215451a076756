"""The notice of the list, and what follows from it."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from sanshe.core.kit.access import needs
from sanshe.core.kit.refused import insist
from sanshe.incubation.actions.notice import publication as actions
from sanshe.incubation.enums.access import P
from sanshe.incubation.phrases.decision import decision as words
from sanshe.incubation.queries.decision.decision import decision_of, places, refusal_to_see
from sanshe.incubation.queries.notice import publication as queries
from sanshe.incubation.queries.notice.objection import blocked
from sanshe.incubation.views.call.batch import found


@needs(P.DECISION_READ)
@require_safe
def publication(request: HttpRequest, b: UUID) -> HttpResponse:
    """Where the notice stands, and every place with it."""
    batch = found(request, P.DECISION_READ, b)
    insist(refusal_to_see(request.actor, batch))
    facts = {
        "batch": batch,
        "notices": queries.notices_of(batch),
        "notice": queries.notice_of(batch),
        "decision": decision_of(batch),
        "places": places(batch),
        "blocked": blocked(batch),
        "kinds": words.PLACES,
        "states": words.PLACE_STATES,
        "may_draft": request.actor.may(P.PUBLICATION_DRAFT),
        "may_approve": request.actor.may(P.PUBLICATION_APPROVE),
        "may_publish": request.actor.may(P.PUBLICATION_PUBLISH),
    }
    return render(request, "incubation/notice/publication.html", facts)


@needs(P.PUBLICATION_DRAFT)
@require_POST
def draft(request: HttpRequest, b: UUID) -> HttpResponse:
    """Draft the list's notice; after a place fell, that of the one who moves up."""
    batch = found(request, P.PUBLICATION_DRAFT, b)
    act = actions.promote if request.POST.get("act") == "promote" else actions.draft
    act(batch=batch, by=request.actor, at=request.received_at)
    return redirect("incubation:publication", b=b)


@needs(P.PUBLICATION_APPROVE)
@require_POST
def approve(request: HttpRequest, b: UUID) -> HttpResponse:
    batch = found(request, P.PUBLICATION_APPROVE, b)
    notice = queries.notice_of(batch)
    if notice is None:
        raise Http404
    actions.approve(batch=batch, notice=notice, by=request.actor, at=request.received_at)
    return redirect("incubation:publication", b=b)


@needs(P.PUBLICATION_PUBLISH)
@require_POST
def publish(request: HttpRequest, b: UUID) -> HttpResponse:
    batch = found(request, P.PUBLICATION_PUBLISH, b)
    notice = queries.notice_of(batch)
    if notice is None:
        raise Http404
    actions.publish(batch=batch, notice=notice, by=request.actor, at=request.received_at)
    return redirect("incubation:publication", b=b)
