"""Screening: the queue, one application rule by rule, and what is decided."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from sanshe.core.kit import shanghai
from sanshe.core.kit.access import needs
from sanshe.core.ledgers.queries import keyset
from sanshe.core.rows.forms import day_in
from sanshe.core.rows.rules import from_any_page
from sanshe.core.ui.adapters import chosen
from sanshe.incubation.actions.call import belonging
from sanshe.incubation.actions.screening import screening as actions
from sanshe.incubation.enums.access import P
from sanshe.incubation.enums.screening.screening import CheckVerdict, ReviewOutcome
from sanshe.incubation.pages.screening import examination
from sanshe.incubation.phrases.call import application as words
from sanshe.incubation.phrases.screening import screening as texts
from sanshe.incubation.queries.call import application as applications
from sanshe.incubation.queries.call import batch as batches
from sanshe.incubation.queries.call import belonging as whose
from sanshe.incubation.queries.panel import panel
from sanshe.incubation.queries.screening import screening as queries
from sanshe.incubation.views.call.batch import found


@needs(P.SCREENING_READ)
@require_safe
def screening(request: HttpRequest, b: UUID) -> HttpResponse:
    """The sums that add up, and the queue."""
    batch = found(request, P.SCREENING_READ, b)
    rows = queries.queue(request.actor, batch)
    if wanted := [state for state in request.GET.get("state", "").split(",") if state]:
        rows = rows.filter(state__in=wanted)
    place = {"after": request.GET.get("after"), "before": request.GET.get("before")}
    facts = {
        "batch": batch,
        "sums": queries.sums(batch),
        "page": keyset(rows.order_by(), ("serial",), f"screening-{batch.pk}", **place),
        "asked": request.GET.get("state", ""),
        "due": queries.due_days(batch),
        "registrations": words.REGISTRATIONS,
        "queued": texts.QUEUED,
        "first": queries.queue(request.actor, batch).filter(state="submitted").first(),
        "may_review": request.actor.may(P.SCREENING_REVIEW),
        "reviews": queries.open_reviews(batch),
    }
    return render(request, "incubation/screening/screening.html", facts)


@needs(P.SCREENING_READ)
@require_safe
def screen(request: HttpRequest, b: UUID, pk: UUID) -> HttpResponse:
    """One application beside the six rules."""
    batch = found(request, P.SCREENING_READ, b)
    row = applications.one_for_staff(request.actor, pk, P.SCREENING_READ)
    if row is None or row.batch_id != batch.pk:
        raise Http404
    may_judge = request.actor.may(P.SCREENING_JUDGE) and row.state == "submitted"
    facts = {"batch": batch, "row": row, "sums": queries.sums(batch), "only": request.GET.get("only", "")}
    facts["around"] = queries.around(request.actor, batch, row, facts["only"])
    facts |= examination.around_of(row, request.received_at) | {"may_judge": may_judge, "queued": texts.QUEUED}
    facts |= {"days": queries.due_days(batch), "visits": queries.visits(row)}
    facts["may_visit"] = request.actor.may(P.SCREENING_JUDGE)
    facts["is_claimed"], facts["claimed"] = whose.claimed(request.actor, row)
    return render(request, "incubation/screening/screen.html", facts)


def _case(request: HttpRequest, b: UUID, pk: UUID) -> Any:
    """The application of an address, for who judges it there."""
    row = applications.one_for_staff(request.actor, pk, P.SCREENING_JUDGE)
    if row is None or row.batch_id != b:
        raise Http404
    return row


@needs(P.SCREENING_JUDGE)
@require_POST
def judge(request: HttpRequest, b: UUID, pk: UUID) -> HttpResponse:
    """Keep the findings, and decide when one of the three buttons was pressed."""
    row = _case(request, b, pk)
    post, who = request.POST, {"by": request.actor, "at": request.received_at}
    stated = [(one.no, post.get(f"rule-{one.no}", "")) for one in batches.rules_of(row.batch)]
    given = {no: chosen(CheckVerdict, said) for no, said in stated if said}
    reasons = {no: post.get(f"why-{no}", "").strip()[:500] for no in given}
    actions.check_all(application=row, verdicts=given, reasons=reasons, **who)
    whys = [why for no, why in reasons.items() if why and given[no] != CheckVerdict.MET]
    reason = (post.get("reason", "").strip() or "\n".join(whys))[:600]
    if post.get("act") == "pass":
        actions.pass_(application=row, **who)
    elif post.get("act") == "return":
        actions.return_(application=row, reason=reason, **who)
    elif post.get("act") == "refuse":
        grounds = {no for no, verdict in given.items() if verdict != CheckVerdict.MET}
        actions.refuse(application=row, grounds=grounds, reason=reason, **who)
    following = queries.queue(request.actor, row.batch).filter(state="submitted").exclude(pk=pk).first()
    on = following.pk if post.get("act") and following else pk
    return redirect("incubation:screen", b=b, pk=on)


@needs(P.SCREENING_REVIEW)
@require_POST
def answer_review(request: HttpRequest, b: UUID, pk: UUID) -> HttpResponse:
    """Somebody else answers a refused applicant."""
    batch = found(request, P.SCREENING_REVIEW, b)
    review = queries.open_reviews(batch).filter(pk=pk).first()
    if review is None:
        raise Http404
    slots = panel.slots(batch)
    called = slots.exists() and not slots.filter(state="waiting").exists()
    outcome = ReviewOutcome.REVERSED if request.POST.get("outcome") == "reversed" else ReviewOutcome.UPHELD
    said = {"outcome": outcome, "answer": request.POST.get("answer", "")[:600], "last_number_called": called}
    actions.answer_review(review=review, **said, by=request.actor, at=request.received_at)
    return redirect("incubation:screening", b=b)


@needs(P.SCREENING_JUDGE)
@require_POST
def prove(request: HttpRequest, b: UUID, pk: UUID) -> HttpResponse:
    """Who handed it in speaks for the organisation, or it is another one of the same name: seen at the desk."""
    row, how = _case(request, b, pk), request.POST.get("how", "").strip()[:200]
    seen = {"how": how, "is_another": request.POST.get("another") == "yes"}
    belonging.prove(application=row, **seen, by=request.actor, at=request.received_at)
    return redirect("incubation:screen", b=b, pk=pk)


@needs(P.SCREENING_JUDGE)
@require_POST
@from_any_page
def visit(request: HttpRequest, b: UUID, pk: UUID) -> HttpResponse:
    """实地核实: what two people found."""
    row, post = _case(request, b, pk), request.POST
    visitors = {post.get(name, "").strip()[:20] for name in ("first", "second")} - {""}
    on = day_in(post, "visited_on") or shanghai.day(request.received_at)
    said = {"visited_on": on, "visitors": visitors, "found": post.get("found", "").strip()[:600]}
    actions.record_visit(application=row, **said, by=request.actor, at=request.received_at)
    return redirect("incubation:screen", b=b, pk=pk)
