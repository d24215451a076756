"""Objections: raised by anyone, handled by somebody who did not judge."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from sanshe.core.accounts.adapters import give_device, neighbourhood
from sanshe.core.accounts.enums import R as A
from sanshe.core.accounts.queries import person
from sanshe.core.calendar.queries import clock
from sanshe.core.calendar.types import Due
from sanshe.core.kit import clock as clocks
from sanshe.core.kit.access import Open, needs
from sanshe.core.kit.asked import key_of
from sanshe.core.kit.refused import Refused
from sanshe.core.privacy.rules import mask_name, mask_phone
from sanshe.core.receipts.rules import without_receipt
from sanshe.core.receipts.views import asked_id, receipt_time
from sanshe.core.ui.queries import say
from sanshe.incubation.actions.notice import objection as actions
from sanshe.incubation.enums.access import P
from sanshe.incubation.enums.notice.objection import ObjectionEvent, ObjectionOutcome, PointVerdict
from sanshe.incubation.phrases.notice import objection as words
from sanshe.incubation.queries.call.batch import any_batch
from sanshe.incubation.queries.decision.decision import places
from sanshe.incubation.queries.notice import objection as queries
from sanshe.incubation.queries.notice.publication import notice_of
from sanshe.incubation.rules.notice import objection as rules
from sanshe.incubation.views.call.batch import found

# What a handler may put on record in words; what an act of its own records is never said by hand.
NOTED = (ObjectionEvent.TOLD, ObjectionEvent.HEARD, ObjectionEvent.CONTACTED)


@needs(P.OBJECTION_HANDLE, P.OBJECTION_PROGRESS)
@require_safe
def objections(request: HttpRequest, b: UUID) -> HttpResponse:
    """The objections of a batch; who follows them sees how far they are, never who raised them."""
    batch = found(request, P.BATCH_READ, b)
    code = P.OBJECTION_HANDLE if request.actor.may(P.OBJECTION_HANDLE) else P.OBJECTION_PROGRESS
    rows = queries.objections(request.actor, code).filter(place__batch=batch)
    return render(request, "incubation/notice/objections.html", {"batch": batch, "rows": rows, "states": words.STATES})


@needs(P.OBJECTION_HANDLE, P.OBJECTION_PROGRESS)
@require_safe
def objection(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One case: its clock, its points, what was done. The objector is masked, and told to handlers only."""
    row = queries.objection_for(request.actor, pk)
    if row is None:
        raise Http404
    return _page(request, row, is_clear=False)


@needs(P.OBJECTION_HANDLE)
@require_POST
@without_receipt
def reveal(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The same with who raised it; the look is on record."""
    row = queries.objections(request.actor, P.OBJECTION_HANDLE).filter(pk=pk).first()
    if row is None:
        raise Http404
    actions.show(objection=row, by=request.actor, at=request.received_at)
    return _page(request, row, is_clear=True)


def _page(request: HttpRequest, row: Any, is_clear: bool) -> HttpResponse:
    handles = request.actor.may(P.OBJECTION_HANDLE)
    due = Due(row.answer_due_on) if row.answer_due_on and not row.answered_at else None
    facts = {
        "row": row,
        "batch": row.place.batch,
        "who": (row.name, row.phone) if is_clear else (mask_name(row.name), mask_phone(row.phone)),
        "is_clear": is_clear,
        "people": [(label, person(who)) for label, who in _duties(row) if who],
        "state": words.STATES[row.state],
        "clock": due and clock("", opens=row.raised_at, due=due, now=request.received_at, whole=10),
        "points": row.points.all(),
        "notes": row.notes.order_by("noted_at"),
        "handles": handles,
        "verdicts": words.VERDICTS,
        "outcomes": words.OUTCOMES,
        "note_kinds": [(kind, words.EVENTS[kind]) for kind in NOTED],
        "events": words.EVENTS,
        "may_name": row.handler == request.actor.id and row.state == "accepted",
        "co_handlers": queries.co_handlers(row, request.received_at) if row.handler == request.actor.id else [],
        "is_mine": row.handler == request.actor.id or row.co_handler == request.actor.id,
    }
    return render(request, "incubation/notice/objection.html", facts)


def _duties(row: Any) -> tuple[tuple[Any, Any], ...]:
    return (_("主办"), row.handler), (_("协办"), row.co_handler), (_("复核"), row.reviewer)


@needs(P.OBJECTION_HANDLE)
@require_POST
def co_handler(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The handler names a second one."""
    row = queries.objections(request.actor, P.OBJECTION_HANDLE).filter(pk=pk).first()
    if row is None:
        raise Http404
    person = key_of(request.POST.get("person")) or UUID(int=0)
    actions.name_co_handler(objection=row, person=person, by=request.actor, at=request.received_at)
    return redirect("incubation:objection", pk=pk)


@needs(P.OBJECTION_HANDLE)
@require_POST
def handle(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One act of handling."""
    row = queries.objections(request.actor, P.OBJECTION_HANDLE).filter(pk=pk).first()
    if row is None:
        raise Http404
    post: Any = request.POST
    who: dict[str, Any] = {"by": request.actor, "at": request.received_at}
    act, text = post.get("act", ""), post.get("text", "")[:2000]
    if act == "accept":
        points = [line.strip()[:300] for line in post.get("points", "").splitlines() if line.strip()]
        actions.accept(objection=row, points=points, **who)
    elif act == "decline":
        actions.decline(objection=row, reason=text, **who)
    elif act == "note" and post.get("kind") in NOTED:
        actions.note(objection=row, kind=ObjectionEvent(post["kind"]), text=text, **who)
    elif act == "judge":
        for point in row.points.all():
            if post.get(f"verdict-{point.no}") in list(PointVerdict):
                said = {
                    "verdict": PointVerdict(post[f"verdict-{point.no}"]),
                    "found": post.get(f"found-{point.no}", "")[:600],
                }
                actions.judge_point(point=point, **said, **who)
    elif act in ("answer", "review") and post.get("outcome") in list(ObjectionOutcome):
        answered = actions.answer if act == "answer" else actions.review
        answered(objection=row, outcome=ObjectionOutcome(post["outcome"]), text=text, by=who["by"], at=who["at"])
    return redirect("incubation:objection", pk=pk)


@needs(Open.PUBLIC)
@require_http_methods(["GET", "POST"])
def object_(request: HttpRequest, b: UUID) -> HttpResponse:
    """Anyone may object: which organisation, what fact, name, telephone."""
    batch = any_batch(b)
    notice = notice_of(batch) if batch else None
    if batch is None or notice is None or notice.published_at is None:
        raise Http404
    request.place = batch.area_path  # type: ignore[attr-defined]  # the page names the district it is of
    order = list(notice.names)  # as the public list has it, never by rank
    listed = [one for one in places(batch) if one.application.name in order]
    listed.sort(key=lambda one: order.index(one.application.name))
    facts = {"batch": batch, "notice": notice, "places": listed, "said": request.POST, "sentence": ""}
    origin = actions.Origin(give_device(request), neighbourhood(request), clocks.real())
    if request.method == "POST":
        place = next((one for one in listed if str(one.pk) == request.POST.get("place")), None)
        given = {name: request.POST.get(name, "")[:1000] for name in ("fact", "name", "phone")}
        try:
            if place is None:
                raise Refused(words.R.NOT_ON_LIST)
            row = actions.raise_(place=place, **given, origin=origin, by=request.actor, at=request.received_at)
        except Refused as refused:
            return _not_taken(request, facts, refused)
        return render(request, "incubation/notice/objected.html", {"row": row, "batch": batch})
    return render(request, "incubation/notice/object.html", facts)


def _not_taken(request: HttpRequest, facts: dict[str, Any], refused: Refused) -> HttpResponse:
    """The form again with what was typed. Who came when too many did is told to wait, and counts from now."""
    if refused.code != A.TOO_OFTEN:
        said = {"sentence": say(refused.code, refused.facts)}
        return render(request, "incubation/notice/object.html", {**facts, **said}, status=422)
    said = {
        "sentence": words.LATER.format(**facts["notice"].contact),
        "received": receipt_time(request),
        "asked": str(asked_id(request) or ""),
    }
    answer = render(request, "incubation/notice/object.html", {**facts, **said}, status=429)
    answer["Retry-After"] = str(int(rules.PACE.total_seconds()))
    return answer


@needs(Open.PUBLIC)
@require_http_methods(["GET", "POST"])
@without_receipt
def mine(request: HttpRequest) -> HttpResponse:
    """Look up one's own objection by its number and the last four digits of the telephone."""
    number, digits = request.POST.get("number", ""), request.POST.get("digits", "")
    said = {"number": number, "digits": digits, "device": give_device(request)}
    row = actions.look_up(**said, at=request.received_at, real=clocks.real()) if request.method == "POST" else None
    act = request.POST.get("act")
    if row and act == "withdraw":
        actions.withdraw(objection=row, at=request.received_at)
    elif row and act == "review":
        actions.ask_review(objection=row, reason=request.POST.get("reason", "")[:1000], at=request.received_at)
    missed = request.method == "POST" and row is None
    facts = {
        "row": row,
        "missed": missed,
        "number": number,
        "digits": digits,
        "state": words.STATES[row.state] if row else "",
    }
    return render(request, "incubation/notice/mine.html", facts, status=422 if missed else 200)
