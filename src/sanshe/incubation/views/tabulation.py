"""The tabulation: run once after the last seal, shown, printed, checked again."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from sanshe.core.kit.access import needs
from sanshe.core.kit.refused import Refused
from sanshe.core.ledgers.adapters.answers import paper
from sanshe.core.receipts.rules import without_receipt
from sanshe.incubation.actions import proof
from sanshe.incubation.actions import tabulation as actions
from sanshe.incubation.enums.access import P
from sanshe.incubation.enums.score import R
from sanshe.incubation.enums.tabulation import TabulationRule
from sanshe.incubation.queries import decision as queries
from sanshe.incubation.queries import score
from sanshe.incubation.queries.calibration import beside
from sanshe.incubation.queries.documents import minutes_doc, summary_doc
from sanshe.incubation.views.batch import found

PAPERS = {"summary": summary_doc, "minutes": minutes_doc}


@needs(P.TABULATION_READ)
@require_GET
def tabulation(request: HttpRequest, b: UUID) -> HttpResponse:
    """Nothing before the last seal; then the order by the announced rule, and beside it how sure it is."""
    batch = found(request, P.TABULATION_READ, b)
    is_in = score.is_all_sealed(batch)
    run = queries.tabulation_of(batch) if is_in else None
    facts = {
        "batch": batch,
        "is_in": is_in,
        "sealed": len(score.sealed(batch)),
        "due": len(score.due(batch)),
        "run": run,
        "view": beside(batch, run) if run else None,
        "may_pack": request.actor.may(P.PROOF_MAKE),
        "may_run": request.actor.may(P.TABULATION_RUN) and is_in and run is None,
    }
    return render(request, "incubation/tabulation.html", facts)


@needs(P.TABULATION_RUN)
@require_POST
def run(request: HttpRequest, b: UUID) -> HttpResponse:
    batch = found(request, P.TABULATION_RUN, b)
    said = {"rule": TabulationRule(batch.tabulation_rule), "due": score.due(batch)}
    actions.run(batch=batch, **said, by=request.actor, at=request.received_at)
    return redirect("incubation:tabulation", b=b)


@needs(P.TABULATION_READ)
@require_POST
def check(request: HttpRequest, b: UUID) -> HttpResponse:
    """Run the rule again over the sealed sheets; not one byte may differ."""
    batch = found(request, P.TABULATION_READ, b)
    row = queries.tabulation_of(batch)
    if row is None:
        raise Http404
    actions.check(tabulation=row, due=score.due(batch), by=request.actor, at=request.received_at)
    messages.success(request, _("重算一遍，一个字节也不差。结果指纹 {hash}。").format(hash=row.result_hash[:16]))
    return redirect("incubation:tabulation", b=b)


@needs(P.PROOF_MAKE)
@require_POST
@without_receipt
def pack(request: HttpRequest, b: UUID) -> HttpResponse:
    """The proof pack. Made anew each time, and each time on record."""
    batch = found(request, P.TABULATION_READ, b)
    answer = HttpResponse(
        proof.make(batch=batch, by=request.actor, at=request.received_at), content_type="application/zip"
    )
    answer["Content-Disposition"] = f'attachment; filename="proof-{batch.no}.zip"'
    return answer


@needs(P.TABULATION_READ)
@require_GET
def sheet_paper(request: HttpRequest, b: UUID, name: str, fmt: str) -> HttpResponseBase:
    """汇总表 and 会议纪要 as papers, after the last seal."""
    batch = found(request, P.TABULATION_READ, b)
    if name not in PAPERS or fmt not in ("pdf", "docx"):
        raise Http404
    if not score.is_all_sealed(batch):
        raise Refused(R.CLOSED_YET)
    return paper(PAPERS[name](batch), fmt)
