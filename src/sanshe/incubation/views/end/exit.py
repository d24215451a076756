"""Leaving: proposed, noticed, handed over."""

import datetime
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from sanshe.core.audit.queries import history
from sanshe.core.calendar.queries import clock
from sanshe.core.calendar.types import Clock, Due
from sanshe.core.kit.access import needs
from sanshe.core.papers.adapters.answers import paper
from sanshe.core.ui.adapters import chosen
from sanshe.incubation.actions.end import exit as actions
from sanshe.incubation.enums.access import P
from sanshe.incubation.enums.end.exit import HAND_OVER_WORKDAYS, ExitKind
from sanshe.incubation.papers.end.values import leaving_doc
from sanshe.incubation.phrases.end import exit as words
from sanshe.incubation.queries.end import exit as queries
from sanshe.incubation.views.end.graduation import entry_of, office_entry
from sanshe.incubation.views.layout import frame_of


@needs(P.ASSESSMENT_READ, P.ASSESSMENT_REPORT)
@require_safe
def leaving(request: HttpRequest, e: UUID) -> HttpResponse:
    """Why one organisation leaves, and what it still has to hand over."""
    entry = entry_of(request, P.ASSESSMENT_READ, e)
    row, actor = queries.exit_of(entry), request.actor
    facts = {
        **frame_of(request, entry),
        "row": row,
        "names": words.NAMES,
        "state": words.STATES[row.state] if row else "",
        "pill": words.PILLS[row.state] if row else "",
        "parts": words.PARTS,
        "lines": row.lines.all() if row else [],
        "clock": _clock(row, request.received_at),
        "may_propose": entry.state == "in_incubation"
        and not queries.is_leaving(entry)
        and actor.may_at(P.EXIT_PROPOSE, entry.area_path),
        "may_approve": bool(row and row.state == "proposed" and row.proposed_by != actor.id)
        and actor.may_at(P.EXIT_APPROVE, entry.area_path),
        "may_take": bool(row and row.state == "noticed") and actor.may_at(P.HAND_OVER, entry.area_path),
        "entries": history(queries.KIND, row.pk) if row else [],
    }
    return render(request, "incubation/end/exit.html", facts)


def _clock(row: Any, at: datetime.datetime) -> Clock | None:
    """The hand-over's days, while they run."""
    if row is None or row.state != "noticed":
        return None
    return clock(str(words.LABEL), opens=row.noticed_at, due=Due(row.due_on), now=at, whole=HAND_OVER_WORKDAYS)


@needs(P.EXIT_PROPOSE)
@require_POST
def propose(request: HttpRequest, e: UUID) -> HttpResponse:
    entry = office_entry(request, P.EXIT_PROPOSE, e)
    said = {"kind": chosen(ExitKind, request.POST.get("kind", "")), "reason": request.POST.get("reason", "")}
    actions.propose(entry=entry, **said, by=request.actor, at=request.received_at)
    return redirect("incubation:exit", e=e)


@needs(P.EXIT_APPROVE)
@require_POST
def approve(request: HttpRequest, e: UUID) -> HttpResponse:
    """The bureau sends the notice, or lets the organisation stay."""
    row = queries.exit_of(office_entry(request, P.EXIT_APPROVE, e))
    if row is None:
        raise Http404
    who = {"exit": row, "by": request.actor, "at": request.received_at}
    if request.POST.get("act") == "withdraw":
        actions.withdraw(reason=request.POST.get("reason", ""), **who)
    else:
        actions.notice(**who)
    return redirect("incubation:exit", e=e)


@needs(P.HAND_OVER)
@require_POST
def hand_over(request: HttpRequest, e: UUID, no: int) -> HttpResponse:
    """One line was handed over."""
    row = queries.exit_of(office_entry(request, P.HAND_OVER, e))
    line = row.lines.select_related("exit__entry__batch").filter(no=no).first() if row else None
    if line is None:
        raise Http404
    actions.hand_over(line=line, note=request.POST.get("note", ""), by=request.actor, at=request.received_at)
    return redirect("incubation:exit", e=e)


@needs(P.ASSESSMENT_READ, P.ASSESSMENT_REPORT)
@require_safe
def leaving_paper(request: HttpRequest, e: UUID, fmt: str) -> HttpResponseBase:
    row = queries.exit_of(entry_of(request, P.ASSESSMENT_READ, e))
    if row is None or row.number is None or fmt not in ("pdf", "docx"):
        raise Http404
    return paper(leaving_doc(row), fmt)
