"""Cases for those who handle, review or follow them."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from sanshe.core.accounts.queries import person
from sanshe.core.calendar.queries import clock
from sanshe.core.calendar.types import Clock, Due
from sanshe.core.kit.asked import key_of
from sanshe.core.objections import actions, phrases, queries
from sanshe.core.objections.enums import NOTED, Deed, Duty, E, Outcome, State, Verdict
from sanshe.core.objections.queries.subjects import CasesOf
from sanshe.core.objections.types import Finding
from sanshe.core.objections.views.guard import of_case
from sanshe.core.privacy.rules import mask_name, mask_phone
from sanshe.core.receipts.rules import without_receipt


def cases_of(kind: str) -> Callable[..., HttpResponse]:
    """The list of cases of one kind, for an app to put under its own address."""

    @require_safe
    def cases(request: HttpRequest, key: UUID) -> HttpResponse:
        """How far each is; who only follows them sees never who raised one."""
        about = queries.SUBJECTS[kind].about(request.actor, key)
        if about is None:
            raise Http404
        rows = queries.cases(request.actor, kind, key)
        facts = {"about": about, "rows": rows, "states": phrases.STATES, "words": queries.SUBJECTS[kind].words}
        return render(request, "objections/cases.html", facts)

    cases.needs = CasesOf(kind)  # type: ignore[attr-defined]  # a function may carry a mark
    return cases


@require_safe
@of_case(Deed.FOLLOW)
def case(request: HttpRequest, case: queries.Case) -> HttpResponse:
    """One case: its clocks, its points, what was done. The objector is masked, and shown to its handlers only."""
    return _page(request, case, is_clear=False)


@require_POST
@without_receipt
@of_case(Deed.REVEAL)
def reveal(request: HttpRequest, case: queries.Case) -> HttpResponse:
    """The same with who raised it; the look is on record."""
    actions.show(objection=case.row, by=request.actor, at=request.received_at)
    return _page(request, case, is_clear=True)


@require_POST
@of_case(Deed.TAKE_UP)
def accept(request: HttpRequest, case: queries.Case) -> HttpResponse:
    points = [line.strip()[:300] for line in request.POST.get("points", "").splitlines() if line.strip()]
    actions.accept(objection=case.row, points=points, by=request.actor, at=request.received_at)
    return _back(case)


@require_POST
@of_case(Deed.TAKE_UP)
def decline(request: HttpRequest, case: queries.Case) -> HttpResponse:
    actions.decline(objection=case.row, reason=_text(request), by=request.actor, at=request.received_at)
    return _back(case)


@require_POST
@of_case(Deed.TAKE_OVER)
def take_over(request: HttpRequest, case: queries.Case) -> HttpResponse:
    actions.take_over(objection=case.row, reason=_text(request), by=request.actor, at=request.received_at)
    return _back(case)


@require_POST
@of_case(Deed.NAME)
def co_handler(request: HttpRequest, case: queries.Case) -> HttpResponse:
    """The handler names a second one."""
    chosen = key_of(request.POST.get("person")) or UUID(int=0)
    actions.name_co_handler(objection=case.row, person=chosen, by=request.actor, at=request.received_at)
    return _back(case)


@require_POST
@of_case(Deed.WORK)
def note(request: HttpRequest, case: queries.Case) -> HttpResponse:
    event = next((one for one in NOTED if one == request.POST.get("event")), E.CLOSED)
    actions.note(objection=case.row, event=event, text=_text(request), by=request.actor, at=request.received_at)
    return _back(case)


@require_POST
@of_case(Deed.WORK)
def judge(request: HttpRequest, case: queries.Case) -> HttpResponse:
    """The findings of all points that were given a verdict, at once."""
    post = request.POST
    findings = [
        Finding(point.no, post[f"verdict-{point.no}"], post.get(f"found-{point.no}", ""))
        for point in case.row.points.all()
        if post.get(f"verdict-{point.no}") in list(Verdict)
    ]
    actions.judge(objection=case.row, findings=findings, by=request.actor, at=request.received_at)
    return _back(case)


@require_POST
@of_case(Deed.WORK)
def answer(request: HttpRequest, case: queries.Case) -> HttpResponse:
    said = {"outcome": _outcome(request), "text": _text(request)}
    actions.answer(objection=case.row, **said, by=request.actor, at=request.received_at)
    return _back(case)


@require_POST
@of_case(Deed.WORK)
def withdraw(request: HttpRequest, case: queries.Case) -> HttpResponse:
    """Who raised it rang up: the handler puts on record that they withdraw it."""
    actions.withdraw_for(objection=case.row, text=_text(request), by=request.actor, at=request.received_at)
    return _back(case)


@require_POST
@of_case(Deed.REVIEW)
def review(request: HttpRequest, case: queries.Case) -> HttpResponse:
    said = {"outcome": _outcome(request), "text": _text(request)}
    actions.review(objection=case.row, **said, by=request.actor, at=request.received_at)
    return _back(case)


def _text(request: HttpRequest) -> str:
    return request.POST.get("text", "")[:2000]


def _outcome(request: HttpRequest) -> Outcome:
    """What was chosen; a form without a choice is one of a page that was tampered with."""
    chosen = request.POST.get("outcome")
    if chosen not in list(Outcome):
        raise Http404
    return Outcome(chosen)


def _back(case: queries.Case) -> HttpResponse:
    return redirect("objections:case", pk=case.row.pk)


def _page(request: HttpRequest, case: queries.Case, is_clear: bool) -> HttpResponse:
    row, at = case.row, request.received_at
    may = {deed.value: case.mine.may(deed) for deed in Deed}
    facts = {
        "row": row,
        "case": case,
        "may": may,
        "words": case.subject.words,
        "about": case.subject.about(request.actor, row.listing),
        "cases_url": case.subject.cases,
        "who": _objector(row, is_clear) if may["read"] else None,
        "is_clear": is_clear,
        "people": [(label, person(who)) for label, who in _duties(row) if who],
        "state": phrases.STATES[State(row.state)],
        "clocks": _clocks(row, case, at),
        "points": row.points.all(),
        "prefill": "\n".join(row.grounds),
        "notes": row.notes.all(),
        "verdicts": phrases.VERDICTS,
        "outcomes": phrases.OUTCOMES,
        "outcome": phrases.OUTCOMES[Outcome(row.outcome)] if row.outcome else "",
        "effects": [(phrases.OUTCOMES[one], case.subject.words.effects[one]) for one in phrases.OUTCOMES],
        "noted": [(event, phrases.EVENTS[event]) for event in NOTED],
        "events": phrases.EVENTS,
        "co_handlers": queries.co_handlers(row, at) if may["name"] else [],
        "works": may["work"] and row.state == State.ACCEPTED,
        "days": case.subject.days,
    }
    return render(request, "objections/case.html", facts)


def _objector(row: Any, is_clear: bool) -> tuple[str, str]:
    return (row.name, row.phone) if is_clear else (mask_name(row.name), mask_phone(row.phone))


def _clocks(row: Any, case: queries.Case, at: Any) -> list[Clock]:
    """Three days to say whether it is taken up, ten to answer: each a clock of its own."""
    if row.state not in (State.RECEIVED, State.ACCEPTED):
        return []
    days, opens = case.subject.days, row.raised_at
    terms = [(phrases.ANSWER_BY, row.answer_due_on, days.answer)]
    if row.state == State.RECEIVED:
        terms.insert(0, (phrases.ACCEPT_BY, row.accept_due_on, days.accept))
    return [clock(str(label), opens=opens, due=Due(day), now=at, whole=n) for label, day, n in terms]


def _duties(row: Any) -> tuple[tuple[Any, Any], ...]:
    duties = ((Duty.HANDLER, row.handler), (Duty.CO_HANDLER, row.co_handler), (Duty.REVIEWER, row.reviewer))
    return tuple((phrases.DUTIES[duty], who) for duty, who in duties)
