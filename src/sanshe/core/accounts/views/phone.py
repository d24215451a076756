"""Signing in with a phone: ask for a code, enter it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache

from sanshe.core.accounts import actions, adapters, phrases
from sanshe.core.accounts.forms import CodeForm, PhoneForm
from sanshe.core.kit import clock
from sanshe.core.kit.access import Open, needs
from sanshe.core.kit.refused import Refused
from sanshe.core.privacy.rules import mask_phone
from sanshe.core.receipts.rules import without_receipt


@needs(Open.PUBLIC)
@without_receipt
@never_cache
def phone(request: HttpRequest) -> HttpResponse:
    """Ask for a code."""
    device = adapters.give_device(request)
    back = adapters.safe_path(request.POST.get("next") or request.GET.get("next", ""), request)
    form = PhoneForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        number = form.cleaned_data["phone"]
        try:
            actions.send_code(phone=number, device=device, at=request.received_at, real=clock.real())
        except Refused as refused:
            form.add_error("phone", phrases.sentence(refused))
        else:
            adapters.keep_phone(request, number, back)
            return redirect(reverse("accounts:code"))
    facts = {"form": form, "next": back}
    return render(request, "accounts/phone.html", facts, status=422 if form.errors else 200)


@needs(Open.PUBLIC)
@without_receipt
@never_cache
def code(request: HttpRequest) -> HttpResponse:
    """Enter the code that was sent."""
    number, back = adapters.kept_phone(request)
    if not number:
        return redirect(reverse("accounts:phone"))
    form = CodeForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            return _enter(request, number, form.cleaned_data["code"], back)
        except Refused as refused:
            form.add_error("code", phrases.sentence(refused))
    facts = {"form": form, "phone": mask_phone(number)}
    return render(request, "accounts/code.html", facts, status=422 if form.errors else 200)


def _enter(request: HttpRequest, number: str, typed: str, back: str) -> HttpResponse:
    device = adapters.give_device(request)
    user = actions.enter_code(phone=number, code=typed, device=device, at=request.received_at, real=clock.real())
    adapters.forget_phone(request)
    return adapters.enter(request, user, "phone_code", back)
