"""The panel: who sits on it, declarations, recusals, the lot, the lock."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from sanshe.core.kit.access import needs
from sanshe.core.kit.refused import insist
from sanshe.core.papers.adapters.answers import paper
from sanshe.core.ui.adapters import chosen
from sanshe.incubation.actions.panel import panel as actions
from sanshe.incubation.enums.access import P
from sanshe.incubation.enums.panel.panel import DRAW_SIDES, RelationDecision, RelationKind
from sanshe.incubation.pages.call.application_form import shown
from sanshe.incubation.pages.panel import draw as queries_lot
from sanshe.incubation.papers import order_doc
from sanshe.incubation.phrases.panel import panel as words
from sanshe.incubation.queries.call.batch import any_batch
from sanshe.incubation.queries.panel import panel as queries
from sanshe.incubation.queries.panel.change import may_answer
from sanshe.incubation.rules.decision import decision as votes
from sanshe.incubation.rules.panel.panel import refusal_of_handed, seal_of_number
from sanshe.incubation.views.call.batch import found

# What a member is asked first about a relation that was found; the rest stands in the list.
MAIN = (RelationKind.SELF_OR_KIN, RelationKind.SUPERVISOR, RelationKind.COOPERATION)


@needs(P.PANEL_READ)
@require_safe
def panel(request: HttpRequest, b: UUID) -> HttpResponse:
    """Members by side, relations with their decisions, the order of the day."""
    batch = found(request, P.PANEL_READ, b)
    seated, one = queries.members(batch), queries.panel_of(batch)
    facts = {
        "batch": batch,
        "panel": one,
        "lot": queries_lot.lot_of(batch),
        "sides": [
            (words.SIDES[side], n, [m for m in seated if m.side == side]) for side, n in batch.panel_sides.items()
        ],
        "undeclared": [m for m in seated if m.declared_at is None],
        "seated": seated,
        "here": sum(m.arrived_at is not None for m in seated),
        "quorum": votes.quorum(len(seated)),
        "majority": votes.majority(len(seated)),
        "relations": queries.relations(batch),
        "kinds": words.RELATIONS,
        "sources": words.SOURCES,
        "decisions": words.DECISIONS,
        "recused_of": queries.recusals_by_member(batch),
        "declared": sum(m.declared_at is not None for m in seated),
        "draw_sides": words.DRAW_SIDES,
        "may_manage": request.actor.may(P.PANEL_MANAGE),
        "may_chair": request.actor.may(P.SESSION_CHAIR),
        "may_lead": may_answer(batch, request.actor),
        "may_decide": request.actor.may(P.RECUSAL_DECIDE),
    }
    return render(request, "incubation/panel/panel.html", facts)


@needs(P.PANEL_READ)
@require_safe
def order(request: HttpRequest, b: UUID, fmt: str) -> HttpResponseBase:
    """抽签顺序表 as a paper."""
    if fmt not in ("pdf", "docx"):
        raise Http404
    return paper(order_doc(found(request, P.PANEL_READ, b)), fmt)


@needs(P.RECUSAL_DECIDE)
@require_POST
def decide(request: HttpRequest, b: UUID, pk: UUID) -> HttpResponse:
    """One of the two who decide a recusal."""
    relation = queries.relations(found(request, P.RECUSAL_DECIDE, b)).filter(pk=pk).first()
    if relation is None:
        raise Http404
    decision = RelationDecision.RECUSED if request.POST.get("decision") == "recused" else RelationDecision.NO_CONFLICT
    reason = request.POST.get("reason", "")[:300]
    actions.decide_recusal(
        relation=relation, decision=decision, reason=reason, by=request.actor, at=request.received_at
    )
    return redirect("incubation:panel", b=b)


@needs(P.PANEL_MANAGE)
@require_POST
def lot(request: HttpRequest, b: UUID) -> HttpResponse:
    """Hand in one side's sealed number, or open all three at once."""
    batch, who = found(request, P.PANEL_MANAGE, b), {"by": request.actor, "at": request.received_at}
    post = {key: str(value).strip() for key, value in request.POST.items()}
    given = {side: (post.get(f"number-{side}", ""), post.get(f"word-{side}", "")) for side in DRAW_SIDES}
    insist(refusal_of_handed(given=given))
    whole = {side: (int(n), word) for side, (n, word) in given.items() if n}
    if request.POST.get("act") == "open":
        actions.open_draw(batch=batch, opened=whole, **who)
    else:
        for side, (number, word) in whole.items():
            actions.seal_number(batch=batch, side=side, seal=seal_of_number(number=number, nonce=word), **who)
    return redirect("incubation:panel", b=b)


@needs(P.PANEL_MANAGE)
@require_POST
def lock(request: HttpRequest, b: UUID) -> HttpResponse:
    actions.lock(batch=found(request, P.PANEL_MANAGE, b), by=request.actor, at=request.received_at)
    return redirect("incubation:panel", b=b)


@needs(P.SCORE_WRITE)
@require_http_methods(["GET", "POST"])
def declare(request: HttpRequest, b: UUID) -> HttpResponse:
    """A member says what ties them to whom, before anything can be read."""
    batch = any_batch(b)
    seat = queries.member_of(request.actor, batch) if batch else None
    if batch is None or seat is None:
        raise Http404
    names = queries.applicants(batch)
    if request.method == "POST":
        post = request.POST
        related = {a.pk: (chosen(RelationKind, post[f"kind-{a.pk}"]), post.get(f"said-{a.pk}", "")[:300])
                   for a in names if post.get(f"kind-{a.pk}", "") not in ("", "none")}  # fmt: skip
        denied = {a.pk: post.get(f"said-{a.pk}", "")[:300] for a in names if post.get(f"kind-{a.pk}") == "none"}
        actions.declare(panelist=seat, related=related, denied=denied, by=request.actor, at=request.received_at)
        return redirect("incubation:declare", b=b)
    found_ones = {r.application_id: r for r in queries.relations(batch).filter(panelist=seat)}
    rows = sorted(((a, found_ones.get(a.pk)) for a in names), key=lambda pair: pair[1] is None)
    shut = {pk for p, pk in queries.recused_pairs(batch) if p == seat.pk}
    facts = {"batch": batch, "seat": seat, "rows": rows, "kinds": words.RELATIONS, "shut": shut}
    facts |= {"found": [pair for pair in rows if pair[1]], "readable": queries.readable(seat)}
    facts |= {"main_kinds": [(kind, words.RELATIONS[kind]) for kind in MAIN]}
    return render(request, "incubation/panel/declare.html", facts)


@needs(P.SCORE_WRITE)
@require_safe
def read(request: HttpRequest, b: UUID, pk: UUID) -> HttpResponse:
    """An application as a member who declared and is not recused may read it."""
    batch = any_batch(b)
    seat = queries.member_of(request.actor, batch) if batch else None
    row = queries.readable(seat).filter(pk=pk).first() if seat else None
    if row is None:
        raise Http404
    return render(
        request, "incubation/panel/read.html", {"batch": batch, "row": row, "shown": shown(row, is_clear=False)}
    )
