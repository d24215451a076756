"""How far a piece of work is: a page part that asks again by itself, or JSON."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotModified, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from sanshe.core.jobs import phrases, queries
from sanshe.core.jobs.types import Progress
from sanshe.core.kit.access import Open, needs


@needs(Open.ANY_USER)
@require_safe
def progress(request: HttpRequest, job_id: UUID) -> HttpResponse:
    """Answers 304 while nothing has changed, so that asking every second costs next to nothing."""
    found = _own(request, job_id)
    tag = f'"{found.state}-{found.done}-{found.of}"'
    if request.headers.get("If-None-Match") == tag:
        return HttpResponseNotModified(headers={"ETag": tag})
    answer = _as_json(found) if "json" in request.headers.get("Accept", "") else _as_part(request, found)
    answer["ETag"] = tag
    answer["Cache-Control"] = "private, no-cache"
    return answer


def _own(request: HttpRequest, job_id: UUID) -> Progress:
    found = queries.progress_of(job_id)
    if found is None or queries.owner_of(job_id) not in (None, request.actor.id):
        raise Http404
    return found


def _as_json(found: Progress) -> HttpResponse:
    fields = ("id", "code", "state", "done", "of", "note", "percent", "is_over")
    return JsonResponse({name: getattr(found, name) for name in fields})


def _as_part(request: HttpRequest, found: Progress) -> HttpResponse:
    words = {"word": phrases.STATES[found.state], "pill": phrases.PILLS[found.state]}
    return render(request, "jobs/_progress.html", {"job": found, **words})
