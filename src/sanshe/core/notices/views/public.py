"""What everybody may read: notices, without signing in."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from sanshe.core.files.enums import Format
from sanshe.core.kit.access import Open, needs
from sanshe.core.notices import phrases, queries
from sanshe.core.papers.adapters import answers
from sanshe.core.ui.queries import districts_of


@needs(Open.PUBLIC)
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """All notices in public, newest first."""
    at = request.received_at
    districts = districts_of(request)
    if not districts:
        return redirect("/")
    page = queries.public_page(at, tuple(districts), request.GET.get("after"), request.GET.get("before"))
    rows = [(one, queries.window_of(one, at)) for one in page.rows]
    facts = {"page": page, "rows": rows, "states": phrases.STATES, "pills": phrases.PILLS, "kinds": phrases.DAY_KINDS}
    return render(request, "notices/index.html", facts)


def _public(request: HttpRequest, serial: str) -> Any:
    found = queries.by_serial(serial, request.received_at)
    if found is None:
        raise Http404
    request.place = found.area_path  # type: ignore[attr-defined]  # the page names the district it is of
    return found


@needs(Open.PUBLIC)
@require_safe
def notice(request: HttpRequest, serial: str) -> HttpResponse:
    """One notice: text and list, the window, how to object, where its figures come from."""
    found, at = _public(request, serial), request.received_at
    aside = queries.ASIDES.get(found.kind)
    facts = {
        "notice": found,
        "doc": queries.doc_for(found),
        "window": queries.window_of(found, at),
        "kinds": phrases.DAY_KINDS,
        "corrected_by": queries.corrected_by(found),
        "aside": aside.template if aside else "",
    }
    return render(request, "notices/notice.html", {**(aside.values(found, at) if aside else {}), **facts})


@needs(Open.PUBLIC)
@require_safe
def paper(request: HttpRequest, serial: str, fmt: str) -> HttpResponseBase:
    """The notice in its official layout, to print."""
    found = _public(request, serial)
    if fmt not in (Format.DOCX, Format.PDF):
        raise Http404
    return answers.paper(queries.doc_for(found), fmt)
