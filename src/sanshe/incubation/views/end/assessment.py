"""Assessments: who is where, one organisation's assessment for those who assess, and its own report."""

import datetime
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from sanshe.core.audit.queries import history
from sanshe.core.files.queries import attachments
from sanshe.core.kit import shanghai
from sanshe.core.kit.access import needs
from sanshe.core.kit.asked import whole
from sanshe.core.kit.refused import Refused, insist
from sanshe.core.papers.adapters.answers import paper
from sanshe.core.rows.forms import count_in, day_in
from sanshe.core.rows.rules import from_any_page
from sanshe.incubation.actions.end import assessment as actions
from sanshe.incubation.enums.access import P
from sanshe.incubation.enums.end.assessment import ASSESSORS, SUMMARY, Kind, PaperState, Verdict
from sanshe.incubation.enums.end.assessment import AssessmentRefusal as R
from sanshe.incubation.pages.end.assessors import candidates
from sanshe.incubation.pages.end.organisations import board, sums_of
from sanshe.incubation.papers.end.values import assessment_doc, self_doc
from sanshe.incubation.phrases.end import assessment as words
from sanshe.incubation.queries.end import assessment as queries
from sanshe.incubation.queries.end import assessors as people
from sanshe.incubation.queries.end import rectification as rectifications
from sanshe.incubation.rules.decision.tabulation import two_places
from sanshe.incubation.types.assessment import Line
from sanshe.incubation.views.call.batch import found


def _case(request: HttpRequest, e: UUID, pk: UUID, code: str) -> Any:
    row = queries.assessment_for(request.actor, code, pk)
    if row is None or row.entry_id != e or not request.actor.may_at(code, row.area_path):
        raise Http404
    if code != P.ASSESSMENT_READ:
        insist(queries.refusal_to_read(row, request.actor))
    return row


@needs(P.ASSESSMENT_READ)
@require_safe
def assessments(request: HttpRequest, b: UUID) -> HttpResponse:
    """Who is where, from the mid-term assessment to graduation or leaving."""
    batch = found(request, P.ASSESSMENT_READ, b)
    today = shanghai.day(request.received_at)
    rows = board(batch, people.recused_from(request.actor))
    facts = {
        "batch": batch,
        "rows": rows,
        "sums": sums_of(rows),
        "open": [(kind, words.NAMES[kind]) for kind in Kind if any(kind in row.to_announce(today) for row in rows)],
        "report_by": today + datetime.timedelta(days=7),
        "kinds": words.NAMES.items(),
        "may_manage": request.actor.may(P.ASSESSMENT_MANAGE),
    }
    return render(request, "incubation/end/assessments.html", facts)


@needs(P.ASSESSMENT_MANAGE)
@require_POST
def announce(request: HttpRequest, b: UUID) -> HttpResponse:
    """Tell everybody whose window is open by when to report."""
    batch, kind = found(request, P.ASSESSMENT_MANAGE, b), request.POST.get("kind", "")
    day = day_in(request.POST, "report_by")
    if kind not in list(Kind):
        raise Http404
    if day is None:
        raise Refused(R.DAYS_WRONG)
    actions.announce_all(batch=batch, kind=Kind(kind), report_by=day, by=request.actor, at=request.received_at)
    return redirect("incubation:assessments", b=b)


@needs(P.ASSESSMENT_MANAGE)
@require_http_methods(["GET", "POST"])
def indicators(request: HttpRequest, b: UUID, kind: str) -> HttpResponse:
    """The indicators of a kind; three empty lines more, until the first assessment is announced."""
    batch = found(request, P.ASSESSMENT_MANAGE, b)
    if kind not in list(Kind):
        raise Http404
    if request.method == "POST":
        lines = _lines(request.POST)
        actions.set_indicators(batch=batch, kind=Kind(kind), lines=lines, by=request.actor, at=request.received_at)
        return redirect("incubation:indicators", b=b, kind=kind)
    lines = queries.lines(batch, kind)
    more = [Line(len(lines) + n, "", "", "", 0) for n in (1, 2, 3)]
    facts = {
        "batch": batch,
        "kind": kind,
        "name": words.NAMES[Kind(kind)],
        "is_frozen": queries.is_opened(batch, kind),
        "lines": lines if queries.is_opened(batch, kind) else lines + more,
        "dimensions": words.DIMENSIONS,
    }
    return render(request, "incubation/end/indicators.html", facts)


def _lines(post: Any) -> list[Line]:
    """What the form holds; a line without a name is none."""
    columns = [post.getlist(name) for name in ("dimension", "name", "says", "points")]
    return [
        Line(no, dimension[:20], name.strip()[:60], says.strip()[:200], whole(points) or 0)
        for no, (dimension, name, says, points) in enumerate(zip(*columns, strict=False), start=1)
        if name.strip()
    ]


@needs(P.ASSESSMENT_READ)
@require_safe
def assessment(request: HttpRequest, e: UUID, pk: UUID) -> HttpResponse:
    """One organisation's assessment for those who assess, decide or look on."""
    row = _case(request, e, pk, P.ASSESSMENT_READ)
    if queries.refusal_to_read(row, request.actor):
        return redirect("incubation:declare_assessor", e=e, pk=pk)
    facts = {"row": row, "entry": row.entry, "batch": row.batch, "name": words.NAMES[row.kind], **_standing(row)}
    facts |= {**_what_they_say(row), **_may(request, row), "entries": history(queries.KIND, row.pk)}
    return render(request, "incubation/end/assessment.html", facts)


def _standing(row: Any) -> dict[str, Any]:
    score, lines = queries.score_of(row), queries.lines(row.batch, row.kind)
    means = {no: two_places(mean) for no, mean in score.means.items()} if score else {}
    says = row.rule_says or queries.rule_says(row) or ""
    return {
        "state": words.STATES[row.state],
        "pill": words.VERDICT_PILLS[row.verdict] if row.state == "decided" else words.PILLS[row.state],
        "verdict": words.VERDICTS.get(row.verdict, ""),
        "rule_says": words.VERDICTS.get(says, ""),
        "verdicts": [(one, words.VERDICTS[one], one == says) for one in Verdict.of(Kind(row.kind))],
        "total": two_places(score.total) if score else "",
        "shares": [(words.DIMENSIONS.get(one, one), round(share * 100)) for one, share in score.shares.items()]
        if score
        else [],
        "lines": [(line, row.answers.get(line.code, ""), means.get(line.no, "")) for line in lines],
    }


def _what_they_say(row: Any) -> dict[str, Any]:
    return {
        "summary": row.answers.get(SUMMARY, ""),
        "papers": queries.papers(row),
        "paper_states": words.PAPERS,
        "files": attachments(queries.KIND, row.pk),
        "seats": (seats := people.seats_named(row)),
        "lacking": _lacking(seats),
        "rectification": getattr(row, "rectification", None),
    }


def _lacking(seats: list[tuple[str, Any]]) -> str:
    """Who has to mark before the interview can be closed."""
    here = [(name, seat) for name, seat in seats if not seat.relation]
    if len(here) < ASSESSORS:
        return str(words.TOO_FEW).format(n=ASSESSORS - len(here))
    left = [name for name, seat in here if not seat.marked_at]
    return str(words.NOT_MARKED).format(names="、".join(left)) if left else ""


def _may(request: HttpRequest, row: Any) -> dict[str, Any]:
    """What this person can do here now."""
    actor, state, seat = request.actor, row.state, queries.seat(row, request.actor)
    manages = actor.may_at(P.ASSESSMENT_MANAGE, row.area_path)
    naming = manages and state in ("announced", "reported")
    decides = actor.may_at(P.ASSESSMENT_DECIDE, row.area_path) and actor.id not in people.hands_in(row)
    late = queries.is_late(row, request.received_at)
    issues = rectifications.asks_for_it(row) and actor.may_at(P.RECTIFICATION_ISSUE, row.area_path)
    return {
        "candidates": candidates(row, request.received_at) if naming else [],
        "own_marks": queries.own_marks(seat) if seat and state == "reported" else None,
        "may_close": manages and state == "reported",
        "may_check": manages and state == "interviewed",
        "may_propose": manages and state == "checked",
        "may_decide": decides and state == "proposed",
        "may_remind": manages and late and row.reminded_at is None,
        "may_end": manages and queries.is_shut(row, request.received_at) and state == "announced",
        "may_issue": issues and not rectifications.is_open(row.entry) and getattr(row, "rectification", None) is None,
        "today": shanghai.day(request.received_at),
    }


@needs(P.ASSESSMENT_MARK)
@require_POST
@from_any_page
def mark(request: HttpRequest, e: UUID, pk: UUID) -> HttpResponse:
    """One assessor's marks, all at once."""
    row = _case(request, e, pk, P.ASSESSMENT_MARK)
    read = {whole(name[2:]): count_in(request.POST, name) for name in request.POST if name.startswith("m-")}
    marks = {no: mark for no, mark in read.items() if no is not None and mark is not None}
    actions.give_marks(assessment=row, marks=marks, by=request.actor, at=request.received_at)
    return redirect("incubation:assessment", e=e, pk=pk)


@needs(P.ASSESSMENT_DECIDE)
@require_POST
def decide(request: HttpRequest, e: UUID, pk: UUID) -> HttpResponse:
    """Agree with the verdict somebody else proposed, or send it back."""
    row, agrees = _case(request, e, pk, P.ASSESSMENT_DECIDE), request.POST.get("act") == "agree"
    actions.decide(assessment=row, agrees=agrees, by=request.actor, at=request.received_at)
    return redirect("incubation:assessment", e=e, pk=pk)


@needs(P.ASSESSMENT_MANAGE)
@require_POST
def manage(request: HttpRequest, e: UUID, pk: UUID) -> HttpResponse:
    """One act of the centre: name an assessor, close the interview, check papers, propose, remind, end."""
    row, post = _case(request, e, pk, P.ASSESSMENT_MANAGE), request.POST
    who, act = {"assessment": row, "by": request.actor, "at": request.received_at}, request.POST.get("act", "")
    if act == "name":
        actions.name_assessor(person=_person(post.get("person", "")), **who)
    elif act == "interview":
        held = day_in(post, "held_on") or shanghai.day(request.received_at)
        actions.close_interview(record=post.get("record", ""), held_on=held, **who)
    elif act == "papers":
        states = {paper.no: post.get(f"p-{paper.no}", "") for paper in queries.papers(row)}
        actions.check_papers(found={no: PaperState(s) for no, s in states.items() if s in list(PaperState)}, **who)
    elif act == "propose":
        actions.propose(verdict=post.get("verdict", ""), reason=post.get("reason", ""), **who)
    elif act == "remind":
        actions.remind(**who)
    elif act == "end":
        actions.close_as_absent(**who)
    return redirect("incubation:assessment", e=e, pk=pk)


def _person(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        raise Refused(R.NOT_AN_ASSESSOR) from None


@needs(P.ASSESSMENT_READ, P.ASSESSMENT_REPORT)
@require_safe
def assessment_paper(request: HttpRequest, e: UUID, pk: UUID, what: str, fmt: str) -> HttpResponseBase:
    """自评表 for both; 评估表 for staff, for the organisation once there is a verdict."""
    row = queries.assessment_for(request.actor, P.ASSESSMENT_READ, pk)
    if row is None or row.entry_id != e or fmt not in ("pdf", "docx") or what not in ("self", "sheet"):
        raise Http404
    insist(queries.refusal_to_read(row, request.actor))
    if what == "sheet" and not request.actor.may_at(P.ASSESSMENT_READ, row.area_path) and row.state != "decided":
        raise Http404
    return paper(self_doc(row) if what == "self" else assessment_doc(row), fmt)
