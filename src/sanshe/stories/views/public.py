"""What anybody reads: the list, and one piece."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from sanshe.core.kit.access import Open, needs
from sanshe.core.ui.queries import districts_of
from sanshe.stories import pages, queries
from sanshe.stories.enums import State

MOST = 60


@needs(Open.PUBLIC)
@require_safe
def listing(request: HttpRequest) -> HttpResponse:
    """What was published, the newest first."""
    return render(request, "stories/list.html", {"rows": queries.published(tuple(districts_of(request)))[:MOST]})


@needs(Open.PUBLIC)
@require_safe
@never_cache
def read(request: HttpRequest, key: UUID) -> HttpResponse:
    """One piece; of one that was withdrawn a tombstone, without a word of it."""
    row = queries.public_story(key)
    if row is None:
        raise Http404
    request.place = row.area_path  # type: ignore[attr-defined]  # the page names the district it is of
    if row.state != State.PUBLISHED:
        return render(request, "stories/gone.html", {"story": row}, status=410)
    return render(request, "stories/read.html", pages.printed(row, request.received_at))
