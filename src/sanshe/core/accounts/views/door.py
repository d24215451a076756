"""The way in and out."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from sanshe.core.accounts import actions, adapters, queries
from sanshe.core.accounts.forms import PasswordForm
from sanshe.core.kit import clock
from sanshe.core.kit.access import Open, needs
from sanshe.core.receipts.rules import without_receipt
from sanshe.core.ui.forms import sound


@needs(Open.PUBLIC)
@without_receipt
@sensitive_post_parameters("password")
@never_cache
def login(request: HttpRequest) -> HttpResponse:
    """Staff sign in with a password here; everybody else finds the phone code and, in a demo, the roles."""
    adapters.give_device(request)
    back = adapters.safe_path(request.POST.get("next") or request.GET.get("next", ""), request)
    if request.method == "POST":
        return _enter(request, sound(PasswordForm(request.POST)).cleaned_data, back)
    return door(request, back)


def door(request: HttpRequest, back: str) -> HttpResponse:
    """The sign-in page."""
    parts = [part(request) for part in queries.DOOR]
    facts = {"next": back, "parts": parts, "is_demo": settings.IS_DEMO}
    facts["is_plain_http"] = not request.is_secure() and not adapters.is_loopback(request)
    return render(request, "accounts/login.html", facts)


def _enter(request: HttpRequest, typed: dict[str, str], back: str) -> HttpResponse:
    user = actions.try_password(
        username=typed["username"],
        password=typed["password"],
        device=adapters.give_device(request),
        at=request.received_at,
        real=clock.real(),
    )
    return adapters.enter(request, user, "password", back)


@needs(Open.PUBLIC)
def old_login(request: HttpRequest) -> HttpResponse:
    """The library's address of the sign-in page leads to ours."""
    query = request.META.get("QUERY_STRING", "")
    return HttpResponseRedirect(f"{settings.LOGIN_URL}?{query}" if query else settings.LOGIN_URL)
