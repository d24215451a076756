"""For who was asked: one's own request in this browser, found by its number and four digits."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from sanshe.core.accounts.adapters import give_device, neighbourhood
from sanshe.core.consents import actions, adapters, pages, queries
from sanshe.core.consents.forms import AnswerForm, CodeForm
from sanshe.core.kit import clock
from sanshe.core.kit.access import Open, needs
from sanshe.core.receipts.rules import without_receipt
from sanshe.core.tracking.adapters import is_open
from sanshe.core.ui.forms import sound


def _own(request: HttpRequest, key: UUID) -> Any:
    row = queries.own_request(key)
    return row if row and is_open(request, queries.KIND, row.pk, clock.real()) else None


@needs(Open.PUBLIC)
@require_safe
@never_cache
def own(request: HttpRequest, key: UUID) -> HttpResponse:
    """What one was asked, what one said, and how to take it back."""
    row = _own(request, key)
    if row is None:
        return redirect("tracking:track")
    media = pages.media(row, request.received_at)
    facts = {**pages.own(row, request.received_at), "form": AnswerForm(media=media), "is_asked": bool(media)}
    return render(request, "consents/own.html", facts)


@needs(Open.PUBLIC)
@without_receipt
@require_POST
def answer(request: HttpRequest, key: UUID) -> HttpResponse:
    """Yes and no to each; a yes gets a code, a no is done."""
    row = _own(request, key)
    if row is None:
        return redirect("tracking:track")
    said = sound(AnswerForm(request.POST, media=pages.media(row, request.received_at))).answer()
    when = {"at": request.received_at, "real": clock.real()}
    device = give_device(request)
    if not said.given:
        actions.answer_own(request=row, answer=said, device=device, by=request.actor, **when)
        return redirect("consents:own", key=key)
    actions.send_code(request=row, answer=said, device=device, address=neighbourhood(request), **when)
    adapters.keep_answer(request, key, said)
    return redirect("consents:code", key=key)


@needs(Open.PUBLIC)
@without_receipt
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def code(request: HttpRequest, key: UUID) -> HttpResponse:
    """The exact text, and the code under it."""
    row, said = _own(request, key), adapters.kept_answer(request, key)
    if row is None:
        return redirect("tracking:track")
    if said is None:
        return redirect("consents:own", key=key)
    if request.method == "POST":
        typed = sound(CodeForm(request.POST)).cleaned_data["code"]
        when = {"at": request.received_at, "real": clock.real()}
        device = give_device(request)
        actions.answer_own(request=row, answer=said, code=typed, device=device, by=request.actor, **when)
        adapters.forget_answer(request)
        return redirect("consents:own", key=key)
    facts = {**pages.own(row, request.received_at), "form": CodeForm(), "text": actions.shown(row, said)}
    return render(request, "consents/code.html", facts)


@needs(Open.PUBLIC)
@require_POST
def withdraw(request: HttpRequest, key: UUID, medium: str) -> HttpResponse:
    """Two taps; no reason is asked."""
    row = _own(request, key)
    if row is None:
        return redirect("tracking:track")
    found = queries.own_consent(row, medium)
    if found is not None:
        actions.withdraw(consent=found, by=request.actor, at=request.received_at)
    return redirect("consents:own", key=key)
