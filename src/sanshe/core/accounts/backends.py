"""What the sign-in library asks us."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.auth_backends import AuthenticationBackend
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib.sessions.backends.db import SessionStore as DatabaseStore
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from sanshe.core.accounts import actions, adapters, phrases, queries
from sanshe.core.accounts.enums import R
from sanshe.core.kit import clock
from sanshe.core.kit.refused import Refused
from sanshe.core.privacy.adapters import seal, unseal


class Backend(AuthenticationBackend):
    """The library's way in; whose session it is, is asked by every page."""

    def get_user(self, user_id: Any) -> Any:
        found = queries.user_of_session(user_id)
        return found if found is not None and self.user_can_authenticate(found) else None


class AccountAdapter(DefaultAccountAdapter):
    """No sign-up, no letters; addresses only as far as trusted; sign-ins remembered and recorded."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def get_client_ip(self, request: HttpRequest) -> str:
        return adapters.client_address(request)

    def send_mail(self, template_prefix: str, email: str, context: dict) -> None:
        """Nobody here has an address."""

    def send_notification_mail(self, *args: Any, **kwargs: Any) -> None:
        """Nobody here has an address."""

    def add_message(self, *args: Any, **kwargs: Any) -> None:
        """The page says it."""

    def reauthenticate(self, user: Any, password: str) -> bool:
        request = self.request
        try:
            actions.try_password(
                username=user.username or "",
                password=password,
                device=adapters.device_mark(request),
                at=request.received_at,
                real=clock.real(),
            )
        except Refused as refused:
            if refused.code == R.LOCKED:
                raise ValidationError(phrases.sentence(refused)) from None
            return False
        return True

    def post_login(self, request: HttpRequest, user: Any, **kwargs: Any) -> HttpResponse:
        response = super().post_login(request, user, **kwargs)
        how = [one["method"] for one in request.session.get("account_authentication_methods", [])]
        device = adapters.give_device(request)
        actions.signed_in(user=user, device=device, how="+".join(how), at=request.received_at, real=clock.real())
        if response["Location"] == settings.LOGIN_REDIRECT_URL and _lacks_factor(user):
            return HttpResponseRedirect(reverse("mfa_index"))  # any other page sends there by itself
        if queries.unsent(user, adapters.stash_mark(request), clock.real()):
            return HttpResponseRedirect(reverse("accounts:unsent"))
        return response


def _lacks_factor(user: Any) -> bool:
    return user.is_staff and not settings.IS_DEMO and not queries.has_second_factor(user)


class FactorAdapter(DefaultMFAAdapter):
    """Secrets are stored encrypted; outside a demo staff keep at least one factor."""

    def encrypt(self, text: str) -> str:
        return seal(text, adapters.FACTOR_PLACE)

    def decrypt(self, encrypted_text: str) -> str:
        return unseal(encrypted_text, adapters.FACTOR_PLACE)

    def send_notification_mail(self, *args: Any, **kwargs: Any) -> None:
        """Nobody here has an address."""

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        kinds = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)
        others = Authenticator.objects.filter(user_id=authenticator.user_id, type__in=kinds).exclude(
            pk=authenticator.pk
        )
        return settings.IS_DEMO or not authenticator.user.is_staff or others.exists()


class SessionStore(DatabaseStore):
    """Sessions in the database, as the framework keeps them; read in one plain statement, for every page reads one."""

    def load(self) -> dict[str, Any]:
        stored = adapters.session_data(self.session_key) if self.session_key else None
        if stored is None:
            self._session_key = None
            return {}
        return self.decode(stored)
