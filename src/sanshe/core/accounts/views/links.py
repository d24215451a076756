"""The one-time link: set a password, then sign in."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from sanshe.core.accounts import actions, phrases, queries
from sanshe.core.accounts.forms import NewPasswordForm
from sanshe.core.kit import clock
from sanshe.core.kit.access import Open, needs
from sanshe.core.kit.refused import Refused
from sanshe.core.receipts.rules import without_receipt


@needs(Open.PUBLIC)
@without_receipt
@sensitive_post_parameters()
@never_cache
def link(request: HttpRequest, secret: str) -> HttpResponse:
    """Choose a password twice. A spent link is not found."""
    found = queries.link(secret, clock.real())
    if found is None:
        raise Http404
    form = NewPasswordForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            chosen = form.cleaned_data["password"]
            actions.use_link(secret=secret, password=chosen, at=request.received_at, real=clock.real())
            return redirect("login")
        except Refused as refused:
            form.add_error("password", phrases.sentence(refused))
    facts = {"form": form, "username": found.user.username}
    return render(request, "accounts/link.html", facts, status=422 if form.errors else 200)
