"""The pads: a member's own sheets, kept as typed, sealed once, also from a device that had no signal."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.core.exceptions import BadRequest
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from sanshe.core.kit import ids
from sanshe.core.kit.access import Open, needs
from sanshe.core.kit.refused import Refused, insist
from sanshe.core.receipts.rules import without_receipt
from sanshe.core.rows.rules import from_any_page
from sanshe.core.ui.adapters import followed, sent_json
from sanshe.core.ui.queries import say
from sanshe.core.ui.types import Followed
from sanshe.incubation.actions.panel import score as actions
from sanshe.incubation.actions.panel.pad import insist_may_score
from sanshe.incubation.adapters import pad_worker
from sanshe.incubation.enums.access import P
from sanshe.incubation.enums.panel.score import R
from sanshe.incubation.forms.score import marks_said, sheet_said
from sanshe.incubation.phrases.panel import panel as words
from sanshe.incubation.phrases.panel.score import BANDS, CHANGE_STATES
from sanshe.incubation.queries.call import batch as batches
from sanshe.incubation.queries.decision.decision import refusal_to_see
from sanshe.incubation.queries.panel import panel, score
from sanshe.incubation.queries.panel import session as queries
from sanshe.incubation.rules.panel.score import bands, fault_in_seat


def _seat(request: HttpRequest, b: UUID) -> tuple[Any, Any]:
    batch = batches.any_batch(b)
    seat = panel.member_of(request.actor, batch) if batch else None
    if seat is None:
        raise Http404
    return batch, seat


def _slot(batch: Any, application: UUID) -> Any:
    slot = panel.slots(batch).filter(application_id=application).first()
    if slot is None:
        raise Http404
    return slot


def _seen(seat: Any) -> Followed:
    subject = f"{seat.panel_id}.{seat.pk}"
    return Followed("incubation.pads", subject, queries.pads_version(subject))


@needs(P.SCORE_WRITE)
@require_safe
def pads(request: HttpRequest, b: UUID) -> HttpResponse:
    """A member's own sheets in the order of the day; what is shut is shown without a name, a number or a count."""
    batch, seat = _seat(request, b)

    def facts() -> dict[str, Any]:
        may_see = score.is_all_sealed(batch) and refusal_to_see(request.actor, batch) is None
        facts = {"batch": batch, "seat": seat, "day": score.day_of(seat, batch), "now": request.received_at}
        return {**facts, "may_see": may_see}

    return followed(request, "incubation/panel/pads.html", _seen(seat), facts)


@needs(P.SCORE_WRITE)
@require_http_methods(["GET", "POST"])
@from_any_page
def pad(request: HttpRequest, b: UUID, application: UUID) -> HttpResponse:
    """One sheet: five criteria of 21 marks; sealed once."""
    batch, seat = _seat(request, b)
    slot = _slot(batch, application)
    insist_may_score(batch=batch, panelist=seat, slot=slot)
    if request.method == "GET":
        return followed(request, "incubation/panel/pad.html", _seen(seat), lambda: _facts(request, batch, seat, slot))
    try:
        _keep(request, batch, seat, slot, request.POST)
    except ValueError:  # no sheet's id
        raise BadRequest from None
    except Refused as refused:
        if refused.code != R.OTHER_DEVICE:
            raise
        facts = _facts(request, batch, seat, slot, request.POST)
        return render(request, "incubation/panel/pad.html", {**facts, "clash": say(refused.code, {})}, status=409)
    return redirect("incubation:pad", b=b, application=application)


def _facts(request: HttpRequest, batch: Any, seat: Any, slot: Any, typed: Any = None) -> dict[str, Any]:
    """What the pad shows: the sheet as it is kept, or as it was just typed beside what another device kept."""
    sheet = score.sheet(seat, slot.application_id)
    kept = {int(no): mark for no, mark in sheet.marks.items()} if sheet else {}
    criteria = batches.criteria(batch)
    marks = marks_said(typed, [one.no for one in criteria]) if typed else kept
    rows = [(one, marks.get(one.no), list(zip(BANDS, bands(one.points), strict=True))) for one in criteria]
    given = [mark for _one, mark, _bands in rows if mark is not None]
    facts = {"batch": batch, "seat": seat, "slot": slot, "sheet": sheet, "rows": rows, "total": sum(given)}
    facts |= {"sheet_id": sheet.pk if sheet else ids.new(), "most": sum(one.points for one in criteria)}
    facts |= {
        "theirs": [(one, kept.get(one.no)) for one in criteria] if typed else [],
        "is_whole": len(given) == len(rows),
    }
    facts |= {"comment": typed.get("comment", "") if typed else sheet.comment if sheet else ""}
    facts |= {"day": score.day_of(seat, batch), "now": request.received_at, "phases": words.PHASES}
    facts |= {"change_states": CHANGE_STATES}
    return facts | {
        "until": queries.until(slot),
        "left": queries.left(slot),
        "clock": queries.countdown(slot, request.received_at),
        "change": score.newest_change(sheet),
    }


def _keep(request: HttpRequest, batch: Any, seat: Any, slot: Any, said: Mapping[str, Any]) -> Any:
    """Keep or seal what a form or a device sent."""
    insist(fault_in_seat(said=str(said.get("seat", "")), seat=str(seat.pk)))
    points = batches.rubric(batch)
    what = {**sheet_said(said, points), "panelist": seat, "application": slot.application, "points": points}
    if said.get("act") == "seal":
        return actions.seal_sheet(**what, by=request.actor, at=request.received_at)
    return actions.save_sheet(**what, at=request.received_at)


def _keep_both(request: HttpRequest, batch: Any, seat: Any, slot: Any, said: Mapping[str, Any]) -> None:
    """Beside the sealed sheet, what came for it and says something else."""
    read = sheet_said(said, batches.rubric(batch))
    what = {"marks": read["marks"], "comment": read["comment"], "panelist": seat, "application": slot.application}
    actions.keep_clash(**what, by=request.actor, at=request.received_at)


@needs(P.SCORE_WRITE)
@require_POST
@without_receipt
def device(request: HttpRequest, b: UUID, application: UUID) -> HttpResponse:
    """What a pad's device delivers: the whole sheet as it stood there, once, also hours later. The sheet's own id and
    content make it once-only; without a receipt around it, another content under a sealed sheet can be kept."""
    batch, seat = _seat(request, b)
    slot = _slot(batch, application)
    try:
        insist_may_score(batch=batch, panelist=seat, slot=slot)
        said = sent_json(request)
        row = _keep(request, batch, seat, slot, said)
    except Refused as refused:
        if refused.code in (R.OTHER_CONTENT, R.IS_SEALED):
            _keep_both(request, batch, seat, slot, said)
        told = {"code": refused.code, "detail": say(refused.code, refused.facts)}
        return JsonResponse({**told, **_theirs(seat, application, refused.code)}, status=409)
    except (ValueError, KeyError, TypeError):
        return JsonResponse({"detail": _("这张表没有收到，请再交一次。")}, status=400)
    return JsonResponse({"state": row.state, "version": row.version, "sheet": row.pk, "seal": row.seal_hash[:8]})


def _theirs(seat: Any, application: UUID, code: Any) -> dict[str, Any]:
    """One's own sheet as another device left it, for the device that met it."""
    row = score.sheet(seat, application) if code == R.OTHER_DEVICE else None
    return {"theirs": {"marks": row.marks, "comment": row.comment}, "version": row.version} if row else {}


@needs(Open.PUBLIC)
@require_safe
def worker(request: HttpRequest) -> HttpResponse:
    """The script that keeps the pads on the device, served from where its reach begins."""
    return HttpResponse(pad_worker(), content_type="text/javascript", headers={"Cache-Control": "no-cache"})
