"""`Acting`: who acts, and whether this face is open to them. What is not declared does not exist."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from ninja.utils import check_csrf

from sanshe.core.accounts import adapters, queries, views
from sanshe.core.kit.access import NOBODY, Open

View = Callable[..., HttpResponseBase]
FACTOR = "accounts.second_factor"
# Where staff without a second factor may go: to set one, or out.
_FACTORS = (
    "mfa_index mfa_activate_totp mfa_add_webauthn mfa_list_webauthn mfa_generate_recovery_codes "
    "mfa_view_recovery_codes mfa_download_recovery_codes mfa_reauthenticate account_reauthenticate "
    "account_change_password account_logout"
)
ENROLMENT = frozenset(_FACTORS.split())


class Acting:
    """Behind sessions and before receipts: puts `request.actor` and asks the face what it needs."""

    def __init__(self, get_response: View) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        request.actor = self._actor(request)
        response = self.get_response(request)
        adapters.put_cookies(request, response)
        if request.actor.is_known:  # a shared screen: after signing out, nothing is left to go back to
            response.headers.setdefault("Cache-Control", "private, no-store")
        return response

    def _actor(self, request: HttpRequest) -> Any:
        token = adapters.bearer(request)
        if token:
            return queries.actor_by_token(token, request.received_at) or NOBODY
        return queries.actor_for(request.user, request.received_at)

    def process_view(self, request: HttpRequest, view: View, args: Any, kwargs: Any) -> HttpResponseBase | None:
        return at_the_door(request, view) or self._forged(request, view)

    def _forged(self, request: HttpRequest, view: View) -> HttpResponseBase | None:
        """The API library switches Django's check off: a browser's session must still prove its form."""
        is_write = request.method not in ("GET", "HEAD", "OPTIONS", "TRACE")
        is_api = is_write and adapters.operations_of(view) and not adapters.bearer(request)
        return check_csrf(request) if is_api else None


def at_the_door(request: HttpRequest, view: View) -> HttpResponseBase | None:
    """What somebody gets instead of a face that is not open to them; None where it is."""
    match = request.resolver_match
    needs = adapters.needs_of(view, (match and match.route) or "", request.method or "")
    if not needs or Open.CLOSED in needs:
        raise Http404
    if _lacks_factor(request):
        if Open.PUBLIC in needs:
            request.actor = NOBODY  # a public page, as the public sees it
        elif match is None or match.view_name not in ENROLMENT:
            return views.ask_for_second_factor(request)
    return None if adapters.allows(needs, request.actor) else views.turned_away(request, needs)


def _lacks_factor(request: HttpRequest) -> bool:
    """Staff without a second factor; found once a session, for a session cannot lose its factor without being ended."""
    is_free = settings.IS_DEMO or not request.actor.is_staff or adapters.bearer(request)
    if is_free or request.session.get(FACTOR):
        return False
    if request.user.is_authenticated and queries.has_second_factor(request.user):
        request.session[FACTOR] = True
        return False
    return True
