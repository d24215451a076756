"""The tree to look through, and the choice of a district."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from sanshe.core.areas import actions, adapters, phrases, queries
from sanshe.core.areas.enums import P
from sanshe.core.kit import shanghai
from sanshe.core.kit.access import NOBODY, Open, needs


def districts_of(request: HttpRequest) -> dict[str, str]:
    """The districts that a request is about, by path; a page of one place says so in `request.place`."""
    return queries.districts_for(
        getattr(request, "actor", NOBODY), getattr(request, "place", ""), adapters.chosen(request)
    )


@needs(Open.PUBLIC)
@require_safe
def choose(request: HttpRequest, path: str) -> HttpResponse:
    """The front of one district, remembered in this browser."""
    if path not in queries.districts():
        raise Http404
    answer = redirect("/")
    adapters.remember(request, answer, path)
    return answer


@needs(P.READ)
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """The areas one is appointed to."""
    rows = queries.roots(request.actor.paths(P.READ))
    former = queries.former_names(rows, shanghai.day(request.received_at))
    facts = {"former": former, "rows": rows, "levels": phrases.LEVELS, "may_premises": request.actor.may(P.PREMISES)}
    return render(request, "areas/areas.html", facts)


@needs(P.READ)
@require_safe
def one(request: HttpRequest, path: str) -> HttpResponse:
    """One area and what lies directly below it."""
    found = queries.area(path)
    if found is None or not request.actor.may_at(P.READ, path):
        raise Http404
    rows = queries.children(path)
    above = [(one, name, request.actor.may_at(P.READ, one)) for one, name in queries.trail(path)]
    below = [(phrases.LEVELS[level], n) for level, n in queries.below(path)]
    facts = {"area": found, "rows": rows, "levels": phrases.LEVELS, "trail": above, "below": below}
    facts["may_premises"] = request.actor.may_at(P.PREMISES, path)
    facts["former"] = queries.former_names([found, *rows], shanghai.day(request.received_at))
    if request.actor.may_at(P.MANAGE, path) and found.ended_on is None and not below:
        facts |= {"targets": queries.targets(path), "open": queries.open_matters(path, request.received_at)}
    return render(request, "areas/areas.html", facts)


@needs(P.MANAGE)
@require_POST
def end(request: HttpRequest, path: str) -> HttpResponse:
    """The official list has it no more: its open matters go to the area that was chosen."""
    if queries.area(path) is None or not request.actor.may_at(P.MANAGE, path):
        raise Http404
    into = request.POST.get("into", "").strip()[:15]
    actions.end_area(path=path, into=into, by=request.actor, at=request.received_at)
    return redirect("areas:one", path=path)
