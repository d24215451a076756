"""Graduation: what it takes, the bureau's word, the certificate, and the visits of the year after."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from sanshe.core.audit.queries import history
from sanshe.core.codes.enums import CodeState
from sanshe.core.codes.enums import P as CodeP
from sanshe.core.kit import shanghai
from sanshe.core.kit.access import needs
from sanshe.core.papers.adapters.answers import paper
from sanshe.incubation.actions.end import graduation as actions
from sanshe.incubation.enums.access import P
from sanshe.incubation.enums.end.assessment import Kind
from sanshe.incubation.papers.end.values import certificate_doc
from sanshe.incubation.phrases.agreement import register as register_words
from sanshe.incubation.phrases.end import assessment as assessment_words
from sanshe.incubation.phrases.end import graduation as words
from sanshe.incubation.phrases.end import rectification as rectification_words
from sanshe.incubation.queries.end import assessment as assessments
from sanshe.incubation.queries.end import exit as exits
from sanshe.incubation.queries.end import graduation as queries
from sanshe.incubation.queries.end import rectification as rectifications
from sanshe.incubation.views.layout import frame_of


def entry_of(request: HttpRequest, code: str, e: UUID) -> Any:
    """The entry of an address, for the office or the organisation itself."""
    entry = assessments.entry_for(request.actor, code, e)
    if entry is None:
        raise Http404
    return entry


def office_entry(request: HttpRequest, code: str, e: UUID) -> Any:
    """The entry, when this person holds the code where it is."""
    entry = entry_of(request, code, e)
    if not request.actor.may_at(code, entry.area_path):
        raise Http404
    return entry


@needs(P.ASSESSMENT_READ, P.ASSESSMENT_REPORT)
@require_safe
def graduation(request: HttpRequest, e: UUID) -> HttpResponse:
    """Where one organisation stands before and after graduation."""
    entry = entry_of(request, P.ASSESSMENT_READ, e)
    row, today = queries.graduation_of(entry), shanghai.day(request.received_at)
    code = queries.code_of(row) if row else None
    facts = {**frame_of(request, entry), **_asked(entry, today), **_may(request, entry, row), "row": row}
    facts |= {
        "state": words.STATES[row.state] if row else register_words.STATES[entry.state],
        "pill": words.PILLS[row.state] if row else "run",
        "visits": queries.visits(row) if row else [],
        "extensions": [(one, rectification_words.EXTENSIONS[one.state]) for one in rectifications.extensions(entry)],
        "leaving": exits.is_leaving(entry),
        "today": today,
        "entries": history(queries.KIND, row.pk) if row else [],
        "code": code,
        "is_revoked": code is not None and code.state == CodeState.REVOKED,
        "may_see_code": code is not None and request.actor.may_at(CodeP.READ, entry.area_path),
    }
    return render(request, "incubation/end/graduation.html", facts)


def _asked(entry: Any, today: Any) -> dict[str, Any]:
    """The two conditions: a legal identity, and an assessment that recommends it."""
    valid, filing, printed = queries.identity_of(entry, today)
    last = assessments.newest(entry, Kind.GRADUATION)
    said = assessment_words.VERDICTS.get(last.verdict, "") if last and last.state == "decided" else ""
    is_good = queries.recommended(entry) is not None
    return {"identity": printed, "is_code": valid, "filing": filing, "last": last, "verdict": said, "is_good": is_good}


def _may(request: HttpRequest, entry: Any, row: Any) -> dict[str, bool]:
    actor, inside, path = request.actor, entry.state == "in_incubation", entry.area_path
    waits = row is not None and row.state == "proposed"
    proposes = inside and not waits and queries.recommended(entry) is not None
    return {
        "may_propose": proposes and actor.may_at(P.GRADUATION_PROPOSE, path),
        "may_approve": waits and actor.may_at(P.GRADUATION_APPROVE, path) and row.proposed_by != actor.id,
        "may_visit": row is not None and row.state == "approved" and actor.may_at(P.FOLLOW_UP, path),
        "may_ask": inside and actor.may_at(P.EXTENSION_ASK, path) and assessments.may_extend(entry),
        "may_extend": inside and actor.may_at(P.EXTENSION_APPROVE, path),
    }


@needs(P.GRADUATION_PROPOSE)
@require_POST
def propose(request: HttpRequest, e: UUID) -> HttpResponse:
    entry = office_entry(request, P.GRADUATION_PROPOSE, e)
    actions.propose(entry=entry, by=request.actor, at=request.received_at)
    return redirect("incubation:graduation", e=e)


@needs(P.GRADUATION_APPROVE)
@require_POST
def approve(request: HttpRequest, e: UUID) -> HttpResponse:
    """The bureau's word; a certificate, or back with a reason."""
    row = queries.graduation_of(office_entry(request, P.GRADUATION_APPROVE, e))
    if row is None:
        raise Http404
    who = {"graduation": row, "by": request.actor, "at": request.received_at}
    if request.POST.get("act") == "back":
        actions.send_back(reason=request.POST.get("reason", ""), **who)
    else:
        actions.approve(**who)
    return redirect("incubation:graduation", e=e)


@needs(P.ASSESSMENT_READ, P.ASSESSMENT_REPORT)
@require_safe
def certificate(request: HttpRequest, e: UUID, fmt: str) -> HttpResponseBase:
    row = queries.graduation_of(entry_of(request, P.ASSESSMENT_READ, e))
    if row is None or not queries.printable([row]) or fmt not in ("pdf", "docx"):
        raise Http404
    return paper(certificate_doc(row), fmt)


@needs(P.FOLLOW_UP)
@require_POST
def visit(request: HttpRequest, e: UUID, pk: UUID) -> HttpResponse:
    """One visit was made."""
    row = queries.visit_for(request.actor, P.FOLLOW_UP, pk)
    if row is None or row.graduation.entry_id != e or not request.actor.may_at(P.FOLLOW_UP, row.area_path):
        raise Http404
    record = request.POST.get("record", "")
    actions.visit(visit=row, record=record, by=request.actor, at=request.received_at)
    return redirect("incubation:graduation", e=e)
