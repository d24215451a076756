"""Signing in with a phone: ask for a code, enter it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache

from sanshe.core.accounts import actions, adapters
from sanshe.core.accounts.forms import CodeForm, PhoneForm
from sanshe.core.kit import clock
from sanshe.core.kit.access import Open, needs
from sanshe.core.privacy.rules import mask_phone
from sanshe.core.receipts.rules import without_receipt
from sanshe.core.ui.forms import sound


@needs(Open.PUBLIC)
@without_receipt
@never_cache
def phone(request: HttpRequest) -> HttpResponse:
    """Ask for a code."""
    device = adapters.give_device(request)
    back = adapters.safe_path(request.POST.get("next") or request.GET.get("next", ""), request)
    if request.method == "POST":
        number = sound(PhoneForm(request.POST)).cleaned_data["phone"]
        where = {"device": device, "address": adapters.neighbourhood(request)}
        actions.send_code(phone=number, at=request.received_at, real=clock.real(), **where)
        adapters.keep_phone(request, number, back)
        return redirect(reverse("accounts:code"))
    return render(request, "accounts/phone.html", {"form": PhoneForm(), "next": back})


@needs(Open.PUBLIC)
@without_receipt
@never_cache
def code(request: HttpRequest) -> HttpResponse:
    """Enter the code that was sent."""
    number, back = adapters.kept_phone(request)
    if not number:
        return redirect(reverse("accounts:phone"))
    if request.method == "POST":
        return _enter(request, number, sound(CodeForm(request.POST)).cleaned_data["code"], back)
    return render(request, "accounts/code.html", {"form": CodeForm(), "phone": mask_phone(number)})


def _enter(request: HttpRequest, number: str, typed: str, back: str) -> HttpResponse:
    device = adapters.give_device(request)
    user = actions.enter_code(phone=number, code=typed, device=device, at=request.received_at, real=clock.real())
    adapters.forget_phone(request)
    return adapters.enter(request, user, "phone_code", back)
