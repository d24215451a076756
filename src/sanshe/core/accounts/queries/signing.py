"""Devices, factors, tokens."""

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from allauth.mfa.models import Authenticator
from django.http import HttpRequest

from sanshe.core.accounts.adapters import mark
from sanshe.core.accounts.models import Device, Token, User
from sanshe.core.accounts.queries.people import in_force
from sanshe.core.kit import clock
from sanshe.core.kit.access import Actor, Grant

# Parts other apps put on the sign-in page (a demo's chapters and roles): called with the request, give safe HTML.
DOOR: list[Callable[[HttpRequest], str]] = []


_TERM = ("user_id", "user__name", "user__is_staff", "role_id", "role__codes", "area_path", "organisation")
ACTS = tuple(f"appointment__{name}" for name in _TERM)


def is_known_device(user: User | None, device: str) -> bool:
    """True when somebody signed in as this user in this browser before; asked of nobody too, which takes as long."""
    return Device.objects.filter(user_id=user.pk if user else UUID(int=0), mark=device).exists()


def has_second_factor(user: User) -> bool:
    """True when the user has a one-time-code generator or a passkey; recovery codes alone do not count."""
    kinds = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)
    return Authenticator.objects.filter(user_id=user.pk, type__in=kinds).exists()


def actor_by_token(token: str, at: datetime) -> Actor | None:
    """Who a program acts as: one appointment in force; None for a token that is unknown, over or revoked. One query."""
    rows = Token.objects.filter(token_hash=mark(token), until__gt=clock.real(), revoked_at=None)
    rows = rows.filter(in_force(at, "appointment__"), appointment__user__is_active=True)
    found = rows.values_list(*ACTS).first()
    if found is None:
        return None
    user, name, is_staff, role, codes, path, organisation = found
    return Actor(user, name, is_staff, (Grant(role, frozenset(codes), path, organisation),))
