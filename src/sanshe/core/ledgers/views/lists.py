"""Every ledger on one page, and as a file."""

from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_safe

from sanshe.core.files.enums import Format
from sanshe.core.kit.access import Open, needs
from sanshe.core.kit.refused import Refused
from sanshe.core.ledgers import actions, queries
from sanshe.core.ledgers.adapters import answers
from sanshe.core.ledgers.phrases import FORMATS
from sanshe.core.papers.adapters.answers import paper
from sanshe.core.papers.enums import R
from sanshe.core.papers.pages import insist_drawn
from sanshe.core.papers.rules import may_change
from sanshe.core.ui.queries import say

SIZE = 50


@needs(Open.STAFF)
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """The ledgers one may open, and the way to the papers whose text one may edit."""
    facts = {
        "ledgers": queries.ledgers_of(request.actor),
        "may_edit": may_change(request.actor),
    }
    return render(request, "ledgers/index.html", facts)


@needs(Open.STAFF)
@require_safe
def ledger(request: HttpRequest, code: str) -> HttpResponse:
    """One page of a ledger, narrowed by its filters."""
    found = queries.ledger_of(request.actor, code)
    if found is None:
        raise Http404
    filters = queries.clean(found, request.actor, request.GET)
    after, before = request.GET.get("after"), request.GET.get("before")
    page = queries.page(found, request.actor, filters, after=after, before=before, size=SIZE)
    facts = {
        "ledger": found,
        "heads": queries.heads(found),
        "lines": queries.lines(found, page, request.received_at),
        "page": page,
        "size": SIZE,
        "knobs": queries.knobs(found, request.actor, filters),
        "said": queries.listing(found, request.actor, filters),
        "query": urlencode(queries.query_of(found, filters)),
        "formats": FORMATS.items(),
    }
    return render(request, "ledgers/ledger.html", facts)


@needs(Open.STAFF)
@require_safe
def export(request: HttpRequest, code: str, fmt: str) -> HttpResponseBase:
    """The whole ledger under these filters as a file; it goes on record."""
    found = queries.ledger_of(request.actor, code)
    if found is None or fmt not in set(Format):
        raise Http404
    actor, at = request.actor, request.received_at
    filters = queries.clean(found, actor, request.GET)
    actions.exported(code=code, fmt=fmt, filters=queries.query_of(found, filters), by=actor, at=at)
    if fmt in (Format.XLSX, Format.CSV):
        rows = queries.export_rows(found, actor, filters)
        return answers.sheet(found.columns, rows, fmt, str(found.title), queries.head_of(found, actor, filters, at))
    try:
        doc = queries.paper_of(found, actor, filters, at)
        if fmt == Format.PDF and request.GET.get("anyway") != "yes":
            insist_drawn(doc)
        return paper(doc, fmt)
    except Refused as refusal:
        facts = {"sentence": say(refusal.code, refusal.facts), "ledger": found, "undrawn": refusal.code == R.NO_GLYPH}
        facts["query"] = urlencode(queries.query_of(found, filters) | {"anyway": "yes"})
        return render(request, "ledgers/refused.html", facts, status=409)
