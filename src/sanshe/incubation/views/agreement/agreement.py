"""Agreements: prepared, signed by both, printed."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from sanshe.core.calendar.queries import clock
from sanshe.core.calendar.types import Due
from sanshe.core.files import actions as files
from sanshe.core.files.queries import attachments
from sanshe.core.files.views import evidence, takes_files
from sanshe.core.kit import shanghai
from sanshe.core.kit.access import needs
from sanshe.core.papers.adapters.answers import paper
from sanshe.core.rows.forms import count_in
from sanshe.incubation.actions.agreement import agreement as actions
from sanshe.incubation.actions.agreement import archive as archives
from sanshe.incubation.enums.access import P
from sanshe.incubation.enums.agreement.agreement import SignatureSide, SignatureWay
from sanshe.incubation.papers.agreement.standing import agreement_doc
from sanshe.incubation.phrases.agreement import agreement as words
from sanshe.incubation.phrases.call import application as application_words
from sanshe.incubation.queries.agreement import agreement as queries
from sanshe.incubation.views.call.batch import found

OPEN = ("prepared", "centre_signed")


@needs(P.AGREEMENT_READ)
@require_safe
def agreements(request: HttpRequest, b: UUID) -> HttpResponse:
    """Who still has to sign."""
    batch = found(request, P.AGREEMENT_READ, b)
    rows = list(queries.agreements(batch))
    open_ones = [row for row in rows if row.state in OPEN]
    half, signed = (sum(row.state == state for row in rows) for state in ("centre_signed", "signed"))
    facts = {
        "batch": batch,
        "rows": [row for row in rows if row.state not in OPEN],
        "open": open_ones,
        "waiting": queries.to_prepare(batch),
        "signed": signed,
        "half": half,
        "none": len(open_ones) - half,
        "standing": len(open_ones) + signed,
        "states": words.STATES,
        "pills": words.PILLS,
        "may_prepare": request.actor.may(P.AGREEMENT_PREPARE),
        "to_archive": [row for row in rows if row.state == "signed" and row.archived_at is None],
        "may_archive": request.actor.may(P.AGREEMENT_ARCHIVE),
    }
    return render(request, "incubation/agreement/agreements.html", facts)


@needs(P.AGREEMENT_ARCHIVE)
@require_POST
@takes_files(evidence)
def archive(request: HttpRequest, b: UUID) -> HttpResponse:
    """Put away the chosen signature pages, all of them in one act."""
    batch = found(request, P.AGREEMENT_ARCHIVE, b)
    chosen = set(request.POST.getlist("paper"))
    rows = [row for row in queries.agreements(batch) if str(row.pk) in chosen]
    who, upload = {"by": request.actor, "at": request.received_at}, request.FILES.get("scan")
    kept = files.keep(upload=upload, name=upload.name or "scan", purpose="agreement", **who) if upload else None
    archives.archive(agreements=rows, box=request.POST.get("box", "")[:20], scan=kept, **who)
    return redirect("incubation:agreements", b=b)


@needs(P.AGREEMENT_PREPARE)
@require_POST
def prepare(request: HttpRequest, b: UUID) -> HttpResponse:
    actions.prepare_all(batch=found(request, P.AGREEMENT_PREPARE, b), by=request.actor, at=request.received_at)
    return redirect("incubation:agreements", b=b)


@needs(P.AGREEMENT_READ)
@require_safe
def agreement(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One paper with its signatures."""
    row = queries.agreement_for(request.actor, pk)
    if row is None:
        raise Http404
    side = SignatureSide.CENTRE if row.state == "prepared" else SignatureSide.ORGANISATION
    batch, done = row.place.batch, {one.side: one for one in row.signatures.all()}
    before, after = queries.neighbours(row)
    facts = {
        "row": row,
        "batch": batch,
        "doc": agreement_doc(row),
        "both": [(one, words.SIDES[one], done.get(one)) for one in SignatureSide],
        "before": before,
        "after": after,
        "clock": _clock(batch, request.received_at) if row.state in OPEN else None,
        "scans": attachments(queries.AGREEMENT, row.pk),
        "sides": words.SIDES,
        "ways": words.WAYS,
        "state": words.STATES[row.state],
        "pill": words.PILLS[row.state],
        "next_side": side,
        "registration": row.place.application.registration,
        "registrations": application_words.REGISTRATIONS,
        "may_sign": request.actor.may(P.AGREEMENT_SIGN) and row.state in OPEN,
        "may_replace": request.actor.may(P.AGREEMENT_PREPARE) and row.state in OPEN,
    }
    return render(request, "incubation/agreement/agreement.html", facts)


def _clock(batch: Any, at: datetime) -> Any:
    """What is left of the days to sign."""
    opens = shanghai.moment(batch.signing_from)
    return clock(_("签约"), opens=opens, due=Due(batch.signing_to, batch.signing_hour), now=at)


@needs(P.AGREEMENT_READ)
@require_safe
def agreement_paper(request: HttpRequest, pk: UUID, fmt: str) -> HttpResponseBase:
    row = queries.agreement_for(request.actor, pk)
    if row is None or fmt not in ("pdf", "docx"):
        raise Http404
    return paper(agreement_doc(row), fmt)


@needs(P.AGREEMENT_SIGN)
@require_POST
@takes_files(evidence)
def sign(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Record one side's signature, with a scan or before two witnesses."""
    row = queries.agreement_for(request.actor, pk, P.AGREEMENT_SIGN)
    if row is None:
        raise Http404
    post, who = request.POST, {"by": request.actor, "at": request.received_at}
    upload = request.FILES.get("scan")
    kept = files.keep(upload=upload, name=upload.name or "scan", purpose="agreement", **who) if upload else None
    witnesses = tuple(one.strip() for one in post.get("witnesses", "").replace("，", "、").split("、") if one.strip())
    actions.sign(
        agreement=row,
        side=SignatureSide.CENTRE if row.state == "prepared" else SignatureSide.ORGANISATION,
        way=SignatureWay.SCAN if kept else SignatureWay.IN_PERSON,
        signer=post.get("signer", "")[:60],
        witnesses=witnesses,
        subdistrict_witness=post.get("subdistrict", "")[:60],
        founders_signed=count_in(post, "founders") or 0,
        scan=kept.pk if kept else None,
        **who,
    )
    return redirect("incubation:agreement", pk=pk)


@needs(P.AGREEMENT_PREPARE)
@require_POST
def replace(request: HttpRequest, pk: UUID) -> HttpResponse:
    """A new version with its reason, or the end of one that was not signed in time."""
    row = queries.agreement_for(request.actor, pk, P.AGREEMENT_PREPARE)
    if row is None:
        raise Http404
    who = {"agreement": row, "by": request.actor, "at": request.received_at}
    if request.POST.get("act") == "lapse":
        actions.lapse(reason_given=False, **who)
        return redirect("incubation:agreements", b=row.place.batch_id)
    return redirect("incubation:agreement", pk=actions.replace(reason=request.POST.get("reason", "")[:500], **who).pk)
