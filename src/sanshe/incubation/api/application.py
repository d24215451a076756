"""Applications for programs: read by those of the area, written and handed in by who writes them. People are masked."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest
from django.utils.translation import gettext_lazy as _
from ninja import Field, Router, Schema

from sanshe.core.kit.access import Open, needs
from sanshe.core.kit.refused import Refused
from sanshe.core.receipts.api import ONCE, Fault, reads, words, writes
from sanshe.core.ui.queries import say
from sanshe.incubation.actions.call import application as actions
from sanshe.incubation.actions.screening import screening
from sanshe.incubation.enums.access import P
from sanshe.incubation.enums.call.application import ApplicationRefusal as R
from sanshe.incubation.pages.call.application_form import mask_of, masked_values
from sanshe.incubation.queries.call import application as queries
from sanshe.incubation.rules.call import application as rules

router = Router(tags=["applications"])


class Application(Schema):
    """An application. `fields` are its texts by field code, people masked (陈**); `papers` the slots that are filled.

    `version` goes back with the next change of a field.
    """

    id: UUID
    number: str
    draft_code: str
    batch: UUID
    state: str
    channel: str
    area_path: str
    submitted_at: datetime | None
    version: int
    fields: dict[str, str]
    papers: list[str]


class Own(Application):
    """With what is still missing before it can be handed in: codes of fields and papers."""

    missing: list[str]


class Text(Schema):
    """One field as typed. `version`: of the application as it was read; another device's later change is refused."""

    value: str = Field(max_length=2000)
    version: int = Field(ge=0)
    noted_at: datetime | None = None


class Clash(Fault):
    """Refused. For `incubation.application.stale` with both texts, people masked."""

    theirs: str | None = None
    yours: str | None = None


def _told(row: Any) -> dict[str, Any]:
    same = ("number", "draft_code", "state", "channel", "area_path", "submitted_at", "version")
    facts = {name: getattr(row, name) for name in same}
    papers = sorted(queries.papers(row))
    return {"id": row.pk, "batch": row.batch_id, "fields": masked_values(row), "papers": papers, **facts}


def _told_owner(row: Any) -> dict[str, Any]:
    told = _told(row)
    return {**told, "missing": rules.missing(queries.values_of(row), frozenset(told["papers"]))}


def _own(request: HttpRequest, pk: UUID) -> Any:
    found = queries.own(request.actor, pk)
    if found is None:
        raise Http404
    return found


@router.get("/{uuid:pk}/", response=reads(Application), url_name="application", summary=words(_("一份申请")))
@needs(P.APPLICATION_READ)
def application(request: HttpRequest, pk: UUID) -> dict[str, Any]:
    """As those of the area read it, once it was handed in."""
    row = queries.one_for_staff(request.actor, pk)
    if row is None:
        raise Http404
    return _told(row)


@router.get("/{uuid:pk}/form/", response=reads(Own), url_name="form", summary=words(_("自己的申请")))
@needs(Open.ANY_USER)
def form(request: HttpRequest, pk: UUID) -> dict[str, Any]:
    """As its writer has it, also while it is a draft."""
    return _told_owner(_own(request, pk))


@router.put(
    "/{uuid:pk}/form/{str:field}/",
    response=writes(Own, Clash),
    url_name="field",
    summary=words(_("存下草稿的一处")),
    openapi_extra=ONCE,
)
@needs(Open.ANY_USER)
def keep(request: HttpRequest, pk: UUID, field: str, text: Text) -> Any:
    """A half answer may be kept. The same field changed elsewhere since `version` answers 409 with both texts."""
    row = _own(request, pk)
    try:
        row = actions.save_field(application=row, field=field, at=request.received_at, **text.dict())
    except Refused as refused:
        if refused.code != R.STALE:
            raise
        return 409, _clash(refused, field)
    return _told_owner(row)


def _clash(refused: Refused, field: str) -> dict[str, Any]:
    both = {name: mask_of(rules.BY_CODE[field], refused.facts.get(name, "")) for name in ("theirs", "yours")}
    return {"code": refused.code, "detail": say(refused.code, refused.facts), **both}


@router.post(
    "/{uuid:pk}/submit/", response=writes(Own), url_name="submit", summary=words(_("提交申请")), openapi_extra=ONCE
)
@needs(Open.ANY_USER)
def submit(request: HttpRequest, pk: UUID) -> dict[str, Any]:
    """Once, within the call's days by the server's clock. What was returned is handed in again."""
    row = _own(request, pk)
    if row.state != "submitted":
        act = screening.mend if row.state == "returned" else actions.submit
        row = act(application=row, by=request.actor, at=request.received_at) or row
    return _told_owner(row)
