"""The front page: the desk of who is signed in, the front of the house for everybody else."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from sanshe.core.kit.access import Open, needs
from sanshe.desk import queries


@needs(Open.PUBLIC)
@require_GET
def front(request: HttpRequest) -> HttpResponse:
    """What needs me today."""
    notices = queries.public_notices(request.received_at)
    if not request.actor.is_staff:
        return render(request, "desk/front.html", {"notices": notices})
    facts = {
        "today": queries.today(request.actor, request.received_at),
        "books": queries.books(request.actor),
        "notices": notices,
        "at": request.received_at,
    }
    return render(request, "desk/desk.html", facts)


@needs(Open.STAFF)
@require_GET
def figures(request: HttpRequest) -> HttpResponse:
    """How each figure is counted, and whether its counter agrees with its records."""
    counts = queries.counts(request.actor)
    facts = {"counts": counts, "differ": sum(not one.is_same for one in counts), "at": request.received_at}
    return render(request, "desk/figures.html", facts)
