"""Plans: the form, its fields one by one, handing in, judging, milestones."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from sanshe.core.calendar.queries import clock
from sanshe.core.kit import shanghai
from sanshe.core.kit.access import needs
from sanshe.core.papers.adapters.answers import paper
from sanshe.core.rows.forms import day_in
from sanshe.core.rows.queries import offer
from sanshe.core.rows.rules import from_any_page
from sanshe.core.sheets import phrases as paper_words
from sanshe.core.sheets.views import given, judged, saved
from sanshe.incubation.actions.stay import plan as actions
from sanshe.incubation.enums.access import P
from sanshe.incubation.enums.stay.plan import PlanEvent
from sanshe.incubation.pages.stay.paper_form import plan_lines
from sanshe.incubation.papers.stay.values import plan_doc
from sanshe.incubation.queries.stay import plan as queries
from sanshe.incubation.queries.stay import stay
from sanshe.incubation.rules.stay import plan as plan_rules


def _plan(request: HttpRequest, pk: UUID) -> Any:
    """The draft, begun when it is first opened, for the organisation itself or the centre that writes for it."""
    entry = stay.to_write(request.actor, pk, P.PLAN_WRITE, P.PLAN_JUDGE)
    if entry is None:
        raise Http404
    return queries.plan_of(entry) or actions.start(entry=entry, at=request.received_at)


def back_to(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The entry as this person sees it."""
    return redirect("incubation:entry" if request.actor.may(P.ENTRY_READ) else "incubation:stay", pk=pk)


@needs(P.PLAN_WRITE, P.PLAN_JUDGE)
@require_http_methods(["GET", "POST"])
def form(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The plan on a phone; without scripts the whole page is sent at once."""
    row = _plan(request, pk)
    if request.method == "POST":
        actions.fill(plan=row, values=given(request, plan_rules.QUESTIONS), at=request.received_at)
        return redirect("incubation:plan_form", pk=pk)
    return _form(request, row)


def _form(request: HttpRequest, row: Any) -> HttpResponse:
    opens = shanghai.moment(row.entry.entered_on)
    facts = {
        "row": row,
        "entry": row.entry,
        "first_day": row.entry.entered_on,
        "last_day": row.entry.term_to,
        "blanks": plan_lines(row),
        "left": queries.left(row),
        "clock": clock("", opens=opens, due=queries.due_of(row), now=request.received_at),
        "is_writable": row.is_writable,
        "is_waited_for": row.handed_at is None,
        "state": paper_words.STATES[row.state],
        "pill": paper_words.PILLS[row.state],
        "is_staff": request.actor.may(P.ENTRY_READ),
        "undo": offer(PlanEvent.SUBMITTED, row, request.actor, request.received_at),
    }
    return render(request, "incubation/stay/plan_form.html", facts)


@needs(P.PLAN_WRITE, P.PLAN_JUDGE)
@require_POST
@from_any_page
def save(request: HttpRequest, pk: UUID) -> HttpResponse:
    row = _plan(request, pk)
    return saved(request, lambda **given: actions.save_field(plan=row, at=request.received_at, **given))


@needs(P.PLAN_WRITE, P.PLAN_JUDGE)
@require_POST
def submit(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Hand it in; what is missing is said beside the form."""
    row = _plan(request, pk)
    actions.submit(plan=row, by=request.actor, at=request.received_at)
    return redirect("incubation:plan_form", pk=pk)


@needs(P.PLAN_JUDGE)
@require_POST
def judge(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The centre agrees, or sends it back with words."""
    entry = stay.entry_for(request.actor, pk, P.PLAN_JUDGE)
    row = queries.plan_of(entry) if entry else None
    if row is None:
        raise Http404
    actions.judge(plan=row, **judged(request), by=request.actor, at=request.received_at)
    return redirect("incubation:entry", pk=pk)


@needs(P.ENTRY_READ, P.ENTRY_OWN)
@require_safe
def plan_paper(request: HttpRequest, pk: UUID, fmt: str) -> HttpResponseBase:
    """孵化计划 as a paper."""
    entry = stay.entry_for(request.actor, pk) or stay.own_entry(request.actor, pk)
    row = queries.plan_of(entry) if entry else None
    if row is None or fmt not in ("pdf", "docx"):
        raise Http404
    return paper(plan_doc(row), fmt)


@needs(P.PLAN_WRITE, P.PLAN_JUDGE)
@require_POST
def reach(request: HttpRequest, pk: UUID) -> HttpResponse:
    row = queries.milestone_for(request.actor, pk)
    if row is None:
        raise Http404
    done_on = day_in(request.POST, "done_on") or shanghai.day(request.received_at)
    evidence = request.POST.get("evidence", "")[:300]
    actions.reach(milestone=row, done_on=done_on, evidence=evidence, by=request.actor, at=request.received_at)
    return back_to(request, row.plan.entry_id)
