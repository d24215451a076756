"""Supervision: put down from the page of an entry, followed up, printed as one table."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.views.decorators.http import require_POST, require_safe

from sanshe.core.kit import shanghai
from sanshe.core.kit.access import needs
from sanshe.core.kit.hours import quarters_of
from sanshe.core.papers.adapters.answers import paper
from sanshe.core.rows.forms import day_in
from sanshe.core.rows.rules import from_any_page
from sanshe.core.ui.adapters import chosen
from sanshe.incubation.actions.stay import supervision as actions
from sanshe.incubation.enums.access import P
from sanshe.incubation.enums.stay.supervision import Function
from sanshe.incubation.papers.stay.values import record_doc
from sanshe.incubation.queries.stay import stay
from sanshe.incubation.queries.stay import supervision as queries


@needs(P.SUPERVISION_RECORD)
@require_POST
@from_any_page
def record(request: HttpRequest, pk: UUID) -> HttpResponse:
    entry, post = stay.entry_for(request.actor, pk, P.SUPERVISION_RECORD), request.POST
    if entry is None:
        raise Http404
    actions.record(
        entry=entry,
        held_on=day_in(post, "held_on") or shanghai.day(request.received_at),
        quarters=quarters_of(post.get("hours", "")),
        function=chosen(Function, post.get("function", "")),
        agreed=post.get("agreed", "")[:500],
        follow_up=post.get("follow_up", "")[:200],
        follow_up_on=day_in(post, "follow_up_on"),
        by=request.actor,
        at=request.received_at,
    )
    return redirect("incubation:entry", pk=pk)


@needs(P.SUPERVISION_RECORD)
@require_POST
@from_any_page
def follow(request: HttpRequest, pk: UUID) -> HttpResponse:
    row = queries.supervision_for(request.actor, pk, P.SUPERVISION_RECORD)
    if row is None:
        raise Http404
    words = request.POST.get("words", "")[:300]
    actions.follow(supervision=row, words=words, by=request.actor, at=request.received_at)
    return redirect("incubation:entry", pk=row.entry_id)


@needs(P.ENTRY_READ, P.ENTRY_OWN)
@require_safe
def record_paper(request: HttpRequest, pk: UUID, fmt: str) -> HttpResponseBase:
    """督导记录表 of one organisation."""
    entry = stay.entry_for(request.actor, pk) or stay.own_entry(request.actor, pk)
    if entry is None or fmt not in ("pdf", "docx"):
        raise Http404
    return paper(record_doc(entry), fmt)
