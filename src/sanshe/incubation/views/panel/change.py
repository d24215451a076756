"""Corrections of sealed sheets: asked for on one's pad, agreed to by two others."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from sanshe.core.kit.access import needs
from sanshe.incubation.actions.panel import change as actions
from sanshe.incubation.enums.access import P
from sanshe.incubation.enums.panel.score import SheetState
from sanshe.incubation.forms.score import marks_said
from sanshe.incubation.phrases.panel import score as words
from sanshe.incubation.queries.call import batch as batches
from sanshe.incubation.queries.panel import change as queries
from sanshe.incubation.queries.panel import panel, score


@needs(P.SCORE_WRITE)
@require_http_methods(["GET", "POST"])
def ask(request: HttpRequest, b: UUID, application: UUID) -> HttpResponse:
    """A member asks to correct their own sealed sheet, before the tabulation."""
    batch = batches.any_batch(b)
    seat = panel.member_of(request.actor, batch) if batch else None
    sheet = score.sheet(seat, application) if seat else None
    if batch is None or sheet is None or sheet.state != SheetState.SEALED:
        raise Http404
    criteria = batches.criteria(batch)
    if request.method == "POST":
        said = {"marks": marks_said(request.POST, [one.no for one in criteria]), "points": batches.rubric(batch)}
        said["reason"] = request.POST.get("reason", "")
        actions.ask(sheet=sheet, **said, by=request.actor, at=request.received_at)
        return redirect("incubation:pad", b=b, application=application)
    rows = [(one, sheet.marks.get(str(one.no)), range(one.points, -1, -1)) for one in criteria]
    facts = {"batch": batch, "rows": rows, "sheet": sheet, "slot": panel.slots(batch).get(application_id=application)}
    return render(request, "incubation/panel/ask_change.html", facts)


@needs(P.SESSION_CHAIR, P.PANEL_MANAGE)
@require_safe
def changes(request: HttpRequest, b: UUID) -> HttpResponse:
    """What was asked for, and what two people said."""
    batch = batches.any_batch(b)
    if batch is None or not queries.may_answer(batch, request.actor):
        raise Http404
    rows = queries.shown(batch, request.actor, batches.criteria(batch))
    facts = {"batch": batch, "rows": rows, "states": words.CHANGE_STATES, "is_in": score.is_all_sealed(batch)}
    return render(request, "incubation/panel/changes.html", facts)


@needs(P.SESSION_CHAIR, P.PANEL_MANAGE)
@require_POST
def answer(request: HttpRequest, b: UUID, pk: UUID) -> HttpResponse:
    """Agree, or not."""
    batch = batches.any_batch(b)
    row = queries.changes(batch, request.actor).filter(pk=pk).first() if batch else None
    if row is None:
        raise Http404
    act = actions.agree if request.POST.get("act") == "agree" else actions.decline
    act(change=row, by=request.actor, at=request.received_at)
    return redirect("incubation:changes", b=b)
