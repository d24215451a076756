"""Rectifications and extensions."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from sanshe.core.audit.queries import history
from sanshe.core.calendar.queries import clock
from sanshe.core.calendar.types import Due
from sanshe.core.kit.access import needs
from sanshe.core.kit.refused import insist
from sanshe.core.papers.adapters.answers import paper
from sanshe.core.rows.forms import count_in
from sanshe.core.rows.queries import offer
from sanshe.incubation.actions.end import rectification as actions
from sanshe.incubation.enums.access import P
from sanshe.incubation.enums.end.rectification import RectificationEvent
from sanshe.incubation.papers.end.values import rectification_doc
from sanshe.incubation.phrases.end import rectification as words
from sanshe.incubation.queries.end import assessment as assessments
from sanshe.incubation.queries.end import rectification as queries
from sanshe.incubation.views.layout import frame_of


def _found(request: HttpRequest, e: UUID, pk: UUID, code: str = P.ASSESSMENT_READ) -> Any:
    row = queries.rectification_for(request.actor, code, pk)
    if row is None or row.entry_id != e:
        raise Http404
    insist(assessments.refusal_to_read(row.assessment, request.actor))
    return row


def _of_office(request: HttpRequest, row: Any, code: str) -> Any:
    """The row, when this person holds the code where it is; a missing page otherwise."""
    if row is None or not request.actor.may_at(code, row.area_path):
        raise Http404
    return row


@needs(P.ASSESSMENT_READ, P.ASSESSMENT_REPORT)
@require_safe
def rectification(request: HttpRequest, e: UUID, pk: UUID) -> HttpResponse:
    """What has to be put right, for the organisation and for those who check."""
    row, actor = _found(request, e, pk), request.actor
    checks = actor.may_at(P.RECTIFICATION_CHECK, row.area_path) and row.issued_by != actor.id
    is_late = request.received_at >= queries.closes(row)
    facts = {
        **frame_of(request, row.entry),
        "row": row,
        "points": row.points.all(),
        "state": words.STATES[row.state],
        "pill": words.PILLS[row.state],
        "clock": clock(str(words.LABEL), opens=row.issued_at, due=Due(row.due_on), now=request.received_at),
        "may_answer": row.state == "issued" and not is_late and queries.own(actor, P.ASSESSMENT_REPORT, pk) is not None,
        "may_check": checks and (row.state == "answered" or (row.state == "issued" and is_late)),
        "may_send_back": checks and row.state == "answered" and not is_late,
        "entries": history(queries.KIND, row.pk),
        "undo": offer(RectificationEvent.ANSWERED, row, actor, request.received_at),
    }
    return render(request, "incubation/end/rectification.html", facts)


@needs(P.RECTIFICATION_ISSUE)
@require_POST
def issue(request: HttpRequest, e: UUID, pk: UUID) -> HttpResponse:
    """Issue the notice that a verdict asks for; `pk` is the assessment."""
    row = assessments.assessment_for(request.actor, P.RECTIFICATION_ISSUE, pk)
    row = _of_office(request, row if row and row.entry_id == e else None, P.RECTIFICATION_ISSUE)
    insist(assessments.refusal_to_read(row, request.actor))
    points, days = request.POST.get("points", "").splitlines(), count_in(request.POST, "workdays")
    made = actions.issue(assessment=row, points=points, workdays=days or 0, by=request.actor, at=request.received_at)
    return redirect("incubation:rectification", e=e, pk=made.pk)


@needs(P.ASSESSMENT_REPORT)
@require_POST
def answer(request: HttpRequest, e: UUID, pk: UUID) -> HttpResponse:
    """The organisation says what it did, point by point."""
    row = queries.own(request.actor, P.ASSESSMENT_REPORT, pk)
    if row is None or row.entry_id != e:
        raise Http404
    said = [request.POST.get(f"a-{point.no}", "") for point in row.points.all()]
    actions.answer(rectification=row, answers=said, by=request.actor, at=request.received_at)
    return redirect("incubation:rectification", e=e, pk=pk)


@needs(P.RECTIFICATION_CHECK)
@require_POST
def check(request: HttpRequest, e: UUID, pk: UUID) -> HttpResponse:
    """Somebody else says whether it was put right, or sends it back."""
    row = _of_office(request, _found(request, e, pk, P.RECTIFICATION_CHECK), P.RECTIFICATION_CHECK)
    said = {"rectification": row, "found": request.POST.get("found", "")}
    who, act = {"by": request.actor, "at": request.received_at}, request.POST.get("act", "")
    if act == "back":
        actions.send_back(**said, **who)
    elif act in ("good", "bad"):
        actions.check(is_good=act == "good", **said, **who)
    return redirect("incubation:rectification", e=e, pk=pk)


@needs(P.ASSESSMENT_READ, P.ASSESSMENT_REPORT)
@require_safe
def rectification_paper(request: HttpRequest, e: UUID, pk: UUID, fmt: str) -> HttpResponseBase:
    row = _found(request, e, pk)
    if fmt not in ("pdf", "docx"):
        raise Http404
    return paper(rectification_doc(row), fmt)


@needs(P.EXTENSION_ASK)
@require_POST
def ask_extension(request: HttpRequest, e: UUID) -> HttpResponse:
    entry = _of_office(request, assessments.entry_for(request.actor, P.EXTENSION_ASK, e), P.EXTENSION_ASK)
    months, reason = count_in(request.POST, "months"), request.POST.get("reason", "")
    actions.ask_extension(entry=entry, months=months or 0, reason=reason, by=request.actor, at=request.received_at)
    return redirect("incubation:graduation", e=e)


@needs(P.EXTENSION_APPROVE)
@require_POST
def decide_extension(request: HttpRequest, e: UUID, pk: UUID) -> HttpResponse:
    found = queries.extension_for(request.actor, P.EXTENSION_APPROVE, pk)
    row = _of_office(request, found if found and found.entry_id == e else None, P.EXTENSION_APPROVE)
    agrees = request.POST.get("act") == "agree"
    actions.decide_extension(extension=row, agrees=agrees, by=request.actor, at=request.received_at)
    return redirect("incubation:graduation", e=e)
