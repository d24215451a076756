"""Stations for everybody, without a code and without an account."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from sanshe.activities import phrases
from sanshe.activities.pages import public as pages
from sanshe.activities.queries import station as queries
from sanshe.activities.views.common import there
from sanshe.core.kit.access import Open, needs
from sanshe.core.ui.queries import districts_of


@needs(Open.PUBLIC)
@require_safe
def stations(request: HttpRequest) -> HttpResponse:
    """All stations of the district: where, and when one may come today."""
    rows = queries.public(districts_of(request))
    return render(
        request, "activities/stations.html", {"lines": [pages.told(one, request.received_at) for one in rows]}
    )


@needs(Open.PUBLIC)
@require_safe
def open_station(request: HttpRequest, key: UUID) -> HttpResponse:
    """One station: hours, free zones, groups."""
    row = there(queries.open_to_all(key))
    request.place = row.area_path  # type: ignore[attr-defined]  # what districts_of reads
    facts = {"one": pages.told(row, request.received_at), "now": request.received_at, "sounds": phrases.SOUNDS}
    return render(request, "activities/open_station.html", facts)
