"""What was typed when the session was over, ready to be handed in again."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from sanshe.core.accounts import actions, adapters, queries
from sanshe.core.kit import clock
from sanshe.core.kit.access import Open, needs


@needs(Open.ANY_USER)
@never_cache
@require_safe
def unsent(request: HttpRequest) -> HttpResponse:
    """The forms with everything but passwords and files."""
    assert request.user.is_authenticated
    found = queries.unsent(request.user, adapters.stash_mark(request), clock.real())
    return render(request, "accounts/unsent.html", {"found": found})


@needs(Open.ANY_USER)
@require_POST
def drop(request: HttpRequest) -> HttpResponse:
    """Not wanted any more."""
    assert request.user.is_authenticated
    actions.drop_unsent(user=request.user, mark=adapters.stash_mark(request))
    return redirect("/")
