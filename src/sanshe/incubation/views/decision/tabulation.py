"""The tabulation: run once after the last seal, shown, printed, checked again."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from sanshe.core.kit.access import Open, needs
from sanshe.core.kit.refused import Refused, insist
from sanshe.core.papers.adapters.answers import paper
from sanshe.core.receipts.rules import without_receipt
from sanshe.incubation.actions.decision import proof
from sanshe.incubation.actions.decision import tabulation as actions
from sanshe.incubation.enums.access import P
from sanshe.incubation.enums.decision.tabulation import TabulationRule
from sanshe.incubation.enums.panel.score import R
from sanshe.incubation.pages.decision import calibration, explanation
from sanshe.incubation.pages.decision import tabulation as page
from sanshe.incubation.papers import minutes_doc, summary_doc
from sanshe.incubation.queries.call.application import own
from sanshe.incubation.queries.decision import decision as queries
from sanshe.incubation.queries.panel import score
from sanshe.incubation.queries.panel.panel import member_of
from sanshe.incubation.views.call.batch import found

PAPERS = {"summary": summary_doc, "minutes": minutes_doc}


def seen(request: HttpRequest, b: UUID) -> Any:
    """The batch, for who may see its sums: not who is recused in it before the notice, nor another panel's members."""
    batch = found(request, P.TABULATION_READ, b)
    if queries.is_of_another_panel(request.actor, batch):
        raise Http404
    insist(queries.refusal_to_see(request.actor, batch))
    return batch


def may_read(request: HttpRequest) -> bool:
    """Whether the pages around the tabulation are open too; a panelist's seat opens only this one."""
    return all(request.actor.may(code) for code in (P.BATCH_READ, P.PANEL_READ, P.APPLICATION_READ))


@needs(P.TABULATION_READ)
@require_safe
def tabulation(request: HttpRequest, b: UUID) -> HttpResponse:
    """Nothing before the last seal; then the order by the announced rule, and beside it how sure it is."""
    batch = seen(request, b)
    run = queries.tabulation_of(batch) if score.is_all_sealed(batch) else None
    facts = _before(request, batch) if run is None else _after(request, batch, run)
    return render(
        request,
        "incubation/decision/tabulation.html",
        {"batch": batch, "run": run, "may_read": may_read(request), **facts},
    )


def _before(request: HttpRequest, batch: Any) -> dict[str, Any]:
    """How many sheets are in, which a panelist is not shown; and whether it can be run."""
    is_in = score.is_all_sealed(batch)
    counts = (
        {} if member_of(request.actor, batch) else {"sealed": len(score.sealed(batch)), "due": len(score.due(batch))}
    )
    return {"is_in": is_in, "may_run": is_in and request.actor.may(P.TABULATION_RUN), **counts}


def _after(request: HttpRequest, batch: Any, run: Any) -> dict[str, Any]:
    view = page.beside(batch, run, is_whole="all" in request.GET)
    came, seated = page.attendance(batch)
    return {
        "is_in": True,
        "view": view,
        "forms": calibration.forms(view.found),
        "rule": calibration.rule(run.rule),
        "came": came,
        "seated": seated,
        "may_pack": request.actor.may(P.PROOF_MAKE),
        "may_decide": request.actor.may(P.DECISION_READ),
    }


@needs(P.TABULATION_READ)
@require_safe
def place(request: HttpRequest, b: UUID, pk: UUID) -> HttpResponse:
    """Why an applicant stands where it stands, in a minute's reading."""
    batch = seen(request, b)
    told_of = explanation.of(batch, pk) if score.is_all_sealed(batch) else None
    if told_of is None:
        raise Http404
    return render(
        request, "incubation/decision/place.html", {"batch": batch, "told": told_of, "may_read": may_read(request)}
    )


@needs(Open.ANY_USER)
@require_safe
def own_place(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The same for the organisation itself once the notice is out, without anybody else's figures."""
    row = own(request.actor, pk)
    told_of = explanation.of(row.batch, pk, for_itself=True) if row and queries.is_notice_out(row.batch) else None
    if row is None or told_of is None:
        raise Http404
    return render(request, "incubation/decision/own_place.html", {"row": row, "told": told_of})


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
    batch = seen(request, b)
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
    """The proof pack: the same records give the same bytes, and each time it is made is on record."""
    batch = seen(request, b)
    answer = HttpResponse(
        proof.make(batch=batch, by=request.actor, at=request.received_at), content_type="application/zip"
    )
    answer["Content-Disposition"] = f'attachment; filename="proof-{batch.no}.zip"'
    return answer


@needs(P.TABULATION_READ)
@require_safe
def sheet_paper(request: HttpRequest, b: UUID, name: str, fmt: str) -> HttpResponseBase:
    """汇总表 and 会议纪要 as papers, after the last seal."""
    batch = seen(request, b)
    if name not in PAPERS or fmt not in ("pdf", "docx"):
        raise Http404
    if not score.is_all_sealed(batch):
        raise Refused(R.CLOSED_YET)
    return paper(PAPERS[name](batch), fmt)
