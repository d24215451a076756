"""All duties of one kind, where a desk shows only the nearest."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from sanshe.core.duties import queries
from sanshe.core.kit.access import Open, needs


@needs(Open.STAFF)
@require_safe
def source(request: HttpRequest, code: str) -> HttpResponse:
    """Everything of this kind that this person owes, page by page."""
    found = queries.SOURCES.get(code)
    if found is None or queries.scope_of(found, request.actor) is None:
        raise Http404
    after = request.GET.get("day", "")[:10], request.GET.get("key", "")[:40]
    page = queries.page(found, request.actor, request.received_at, after if all(after) else None)
    return render(request, "duties/source.html", {"source": found, "page": page, "at": request.received_at})


@needs(Open.STAFF)
@require_safe
def rows(request: HttpRequest, code: str, key: UUID) -> HttpResponse:
    """The rows behind one line that stands for several, each where its work is done; a single one is opened."""
    found = queries.SOURCES.get(code)
    listed = queries.behind(found, key, request.actor, request.received_at) if found else []
    if not listed:
        raise Http404
    if len(listed) == 1:
        return redirect(listed[0][1])
    return render(request, "duties/rows.html", {"source": found, "rows": listed})
