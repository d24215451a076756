"""Trainings: the list of a batch with the form to plan one, one training with its sign sheet."""

import datetime
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from sanshe.core.audit.queries import history
from sanshe.core.kit import shanghai
from sanshe.core.kit.access import needs
from sanshe.core.kit.hours import quarters_of
from sanshe.core.papers.adapters.answers import paper
from sanshe.core.rows.forms import count_in
from sanshe.core.rows.rules import from_any_page
from sanshe.incubation.actions.stay import training as actions
from sanshe.incubation.enums.access import P
from sanshe.incubation.papers.stay.values import sheet_doc
from sanshe.incubation.phrases.stay import training as words
from sanshe.incubation.queries.stay import training as queries
from sanshe.incubation.views.call.batch import found


def moment_of(day: str, time: str) -> datetime.datetime | None:
    """A Shanghai moment from the two fields of a form; None when either makes no sense."""
    try:
        said = datetime.datetime.fromisoformat(f"{day}T{time}")
    except ValueError:
        return None
    return said.replace(tzinfo=shanghai.ZONE).astimezone(datetime.UTC) if said.tzinfo is None else None


def _training(request: HttpRequest, pk: UUID, code: str = P.ENTRY_READ) -> Any:
    row = queries.training_for(request.actor, pk, code)
    if row is None:
        raise Http404
    return row


@needs(P.ENTRY_READ)
@require_safe
def trainings(request: HttpRequest, b: UUID) -> HttpResponse:
    """What was held and what is to come, for everybody in incubation of a batch."""
    batch = found(request, P.ENTRY_READ, b)
    rows = list(queries.of_batch(request.actor, batch))
    facts = {"batch": batch, "rows": rows, "states": words.STATES, "pills": words.PILLS}
    facts["held"] = sum(row.state == "held" for row in rows)
    facts["may_plan"] = request.actor.may(P.TRAINING_MANAGE)
    return render(request, "incubation/stay/trainings.html", facts)


@needs(P.TRAINING_MANAGE)
@require_POST
@from_any_page
def plan(request: HttpRequest, b: UUID) -> HttpResponse:
    post = request.POST
    said = {name: post.get(name, "").strip()[:most] for name, most in (("title", 60), ("place", 60), ("trainer", 120))}
    starts_at, quarters = moment_of(post.get("day", ""), post.get("time", "")), quarters_of(post.get("hours", ""))
    who = {"by": request.actor, "at": request.received_at}
    batch = found(request, P.TRAINING_MANAGE, b)
    row = actions.plan(batch=batch, **said, starts_at=starts_at, quarters=quarters, **who)
    return redirect("incubation:training", pk=row.pk)


@needs(P.ENTRY_READ)
@require_safe
def training(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One training: who was invited, how many came."""
    row = _training(request, pk)
    may = request.actor.may(P.TRAINING_MANAGE) and row.state != "called_off"
    facts = {
        "row": row,
        "sheet": queries.sheet(row),
        "state": words.STATES[row.state],
        "pill": words.PILLS[row.state],
        "may_record": may and row.starts_at <= request.received_at,
        "may_call_off": may and row.state == "planned",
        "entries": history(actions.KIND, row.pk),
    }
    return render(request, "incubation/stay/training.html", facts)


@needs(P.ENTRY_READ)
@require_safe
def sign_sheet(request: HttpRequest, pk: UUID, fmt: str) -> HttpResponseBase:
    """签到表 to print."""
    row = _training(request, pk)
    if fmt not in ("pdf", "docx"):
        raise Http404
    return paper(sheet_doc(row), fmt)


@needs(P.TRAINING_MANAGE)
@require_POST
def record(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Heads from the sign sheet; an empty place means nobody came."""
    row = _training(request, pk, P.TRAINING_MANAGE)
    given = {one.entry_id: count_in(request.POST, f"n-{one.entry_id}") for one in row.attendances.all()}
    counts = {key: n for key, n in given.items() if n is not None}
    actions.record(training=row, counts=counts, by=request.actor, at=request.received_at)
    return redirect("incubation:training", pk=pk)


@needs(P.TRAINING_MANAGE)
@require_POST
def call_off(request: HttpRequest, pk: UUID) -> HttpResponse:
    row = _training(request, pk, P.TRAINING_MANAGE)
    reason = request.POST.get("reason", "")[:200]
    actions.call_off(training=row, reason=reason, by=request.actor, at=request.received_at)
    return redirect("incubation:training", pk=pk)
