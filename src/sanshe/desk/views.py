"""The front page: the desk of who is signed in, the front of the house for everybody else."""

from datetime import datetime

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from sanshe.core.areas import queries as areas
from sanshe.core.kit import clock
from sanshe.core.kit.access import Actor, Open, needs
from sanshe.core.receipts.rules import request_id
from sanshe.core.ui.queries import districts_of
from sanshe.desk import phrases, queries
from sanshe.desk.types import SPANS


@needs(Open.PUBLIC)
@require_safe
def front(request: HttpRequest) -> HttpResponse:
    """What needs me today."""
    places = districts_of(request)
    if not places and not request.actor.is_staff:
        return districts(request)
    notices = queries.public_notices(tuple(places), request.received_at)
    if not request.actor.is_staff:
        doors = queries.doors(tuple(places), request.received_at)
        facts = {"notices": notices, "doors": doors, "may_choose": len(areas.districts()) > 1}
        return render(request, "desk/front.html", facts)
    facts = {
        "steps": queries.first_steps(request.actor, request.received_at),
        "today": queries.today(request.actor, request.received_at),
        "done": [queries.finished(*asked(request, span), keys=not clock.is_shifted()) for span in SPANS],
        "books": queries.books(request.actor),
        "notices": notices,
        "at": request.received_at,
    }
    return render(request, "desk/desk.html", facts)


@needs(Open.PUBLIC)
@require_safe
def districts(request: HttpRequest) -> HttpResponse:
    """Which district a visitor wants to see, of a house that holds several."""
    return render(request, "desk/districts.html", {"districts": areas.districts()})


@needs(Open.STAFF)
@require_safe
def figures(request: HttpRequest) -> HttpResponse:
    """How each figure is counted, and whether its counter agrees with its records."""
    counts = queries.counts(request.actor)
    facts = {"counts": counts, "differ": sum(not one.is_same for one in counts), "at": request.received_at}
    return render(request, "desk/figures.html", facts)


@needs(Open.STAFF)
@require_safe
def finished(request: HttpRequest, span: str) -> HttpResponse:
    """What the desk as a whole was done with: matters, never persons."""
    if span not in SPANS:
        raise Http404
    keys, event = not clock.is_shifted(), request.GET.get("event", "")[:80]
    rows, after = queries.finished_rows(
        *asked(request, span), keys=keys, event=event, before=request_id(request.GET.get("before"))
    )
    facts = {"done": queries.finished(*asked(request, span), keys=keys), "rows": rows, "after": after, "event": event}
    since, until = queries.span_of(span, request.received_at)
    return render(request, "desk/finished.html", facts | {"since": since, "until": until, "spans": phrases.SPANS})


def asked(request: HttpRequest, span: str) -> tuple[Actor, str, datetime]:
    """Who asks, for which time, and when."""
    return request.actor, span, request.received_at
