"""The find box's page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from sanshe.core.kit.access import Open, needs
from sanshe.core.search import queries
from sanshe.core.search.enums import LONGEST


@needs(Open.STAFF)
@require_safe
def find(request: HttpRequest) -> HttpResponse:
    """What was asked for, by kind, the best first."""
    text = " ".join(request.GET.get("q", "")[:LONGEST].split())
    found = queries.find(request.actor, text)
    groups: dict[str, list[object]] = {}
    for hit in found.hits:
        groups.setdefault(hit.kind, []).append(hit)
    kinds = [(queries.KINDS[code], hits) for code, hits in groups.items()]
    return render(request, "search/find.html", {"text": text, "kinds": kinds, "found": found})
