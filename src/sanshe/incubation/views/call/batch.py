"""Batches: the list, one batch, its call for everybody, and its call for those who write it."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from sanshe.core.calendar.enums import DayKind
from sanshe.core.calendar.queries import clock
from sanshe.core.calendar.types import Due
from sanshe.core.kit.access import Open, needs
from sanshe.core.papers.adapters.answers import paper
from sanshe.core.rows.forms import day_in
from sanshe.incubation.actions.call import batch as actions
from sanshe.incubation.enums.access import P
from sanshe.incubation.pages import batch as standing
from sanshe.incubation.pages.deadlines import stretches
from sanshe.incubation.papers import call_doc, undertaking_doc
from sanshe.incubation.phrases.call import batch as batch_words
from sanshe.incubation.queries.agreement.register import entered
from sanshe.incubation.queries.call import application as applications
from sanshe.incubation.queries.call import batch as queries
from sanshe.incubation.queries.call.planning import was_published
from sanshe.incubation.queries.decision.decision import refusal_to_see
from sanshe.incubation.views.slots import sum_facts


def found(request: HttpRequest, code: str, b: UUID) -> Any:
    """The batch of an address, for who holds the code there; a missing page for everybody else."""
    batch = queries.batch_for(request.actor, code, b)
    if batch is None:
        raise Http404
    return batch


def newest(batch: Any) -> Any:
    """The newest version of its call; a missing page while nobody has drafted one."""
    call = queries.newest_call(batch)
    if call is None:
        raise Http404
    return call


@needs(P.BATCH_READ)
@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """All batches, newest first."""
    rows = [(one, queries.funnel(one)) for one in queries.visible(request.actor)[:20]]
    facts = {"rows": rows, "states": batch_words.STATES}
    facts |= {"may_plan": request.actor.may(P.BATCH_PLAN)} | sum_facts(request.actor)
    return render(request, "incubation/call/home.html", facts | {"entered": entered(one for one, _n in rows)})


@needs(P.BATCH_READ)
@require_safe
def batch(request: HttpRequest, b: UUID) -> HttpResponse:
    """Where a batch stands."""
    one, at, may = found(request, P.BATCH_READ, b), request.received_at, request.actor.may
    page, rows = standing.listing(request.actor, one, request.GET, at)
    funnel = queries.funnel(one)
    facts = {
        "batch": one,
        "steps": standing.steps(one),
        "funnel": funnel,
        "lost": funnel.received - funnel.screened_in,
        "chart": stretches(one, funnel, at),
        "clocks": standing.clocks(one, at),
        "page": page,
        "rows": rows,
        "phase": standing.phase(one, at),
        "sort": standing.sort_of(one, request.GET, refusal_to_see(request.actor, one) is None),
        "asked": request.GET,
        "may_import": may(P.APPLICATION_IMPORT) and one.state in ("open", "screening"),
        "may_chair": may(P.SESSION_CHAIR) and one.state == "reviewing",
        "has_entries": may(P.ENTRY_READ) and one.state in ("signing", "incubating", "assessing"),
        "may_pack": may(P.PROOF_MAKE) and queries.is_decided(one),
        "call": queries.newest_call(one),
    }
    return render(request, "incubation/call/batch.html", facts)


@needs(Open.PUBLIC)
@require_safe
def call(request: HttpRequest, b: UUID) -> HttpResponse:
    """The call, for everybody: the standing version, or an older one that was public."""
    one = queries.any_batch(b)
    versions = queries.call_versions(one) if one else []
    wanted = request.GET.get("version", "")
    shown = next((v for v in versions if str(v.version_no) == wanted), versions[0] if versions else None)
    if one is None or shown is None:
        raise Http404
    request.place = one.area_path  # type: ignore[attr-defined]  # the page names the district it is of
    opens, closes = queries.window(shown)
    due = Due(shown.closes_on, kind=DayKind.DAY)
    days = (shown.closes_on - shown.opens_on).days + 1
    facts = {
        "batch": one,
        "call": shown,
        "versions": versions,
        "doc": call_doc(one, shown),
        "clock": clock(
            queries.day_of(shown, request.received_at), opens=opens, due=due, now=request.received_at, whole=days
        ),
        "is_open": opens <= request.received_at < closes,
        "mine": applications.of_owner(request.actor).filter(batch=one).first(),
    }
    return render(request, "incubation/call/call.html", facts)


@needs(Open.PUBLIC)
@require_safe
def call_paper(request: HttpRequest, b: UUID, fmt: str) -> HttpResponseBase:
    """The call as a paper."""
    one = queries.any_batch(b)
    shown = queries.standing_call(one) if one else None
    if one is None or shown is None or fmt not in ("pdf", "docx"):
        raise Http404
    return paper(call_doc(one, shown), fmt)


@needs(Open.PUBLIC)
@require_safe
def undertaking(request: HttpRequest, b: UUID, fmt: str) -> HttpResponseBase:
    """承诺页 for whoever answers the call, blank, to be printed and signed."""
    one = queries.any_batch(b)
    if one is None or queries.standing_call(one) is None or fmt not in ("pdf", "docx"):
        raise Http404
    return paper(undertaking_doc(one), fmt)


@needs(P.BATCH_READ)
@require_safe
def call_edit(request: HttpRequest, b: UUID) -> HttpResponse:
    """The versions of a call with what may be done next."""
    one = found(request, P.BATCH_READ, b)
    facts = {
        "batch": one,
        "calls": list(one.calls.order_by("-version_no")),
        "public": queries.standing_call(one) is not None,
        "states": batch_words.CALL_STATES,
        "may_draft": request.actor.may(P.CALL_DRAFT),
        "may_approve": request.actor.may(P.CALL_APPROVE),
        "may_publish": request.actor.may(P.CALL_PUBLISH),
        "may_plan": request.actor.may(P.BATCH_PLAN) and not was_published(one),
        "criteria": queries.criteria(one),
        "rules": queries.rules_of(one),
    }
    return render(request, "incubation/call/call_edit.html", facts)


@needs(P.CALL_APPROVE)
@require_POST
def call_approve(request: HttpRequest, b: UUID) -> HttpResponse:
    one = found(request, P.CALL_APPROVE, b)
    actions.approve_call(call=newest(one), by=request.actor, at=request.received_at)
    return redirect("incubation:call_edit", b=b)


@needs(P.CALL_PUBLISH)
@require_POST
def call_publish(request: HttpRequest, b: UUID) -> HttpResponse:
    one = found(request, P.CALL_PUBLISH, b)
    actions.publish_call(call=newest(one), by=request.actor, at=request.received_at)
    return redirect("incubation:batch", b=b)


@needs(P.CALL_DRAFT)
@require_POST
def call_amend(request: HttpRequest, b: UUID) -> HttpResponse:
    """A corrected version, with its reason and a last day that is not earlier."""
    one = found(request, P.CALL_DRAFT, b)
    standing_one = newest(one)
    said = {"reason": request.POST.get("reason", ""), "content": standing_one.content}
    closes = day_in(request.POST, "closes_on") or standing_one.closes_on
    actions.amend_call(call=standing_one, closes_on=closes, **said, by=request.actor, at=request.received_at)
    return redirect("incubation:call_edit", b=b)
