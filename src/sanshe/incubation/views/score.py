"""The session's screens and the pads. Screens follow by a conditional GET: 304 while nothing changed."""

import json
from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotModified, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from sanshe.core.kit import ids
from sanshe.core.kit.access import needs
from sanshe.core.kit.refused import Refused
from sanshe.core.receipts.rules import without_receipt
from sanshe.core.ui.queries import say
from sanshe.incubation.actions import score as actions
from sanshe.incubation.actions import session as acts
from sanshe.incubation.actions.pad import insist_may_score
from sanshe.incubation.enums.access import P
from sanshe.incubation.enums.score import R
from sanshe.incubation.enums.session import Phase
from sanshe.incubation.phrases import panel as words
from sanshe.incubation.queries import batch as batches
from sanshe.incubation.queries import panel, score
from sanshe.incubation.queries import session as queries
from sanshe.incubation.queries.decision import refusal_to_see


def _seat(request: HttpRequest, b: UUID) -> tuple[Any, Any]:
    batch = batches.any_batch(b)
    seat = panel.member_of(request.actor, batch) if batch else None
    if seat is None:
        raise Http404
    return batch, seat


def _followed(request: HttpRequest, batch: Any, template: str, facts: Any) -> HttpResponse:
    """The whole page, or its live part; 304 when the part did not change."""
    tag = queries.tag(batch)
    if request.headers.get("X-Part") and request.headers.get("If-None-Match") == tag:
        return HttpResponseNotModified()
    name = template.replace("/", "/_") if request.headers.get("X-Part") else template
    answer = render(request, name, facts())
    answer["ETag"] = tag
    return answer


@needs(P.SESSION_CHAIR)
@require_GET
def session(request: HttpRequest, b: UUID) -> HttpResponse:
    """The chair's page, also the big screen."""
    batch = batches.any_batch(b)
    seat = panel.member_of(request.actor, batch) if batch else None
    if batch is None or not (seat or batches.batch_for(request.actor, P.BATCH_READ, b)):
        raise Http404
    may_lead = bool(seat and seat.is_chair) or request.actor.has_role("centre_operator")

    def facts() -> dict[str, Any]:
        return {
            "batch": batch,
            "stage": queries.stage(batch),
            "sides": words.SIDES,
            "now": request.received_at,
            "criteria": batches.criteria(batch),
            "may_lead": may_lead,
            "minutes": acts.rules.MINUTES,
            "all_sealed": score.is_all_sealed(batch),
        }

    return _followed(request, batch, "incubation/session.html", facts)


ACTS: dict[str, Callable[..., object]] = {
    "start": acts.start, "call": acts.call_next, "no_answer": acts.no_answer, "begin": acts.begin,
    "finish": acts.finish, "end": acts.end,
}  # fmt: skip


@needs(P.SESSION_CHAIR)
@require_POST
def act(request: HttpRequest, b: UUID) -> HttpResponse:
    """One act of the chair."""
    batch, name = batches.any_batch(b), request.POST.get("act", "")
    if batch is None:
        raise Http404
    who = {"batch": batch, "by": request.actor, "at": request.received_at}
    if name in ACTS:
        ACTS[name](**who)
    elif name in list(Phase):
        acts.set_phase(phase=Phase(name), **who)
    elif name == "ask":
        acts.ask(text=request.POST.get("text", ""), **who)
    return redirect("incubation:session", b=b)


@needs(P.SCORE_WRITE)
@require_GET
def pads(request: HttpRequest, b: UUID) -> HttpResponse:
    """A member's own sheets in the order of the day; what is shut is shown without a number or a count."""
    batch, seat = _seat(request, b)

    def facts() -> dict[str, Any]:
        mine, shut = score.own_sheets(seat), {a for p, a in panel.recused_pairs(batch) if p == seat.pk}
        rows = [(slot, mine.get(slot.application_id), slot.application_id in shut) for slot in panel.slots(batch)]
        may_see = score.is_all_sealed(batch) and refusal_to_see(request.actor, batch) is None
        return {"batch": batch, "seat": seat, "rows": rows, "stage": panel.on_stage(batch), "may_see": may_see}

    return _followed(request, batch, "incubation/pads.html", facts)


@needs(P.SCORE_WRITE)
@require_http_methods(["GET", "POST"])
def pad(request: HttpRequest, b: UUID, application: UUID) -> HttpResponse:
    """One sheet: five criteria of 21 marks; sealed once."""
    batch, seat = _seat(request, b)
    slot = panel.slots(batch).filter(application_id=application).first()
    if slot is None:
        raise Http404
    insist_may_score(batch=batch, panelist=seat, slot=slot)
    if request.method == "POST":
        _keep(request, batch, seat, slot, request.POST)
        to = "incubation:pads" if request.POST.get("act") == "seal" else "incubation:pad"
        more: Any = {} if to.endswith("pads") else {"application": application}
        return redirect(to, b=b, **more)
    sheet = score.sheet(seat, application)
    marks = sheet.marks if sheet else {}
    rows = [(one, marks.get(str(one.no)), _bands(one.points)) for one in batches.criteria(batch)]
    given = [mark for _one, mark, _b in rows if mark is not None]
    facts = {"batch": batch, "seat": seat, "slot": slot, "sheet": sheet, "rows": rows, "total": sum(given)}
    facts |= {"sheet_id": sheet.pk if sheet else ids.new(), "most": sum(one.points for one, *_rest in rows)}
    return render(request, "incubation/pad.html", facts)


BANDS = ((_("突出"), 14), (_("一般"), 7), (_("不足"), 0))


def _bands(most: int) -> list[tuple[str, list[int]]]:
    """Three rows of marks, the highest first; the rows are the anchors."""
    third = -(-(most + 1) // 3)
    marks = list(range(most, -1, -1))
    return [(BANDS[i][0], marks[i * third : (i + 1) * third]) for i in range(3)]


def _keep(request: HttpRequest, batch: Any, seat: Any, slot: Any, said: Any) -> Any:
    """Keep or seal what a form or a device sent."""
    points = batches.rubric(batch)
    marks = {no: _mark(said.get(f"mark-{no}")) for no in points}
    noted = request.received_at
    what = {"sheet_id": UUID(str(said["sheet"])), "panelist": seat, "application": slot.application, "points": points}
    what |= {
        "marks": marks,
        "comment": str(said.get("comment", ""))[:2000],
        "noted_at": noted,
        "at": request.received_at,
    }
    if said.get("act") != "seal":
        return actions.save_sheet(**what)
    row = actions.seal_sheet(**what, by=request.actor)
    acts.tick(seat.panel)
    return row


def _keep_both(request: HttpRequest, batch: Any, seat: Any, said: Any) -> None:
    """Beside the sealed sheet, what came under its id and says something else."""
    marks = {no: _mark(said.get(f"mark-{no}")) for no in batches.rubric(batch)}
    what = {
        "sheet_id": UUID(str(said["sheet"])),
        "panelist": seat,
        "marks": marks,
        "comment": str(said.get("comment", "")),
    }
    actions.keep_clash(**what, by=request.actor, at=request.received_at)


def _mark(text: Any) -> int | None:
    return int(text) if str(text or "").isdecimal() else None


@needs(P.SCORE_WRITE)
@require_POST
@without_receipt
def device(request: HttpRequest, b: UUID, application: UUID) -> HttpResponse:
    """What a pad's device delivers: the whole sheet as it stood there, once, also hours later. The sheet's own id and
    content make it once-only; without a receipt around it, another content under a sealed sheet can be kept."""
    batch, seat = _seat(request, b)
    slot = panel.slots(batch).filter(application_id=application).first()
    if slot is None:
        raise Http404
    try:
        insist_may_score(batch=batch, panelist=seat, slot=slot)
        said = json.loads(request.body)
        row = _keep(request, batch, seat, slot, said)
    except Refused as refused:
        if refused.code == R.OTHER_CONTENT:
            _keep_both(request, batch, seat, said)
        return JsonResponse({"code": refused.code, "detail": say(refused.code, refused.facts)}, status=409)
    except (ValueError, KeyError, TypeError):
        return JsonResponse({"detail": _("这张表没有收到，请再交一次。")}, status=400)
    return JsonResponse({"state": row.state, "version": row.version, "seal": row.seal_hash[:8]})
