"""Desks and small support, from the page of an entry."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from sanshe.core.files import actions as files
from sanshe.core.files.views import evidence, takes_files
from sanshe.core.kit import shanghai
from sanshe.core.kit.access import needs
from sanshe.core.kit.money import cents_of
from sanshe.core.rows.forms import count_in, day_in
from sanshe.core.rows.rules import from_any_page
from sanshe.incubation.actions.stay import support as actions
from sanshe.incubation.enums.access import P
from sanshe.incubation.queries.stay import stay
from sanshe.incubation.queries.stay import support as queries
from sanshe.incubation.views.stay.plan import back_to


@needs(P.SUPPORT_MANAGE)
@require_POST
def desk(request: HttpRequest, pk: UUID) -> HttpResponse:
    entry = stay.entry_for(request.actor, pk, P.SUPPORT_MANAGE)
    if entry is None:
        raise Http404
    said = {"no": count_in(request.POST, "no") or 0, "room": request.POST.get("room", "")[:30]}
    actions.give_desk(entry=entry, **said, by=request.actor, at=request.received_at)
    return redirect("incubation:entry", pk=pk)


@needs(P.SUPPORT_MANAGE)
@require_POST
@from_any_page
def release(request: HttpRequest, pk: UUID) -> HttpResponse:
    row = queries.desk_for(request.actor, pk)
    if row is None:
        raise Http404
    actions.release_desk(desk=row, by=request.actor, at=request.received_at)
    return redirect("incubation:entry", pk=row.entry_id)


@needs(P.SUPPORT_MANAGE)
@require_POST
def money(request: HttpRequest, pk: UUID) -> HttpResponse:
    entry = stay.entry_for(request.actor, pk, P.SUPPORT_MANAGE)
    if entry is None:
        raise Http404
    said = {"cents": cents_of(request.POST.get("money", "")), "purpose": request.POST.get("purpose", "")[:120]}
    actions.give_money(entry=entry, **said, by=request.actor, at=request.received_at)
    return redirect("incubation:entry", pk=pk)


@needs(P.RECEIPT_GIVE, P.SUPPORT_MANAGE)
@require_POST
@from_any_page
@takes_files(evidence)
def receipt(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One receipt with its scan, from the organisation or from the centre for it."""
    row, post, upload = queries.grant_to_write(request.actor, pk), request.POST, request.FILES.get("scan")
    if row is None:
        raise Http404
    who = {"by": request.actor, "at": request.received_at}
    kept = files.keep(upload=upload, name=upload.name or "scan", purpose="receipt", **who) if upload else None
    said = {"cents": cents_of(post.get("money", "")), "what": post.get("what", "")[:120]}
    spent_on = day_in(post, "spent_on") or shanghai.day(request.received_at)
    actions.give_receipt(grant=row, **said, spent_on=spent_on, scan=kept, **who)
    return back_to(request, row.entry_id)


@needs(P.RECEIPT_CHECK)
@require_POST
def check(request: HttpRequest, pk: UUID) -> HttpResponse:
    """A second person accepts the receipt, or refuses it with words."""
    row = queries.receipt_for(request.actor, pk)
    if row is None:
        raise Http404
    said = {"accepts": request.POST.get("act") == "accept", "words": request.POST.get("words", "")[:200]}
    actions.check_receipt(receipt=row, **said, by=request.actor, at=request.received_at)
    return redirect("incubation:entry", pk=row.grant.entry_id)
