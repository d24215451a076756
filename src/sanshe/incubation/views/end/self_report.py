"""The organisation's own report: written bit by bit on a phone, handed in once."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from sanshe.core.files import actions as files
from sanshe.core.files.enums import R as F
from sanshe.core.files.queries import attachments
from sanshe.core.files.views import evidence, takes_files
from sanshe.core.kit.access import needs
from sanshe.core.kit.refused import Refused
from sanshe.core.rows.queries import offer
from sanshe.core.rows.rules import from_any_page
from sanshe.core.sheets.rules import missing
from sanshe.core.sheets.views import given, saved
from sanshe.incubation.actions.end import self_report as actions
from sanshe.incubation.enums.access import P
from sanshe.incubation.enums.end.assessment import SUMMARY, AssessmentEvent
from sanshe.incubation.phrases.end import assessment as words
from sanshe.incubation.queries.end import assessment as queries


def _own(request: HttpRequest, e: UUID, pk: UUID) -> Any:
    row = queries.own_assessment(request.actor, pk)
    if row is None or row.entry_id != e:
        raise Http404
    return row


@needs(P.ASSESSMENT_REPORT)
@require_http_methods(["GET", "POST"])
def report(request: HttpRequest, e: UUID, pk: UUID) -> HttpResponse:
    """The organisation's own report; without scripts a whole page is sent at once."""
    row = _own(request, e, pk)
    if request.method == "POST":
        said = given(request, queries.questions_of(row))
        actions.fill(assessment=row, values=said, by=request.actor, at=request.received_at)
        return redirect("incubation:report", e=e, pk=pk)
    return _report(request, row)


def _report(request: HttpRequest, row: Any) -> HttpResponse:
    kept = {one.slot: one for one in attachments(queries.KIND, row.pk)}
    lines = queries.lines(row.batch, row.kind)
    facts = {
        "row": row,
        "name": words.NAMES[row.kind],
        "state": words.STATES[row.state],
        "verdict": words.VERDICTS.get(row.verdict, "") if row.state == "decided" else "",
        "lines": [(line, row.answers.get(line.code, ""), kept.get(line.code)) for line in lines],
        "summary": row.answers.get(SUMMARY, ""),
        "left": len(missing(queries.questions_of(row), row.answers)),
        "due": row.grace_until or row.report_by,
        "is_writable": row.state == "announced" and not queries.is_shut(row, request.received_at),
        "files": kept,
        "undo": offer(AssessmentEvent.REPORTED, row, request.actor, request.received_at),
    }
    return render(request, "incubation/end/self_report.html", facts)


@needs(P.ASSESSMENT_REPORT)
@require_POST
@from_any_page
def save(request: HttpRequest, e: UUID, pk: UUID) -> HttpResponse:
    row, who = _own(request, e, pk), {"by": request.actor, "at": request.received_at}
    return saved(request, lambda **said: actions.save_answer(assessment=row, **said, **who))


@needs(P.ASSESSMENT_REPORT)
@require_POST
@takes_files(evidence)
def attach(request: HttpRequest, e: UUID, pk: UUID) -> HttpResponse:
    """A picture or PDF for one indicator; nobody has to."""
    row, upload, slot = _own(request, e, pk), request.FILES.get("file"), request.POST.get("slot", "")
    if slot not in queries.fields_of(row) or row.state != "announced":
        raise Http404
    if upload is None:
        raise Refused(F.NO_FILE)
    said = {"by": request.actor, "at": request.received_at}
    kept = files.keep(upload=upload, name=upload.name or slot, purpose="assessment", **said)
    where = {"kind": queries.KIND, "subject": row.pk, "area_path": row.area_path}
    files.attach(file=kept, slot=slot, label=str(words.NAMES[row.kind]), **where, **said)
    return redirect("incubation:report", e=e, pk=pk)


@needs(P.ASSESSMENT_REPORT)
@require_POST
def hand_in(request: HttpRequest, e: UUID, pk: UUID) -> HttpResponse:
    """Hand in the report."""
    row = _own(request, e, pk)
    actions.report(assessment=row, by=request.actor, at=request.received_at)
    return redirect("incubation:report", e=e, pk=pk)
