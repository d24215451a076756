"""Cases for those who handle, review or follow them."""

from collections.abc import Callable
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from sanshe.core.kit.asked import key_of
from sanshe.core.objections import actions, pages, phrases, queries
from sanshe.core.objections.enums import NOTED, Deed, E, Outcome, Verdict
from sanshe.core.objections.queries.subjects import CasesOf
from sanshe.core.objections.types import Finding
from sanshe.core.objections.views.guard import of_case
from sanshe.core.receipts.rules import without_receipt
from sanshe.core.ui.adapters import chosen


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
    person = key_of(request.POST.get("person")) or UUID(int=0)
    actions.name_co_handler(objection=case.row, person=person, by=request.actor, at=request.received_at)
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
    return chosen(Outcome, request.POST.get("outcome", ""))


def _back(case: queries.Case) -> HttpResponse:
    return redirect("objections:case", pk=case.row.pk)


def _page(request: HttpRequest, case: queries.Case, is_clear: bool) -> HttpResponse:
    facts = pages.case_facts(case, request.actor, request.received_at, is_clear)
    return render(request, "objections/case.html", facts)
