"""Score sheets for programs: one's own, kept as typed, sealed once. Nobody else's is ever here."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest
from django.utils.translation import gettext_lazy as _
from ninja import Field, Router, Schema
from pydantic import StrictInt

from sanshe.core.kit.access import needs
from sanshe.core.kit.refused import Refused
from sanshe.core.receipts.actions import outlive
from sanshe.core.receipts.api import ONCE, reads, words, writes
from sanshe.incubation.actions.panel import score as actions
from sanshe.incubation.actions.panel.pad import insist_may_score
from sanshe.incubation.enums.access import P
from sanshe.incubation.enums.panel.score import R
from sanshe.incubation.queries.call import batch as batches
from sanshe.incubation.queries.panel import panel
from sanshe.incubation.queries.panel import score as queries

router = Router(tags=["sheets"])


class Typed(Schema):
    """A sheet as it stands on the device. `sheet` is its id, made there (UUIDv7); `marks` are points by number of
    criterion, null while not scored."""

    sheet: UUID
    marks: dict[int, StrictInt | None]
    comment: str = Field("", max_length=2000)
    noted_at: datetime | None = None


class Sheet(Schema):
    """A sheet as it is kept. `seal` is its fingerprint once sealed."""

    sheet: UUID
    application: UUID
    state: str
    marks: dict[str, int | None]
    comment: str
    total: int | None
    saved_at: datetime
    sealed_at: datetime | None
    seal: str
    version: int


class Turn(Schema):
    """One applicant of the day. `state`: recused (then nothing else is told), waiting, open."""

    application: UUID
    name: str
    state: str
    place: int | None
    sheet: Sheet | None


class Sheets(Schema):
    batch: UUID
    declared: bool
    turns: list[Turn]


def _sheet(row: Any) -> dict[str, Any]:
    same = ("state", "marks", "comment", "total", "saved_at", "sealed_at", "version")
    facts = {name: getattr(row, name) for name in same}
    return {"sheet": row.pk, "application": row.application_id, "seal": row.seal_hash, **facts}


def _seat(request: HttpRequest, b: UUID) -> tuple[Any, Any]:
    batch = batches.any_batch(b)
    seat = panel.member_of(request.actor, batch) if batch else None
    if seat is None:
        raise Http404
    return batch, seat


def _turn(slot: Any, row: Any, is_shut: bool) -> dict[str, Any]:
    told = {"application": slot.application_id, "name": slot.application.name}
    if is_shut:
        return {**told, "state": "recused", "place": None, "sheet": None}
    state = "waiting" if slot.state == "waiting" else "open"
    return {**told, "state": state, "place": slot.place, "sheet": _sheet(row) if row else None}


@router.get("/{uuid:b}/sheets/", response=reads(Sheets), url_name="sheets", summary=words(_("自己在一批里的打分表")))
@needs(P.SCORE_WRITE)
def sheets(request: HttpRequest, b: UUID) -> dict[str, Any]:
    """In the order of the day."""
    batch, seat = _seat(request, b)
    mine = queries.own_sheets(seat)
    shut = {application for who, application in panel.recused_pairs(batch) if who == seat.pk}
    slots = panel.slots(batch)
    turns = [_turn(slot, mine.get(slot.application_id), slot.application_id in shut) for slot in slots]
    return {"batch": b, "declared": seat.declared_at is not None, "turns": turns}


def _asked(request: HttpRequest, b: UUID, application: UUID, typed: Typed) -> dict[str, Any]:
    """What the actions ask for; Refused when this member may have no such sheet now."""
    batch, seat = _seat(request, b)
    slot = panel.slots(batch).filter(application_id=application).first()
    if slot is None:
        raise Http404
    insist_may_score(batch=batch, panelist=seat, slot=slot)
    points = batches.rubric(batch)
    what = {"sheet_id": typed.sheet, "panelist": seat, "application": slot.application, "points": points}
    marks = {**dict.fromkeys(points), **typed.marks}
    return {**what, "marks": marks, "comment": typed.comment, "noted_at": typed.noted_at}


@router.put(
    "/{uuid:b}/sheets/{uuid:application}/",
    response=writes(Sheet),
    url_name="sheet",
    summary=words(_("照填的存下打分表")),
    openapi_extra=ONCE,
)
@needs(P.SCORE_WRITE)
def save(request: HttpRequest, b: UUID, application: UUID, typed: Typed) -> dict[str, Any]:
    """Half or whole. A criterion that is left out is not scored."""
    what = _asked(request, b, application, typed)
    return _sheet(actions.save_sheet(**what, at=request.received_at))


@router.post(
    "/{uuid:b}/sheets/{uuid:application}/seal/",
    response=writes(Sheet),
    url_name="seal",
    summary=words(_("封存一张打分表")),
    openapi_extra=ONCE,
)
@needs(P.SCORE_WRITE)
def seal(request: HttpRequest, b: UUID, application: UUID, typed: Typed) -> dict[str, Any]:
    """Once. The same sheet again gets the seal it has; another content is refused and kept beside it."""
    what = _asked(request, b, application, typed)
    said = {"by": request.actor, "at": request.received_at}
    try:
        row = actions.seal_sheet(**what, **said)
    except Refused as refused:
        if refused.code == R.OTHER_CONTENT:
            both = {name: what[name] for name in ("panelist", "application", "marks", "comment")}
            outlive(lambda: actions.keep_clash(**both, **said))
        raise
    return _sheet(row)
