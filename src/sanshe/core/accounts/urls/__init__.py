"""Addresses of accounts; behind ours come the library's."""

from collections.abc import Iterable
from typing import Any

from allauth import urls as library
from django.db import transaction
from django.urls import include, path

from sanshe.core.accounts import views

_KINDS = "activate_totp deactivate_totp add_webauthn remove_webauthn generate_recovery_codes"
CHANGE_FACTORS = frozenset(f"mfa_{kind}" for kind in _KINDS.split())


def _in_one_piece(patterns: Iterable[Any]) -> None:
    """A factor and its act on record stand or fall together; the library opens no transaction of its own for all."""
    for one in patterns:
        if hasattr(one, "url_patterns"):
            _in_one_piece(one.url_patterns)
        elif one.name in CHANGE_FACTORS:
            one.callback = transaction.atomic(one.callback)


_in_one_piece(library.urlpatterns)
PLACES = {"login/": "sanshe.core.accounts.urls.door", "accounts/": "sanshe.core.accounts.urls"}
urlpatterns = [
    path("login/", views.old_login, name="account_login"),
    path("", include("sanshe.core.accounts.urls.own")),
    path("", include(library.urlpatterns)),
]
