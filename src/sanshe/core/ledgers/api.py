"""Every ledger for programs: which there are, and their rows a page at a time."""

from datetime import date, datetime
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from ninja import Query, Router, Schema

from sanshe.core.kit.access import Open, needs
from sanshe.core.ledgers import queries
from sanshe.core.receipts.adapters import as_json
from sanshe.core.receipts.api import Fault, reads, words

router = Router(tags=["ledgers"])
ROUTERS = {"ledgers": router}
MOST, USUAL = 200, 50


class Option(Schema):
    value: str
    label: str


class Filter(Schema):
    """A way to narrow a ledger. `kind`: choice (one of `options`), text, area, dates (`code_from`, `code_to`)."""

    code: str
    label: str
    kind: str
    options: list[Option]


class Column(Schema):
    code: str
    label: str
    kind: str


class Ledger(Schema):
    code: str
    title: str
    columns: list[Column]
    filters: list[Filter]


class Record(Schema):
    """One row: its cells by column code, as its page shows them (people masked), and the address of that page."""

    id: str
    url: str | None
    cells: dict[str, bool | int | float | datetime | date | str | None]


class Records(Schema):
    """`next` and `prev` are cursors for `after` and `before`; null at the ends."""

    rows: list[Record]
    next: str | None
    prev: str | None


PAGING = {
    "parameters": [
        {
            "name": "filters",
            "in": "query",
            "description": "The ledger's filters by their codes; an unknown one is refused.",
            "style": "form",
            "explode": True,
            "schema": {"type": "object", "additionalProperties": {"type": "string"}},
        },
    ]
}


@router.get("/", response=reads(list[Ledger]), url_name="ledgers", summary=words(_("能看的台账")))
@needs(Open.STAFF)
def ledgers(request: HttpRequest) -> list[dict[str, Any]]:
    return [queries.described(one, request.actor) for one in queries.ledgers_of(request.actor)]


@router.get(
    "/{str:code}/rows/",
    response={**reads(Records), 409: Fault},
    url_name="rows",
    summary=words(_("一本台账的记录，分页")),
    openapi_extra=PAGING,
)
@needs(Open.STAFF)
def rows(
    request: HttpRequest,
    code: str,
    after: str | None = None,
    before: str | None = None,
    size: int = Query(USUAL, ge=1, le=MOST),
) -> HttpResponse:
    """In the ledger's own order. A cursor holds a place, not a count: rows that come or go double no other."""
    found = queries.ledger_of(request.actor, code)
    if found is None:
        raise Http404
    filters = queries.asked_of(found, request.actor, request.GET)
    page = queries.page(found, request.actor, filters, after=after, before=before, size=size)
    return as_json({"rows": queries.records(found, page), "next": page.next, "prev": page.prev})
