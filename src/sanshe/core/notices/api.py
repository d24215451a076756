"""What everybody may read, for programs: notices in public."""

from datetime import date, datetime
from typing import Any

from django.http import Http404, HttpRequest
from django.utils.translation import gettext_lazy as _
from ninja import Query, Router, Schema

from sanshe.core.kit.access import Open, needs
from sanshe.core.notices import queries
from sanshe.core.receipts.api import reads, words
from sanshe.core.ui.queries import districts_of

router = Router(tags=["notices"])
ROUTERS = {"notices": router}


class Notice(Schema):
    """A notice in public. `state`: published, or closed once its window is over and answered for."""

    serial: str
    number_line: str
    kind: str
    title: str
    state: str
    count: int
    published_at: datetime
    window_from: date | None
    window_to: date | None
    day_kind: str


class Figure(Schema):
    label: str
    n: int


class Whole(Notice):
    """With the names it lists, how its figures came about, and the fingerprints of list and text."""

    names: list[str]
    figures: list[Figure]
    contact: dict[str, str]
    list_hash: str
    text_hash: str
    audit_root: str
    corrected_by: str | None

    @staticmethod
    def resolve_figures(found: Any) -> list[dict[str, Any]]:
        return [{"label": label, "n": n} for label, n, *_is_list_or_sum in found.figures]


class Notices(Schema):
    rows: list[Notice]
    next: str | None
    prev: str | None


@router.get("/", response=reads(Notices), url_name="notices", summary=words(_("公开的公示，新的在前")))
@needs(Open.PUBLIC)
def notices(
    request: HttpRequest,
    after: str | None = None,
    before: str | None = None,
    size: int = Query(20, ge=1, le=200),
    district: str = Query("", description=words(_("区划代码；只有一个区时不必写"))),
) -> Any:
    """`district` is read where every page reads it: a member of staff sees the own districts whatever is asked."""
    return queries.public_page(request.received_at, tuple(districts_of(request)), after, before, size)


@router.get("/{str:serial}/", response=reads(Whole), url_name="notice", summary=words(_("按编号看一份公示")))
@needs(Open.PUBLIC)
def notice(request: HttpRequest, serial: str) -> Any:
    found = queries.by_serial(serial, request.received_at)
    if found is None:
        raise Http404
    later = queries.corrected_by(found)
    found.corrected_by = later.serial if later else None  # type: ignore[attr-defined]  # for the answer only, no column
    return found
