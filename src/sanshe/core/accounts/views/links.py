"""The one-time link: set a password, then sign in."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from sanshe.core.accounts import actions, queries
from sanshe.core.accounts.forms import NewPasswordForm
from sanshe.core.kit import clock
from sanshe.core.kit.access import Open, needs
from sanshe.core.receipts.rules import without_receipt
from sanshe.core.ui.forms import sound


@needs(Open.PUBLIC)
@without_receipt
@sensitive_post_parameters()
@never_cache
def link(request: HttpRequest, secret: str) -> HttpResponse:
    """Choose a password twice. A spent link is not found."""
    found = queries.link(secret, clock.real())
    if found is None:
        raise Http404
    if request.method == "POST":
        chosen = sound(NewPasswordForm(request.POST)).cleaned_data["password"]
        actions.use_link(secret=secret, password=chosen, at=request.received_at, real=clock.real())
        return redirect("login")
    return render(request, "accounts/link.html", {"form": NewPasswordForm(), "username": found.user.username})
