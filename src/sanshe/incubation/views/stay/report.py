"""Quarterly reports: the form with what was recorded above it, handing in, judging, the paper."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from sanshe.core.calendar.queries import clock
from sanshe.core.kit import shanghai
from sanshe.core.kit.access import needs
from sanshe.core.papers.adapters.answers import paper
from sanshe.core.rows.queries import offer
from sanshe.core.rows.rules import from_any_page
from sanshe.core.sheets import phrases as paper_words
from sanshe.core.sheets.views import given, judged, saved
from sanshe.incubation.actions.stay import report as actions
from sanshe.incubation.enums.access import P
from sanshe.incubation.enums.stay.report import ReportEvent
from sanshe.incubation.pages.stay.paper_form import report_lines
from sanshe.incubation.pages.stay.report_facts import lines
from sanshe.incubation.papers.stay.values import report_doc
from sanshe.incubation.phrases.stay import report as words
from sanshe.incubation.queries.stay import report as queries
from sanshe.incubation.queries.stay import stay
from sanshe.incubation.rules.stay import report as rules


def _report(request: HttpRequest, pk: UUID, no: int) -> Any:
    """The draft, begun when it is first opened, for the organisation itself or the centre that writes for it."""
    entry = stay.to_write(request.actor, pk, P.REPORT_WRITE, P.REPORT_JUDGE)
    if entry is None or queries.period(entry, no) is None:
        raise Http404
    return queries.report_of(entry, no) or actions.start(entry=entry, no=no, at=request.received_at)


def _to_read(request: HttpRequest, pk: UUID, no: int) -> Any:
    entry = stay.entry_for(request.actor, pk) or stay.own_entry(request.actor, pk)
    row = queries.report_of(entry, no) if entry else None
    if row is None:
        raise Http404
    return row


@needs(P.REPORT_WRITE, P.ENTRY_READ)
@require_http_methods(["GET", "POST"])
def form(request: HttpRequest, pk: UUID, no: int) -> HttpResponse:
    """Written by the organisation or for it; read by everybody who reads its entry."""
    may_write = request.actor.may(P.REPORT_WRITE) or request.actor.may(P.REPORT_JUDGE)
    if request.method == "POST" and not may_write:
        return HttpResponseNotAllowed(["GET"])
    if request.method == "POST":
        actions.fill(report=_report(request, pk, no), values=given(request, rules.QUESTIONS), at=request.received_at)
        return redirect("incubation:report_form", pk=pk, no=no)
    return _form(request, _report(request, pk, no) if may_write else _to_read(request, pk, no))


def _form(request: HttpRequest, row: Any) -> HttpResponse:
    due, blanks = queries.period_of(row).due, report_lines(row)
    may_write = request.actor.may(P.REPORT_WRITE) or request.actor.may(P.REPORT_JUDGE)
    facts = {
        "row": row,
        "entry": row.entry,
        "facts": lines(queries.facts_of(row)),
        "blanks": blanks,
        "left": [one for one in blanks if one.is_missing],
        "clock": clock("", opens=shanghai.moment(row.from_on), due=due, now=request.received_at),
        "is_writable": row.is_writable and may_write,
        "is_waited_for": row.handed_at is None,
        "state": words.STATES[row.state],
        "pill": paper_words.PILLS[row.state],
        "is_staff": request.actor.may(P.ENTRY_READ),
        "may_judge": request.actor.may(P.REPORT_JUDGE) and row.state == "submitted",
        "undo": offer(ReportEvent.SUBMITTED, row, request.actor, request.received_at),
    }
    return render(request, "incubation/stay/report_form.html", facts)


@needs(P.REPORT_WRITE, P.REPORT_JUDGE)
@require_POST
@from_any_page
def save(request: HttpRequest, pk: UUID, no: int) -> HttpResponse:
    row = _report(request, pk, no)
    return saved(request, lambda **given: actions.save_field(report=row, at=request.received_at, **given))


@needs(P.REPORT_WRITE, P.REPORT_JUDGE)
@require_POST
def submit(request: HttpRequest, pk: UUID, no: int) -> HttpResponse:
    """Hand it in; what is missing is said above the form."""
    row = _report(request, pk, no)
    actions.submit(report=row, by=request.actor, at=request.received_at)
    return redirect("incubation:report_form", pk=pk, no=no)


@needs(P.REPORT_JUDGE)
@require_POST
def judge(request: HttpRequest, pk: UUID, no: int) -> HttpResponse:
    """The centre accepts it, or sends it back with words."""
    entry = stay.entry_for(request.actor, pk, P.REPORT_JUDGE)
    row = queries.report_of(entry, no) if entry else None
    if row is None:
        raise Http404
    actions.judge(report=row, **judged(request), by=request.actor, at=request.received_at)
    return redirect("incubation:report_form", pk=pk, no=no)


@needs(P.ENTRY_READ, P.ENTRY_OWN)
@require_safe
def report_paper(request: HttpRequest, pk: UUID, no: int, fmt: str) -> HttpResponseBase:
    """季度报告 as a paper."""
    row = _to_read(request, pk, no)
    if fmt not in ("pdf", "docx"):
        raise Http404
    return paper(report_doc(row), fmt)
