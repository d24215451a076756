"""Our edge to the request: where it comes from, which device sends it, which codes its face asks for."""

import hashlib
import json
import secrets
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from ipaddress import ip_address, ip_network
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

from allauth.account.internal.flows.login import perform_login, record_authentication
from allauth.account.models import Login
from allauth.core import context
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.auth import login as begin_session
from django.core import signing
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

from sanshe.core.kit import clock
from sanshe.core.kit.access import SYSTEM, Actor, Grant, Open
from sanshe.core.privacy.adapters import is_older, seal, unseal

DEVICE, STASH = "device", "unsent"
FACTOR_PLACE = "mfa.authenticator"  # bound into the encryption of second factors
YEAR = 365 * 24 * 3600


def who_asks() -> tuple[Actor, datetime]:
    """Who acts and when, where a library passes no request on: the one being answered, else the house itself."""
    request = context.request
    if request is None or not hasattr(request, "actor"):
        return SYSTEM, clock.now()
    return request.actor, request.received_at


def mark(text: str) -> str:
    """The fingerprint under which a secret that a browser or program holds is kept here."""
    return hashlib.sha256(text.encode()).hexdigest()


def new_secret() -> str:
    """256 random bits for a cookie, a link, a token."""
    return secrets.token_urlsafe(32)


def client_address(request: HttpRequest) -> str:
    """The address a request came from; a forwarded one counts only as far as trusted proxies vouch for it."""
    found = request.META.get("REMOTE_ADDR") or "0.0.0.0"  # a socket file has no address
    hops = [hop.strip() for hop in request.headers.get("X-Forwarded-For", "").split(",") if hop.strip()]
    while hops and _is_trusted(found):
        hop = hops.pop()
        if not _is_address(hop):
            break
        found = hop
    return found


def _is_address(text: str) -> bool:
    try:
        ip_address(text)
    except ValueError:
        return False
    return True


def _is_trusted(text: str) -> bool:
    networks = [ip_network(one, strict=False) for one in settings.TRUSTED_PROXIES]
    return _is_address(text) and any(ip_address(text) in network for network in networks)


def neighbourhood(request: HttpRequest) -> str:
    """What one house shares of addresses: the whole of IPv4, the first half of IPv6, of which one house has many."""
    found = client_address(request)
    is_six = _is_address(found) and ip_address(found).version == 6
    return str(ip_network(f"{found}/64", strict=False)) if is_six else found


def device_mark(request: HttpRequest) -> str:
    """The fingerprint of this browser's device cookie; empty when it has none of ours."""
    found = _unsigned(request, DEVICE)
    return mark(found) if found else ""


def give_device(request: HttpRequest) -> str:
    """Let the answer set a device cookie when there is none; returns its fingerprint."""
    found = _unsigned(request, DEVICE)
    if not found:
        found = new_secret()
        request.COOKIES[cookie_name(DEVICE)] = _signed(DEVICE, found)
        request.new_cookies = getattr(request, "new_cookies", {}) | {DEVICE: (found, YEAR)}  # type: ignore[attr-defined]
    return mark(found)


def give_stash(request: HttpRequest, seconds: int) -> str:
    """Let the answer set the cookie that unsent fields are bound to; returns its fingerprint."""
    found = new_secret()
    request.new_cookies = getattr(request, "new_cookies", {}) | {STASH: (found, seconds)}  # type: ignore[attr-defined]
    return mark(found)


def stash_mark(request: HttpRequest) -> str:
    """The fingerprint of the cookie that unsent fields are bound to; empty when there is none."""
    found = _unsigned(request, STASH)
    return mark(found) if found else ""


def put_cookies(request: HttpRequest, response: HttpResponseBase) -> None:
    """Write the cookies that were given while the request was answered."""
    for name, (value, seconds) in getattr(request, "new_cookies", {}).items():
        response.set_cookie(
            cookie_name(name),
            _signed(name, value),
            max_age=seconds,
            httponly=True,
            secure=settings.SECURE_COOKIES,
            samesite="Lax",
        )


def cookie_name(name: str) -> str:
    """With TLS a cookie of ours is bound to this host."""
    return f"__Host-{name}" if settings.SECURE_COOKIES else name


def _signed(name: str, value: str) -> str:
    return signing.Signer(salt=f"sanshe.accounts.{name}").sign(value)


def _unsigned(request: HttpRequest, name: str) -> str:
    try:
        return signing.Signer(salt=f"sanshe.accounts.{name}").unsign(request.COOKIES.get(cookie_name(name), ""))
    except signing.BadSignature:
        return ""


def bearer(request: HttpRequest) -> str:
    """The token a program sends; empty when it sends none."""
    kind, _, token = request.headers.get("Authorization", "").partition(" ")
    return token.strip() if kind.lower() == "bearer" else ""


def needs_of(view: Any, route: str, method: str) -> tuple[str, ...]:
    """What a face asks for: its own word, an API operation's by method, or the table of
    library pages by their address; else nothing.

    An API path without an operation for the method asks for what its other operations ask for: it answers 405.
    """
    own = getattr(view, "needs", None)
    if own is not None:
        return tuple(own)
    operations = operations_of(view)
    if operations:
        chosen = [one for one in operations if method in one.methods] or operations
        return _all_of(getattr(one.view_func, "needs", ()) for one in chosen)
    listed = settings.LIBRARY_POLICY.get(route)
    return (listed,) if listed else ()


def _all_of(found: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    each = list(found)
    return () if not all(each) else tuple(dict.fromkeys(code for codes in each for code in codes))


def operations_of(view: Any) -> list[Any]:
    """The operations behind an API path; the library keeps them in the closure of its wrapper."""
    cells = getattr(view, "__closure__", None) or ()
    held = [cell.cell_contents for cell in cells if type(cell.cell_contents).__name__ == "PathView"]
    return list(held[0].operations) if held else []


def allows(needs: tuple[str, ...], actor: Any) -> bool:
    """True when the actor may open a face that asks for these codes or is open by policy."""
    if Open.CLOSED in needs:
        return False
    if Open.PUBLIC in needs:
        return True
    if not actor.is_known:
        return False
    return Open.ANY_USER in needs or (Open.STAFF in needs and actor.is_staff) or any(actor.may(one) for one in needs)


def page_of(request: HttpRequest) -> str:
    """The page a form stood on, of this site; the front page when the browser does not say."""
    parts = urlsplit(request.headers.get("Referer", ""))
    if not parts.path or (parts.netloc and parts.netloc != request.get_host()):
        return "/"
    return safe_path(f"{parts.path}?{parts.query}" if parts.query else parts.path, request)


def safe_path(text: str, request: HttpRequest) -> str:
    """A path of this site to go on to, or the front page."""
    is_ours = url_has_allowed_host_and_scheme(text, {request.get_host()}, require_https=request.is_secure())
    return text if is_ours and text.startswith("/") else "/"


def enter(request: HttpRequest, user: Any, method: str, back: str) -> HttpResponse:
    """Go on signing in somebody who proved the first factor; the library asks for the second."""
    login = Login(user=user, redirect_url=back)
    record_authentication(request, user, method=method, reauthenticated=True)  # just proved; no second time
    return perform_login(request, login)


def start_session(request: HttpRequest, user: Any) -> None:
    """Sign somebody in without asking anything."""
    user.backend = settings.AUTHENTICATION_BACKENDS[0]
    begin_session(request, user)
    UserSession.objects.create_from_request(request)


def is_loopback(request: HttpRequest) -> bool:
    """True when the browser speaks to its own machine, where it allows passkeys without TLS."""
    return request.get_host().rsplit(":", 1)[0] in ("127.0.0.1", "localhost", "[::1]", "testserver")


def keep_phone(request: HttpRequest, number: str, back: str) -> None:
    """Remember in the session, encrypted, to which phone a code went."""
    request.session["accounts.phone"] = seal(number, "accounts.session.phone")
    request.session["accounts.next"] = back


def kept_phone(request: HttpRequest) -> tuple[str, str]:
    """The phone a code went to and where to go on; empty when none was asked for in this browser."""
    stored = request.session.get("accounts.phone", "")
    number = unseal(stored, "accounts.session.phone") if stored else ""
    return number, request.session.get("accounts.next", "/")


def forget_phone(request: HttpRequest) -> None:
    """The code was right."""
    request.session.pop("accounts.phone", None)
    request.session.pop("accounts.next", None)


def show_once(request: HttpRequest, key: str, secret: str) -> None:
    """Keep a secret, encrypted, until the next page shows it."""
    if secret:
        request.session["accounts.once"] = [key, seal(secret, "accounts.session.once")]


def shown_once(request: HttpRequest, key: str) -> str:
    """The secret kept for this page, which forgets it."""
    kept = request.session.get("accounts.once")
    if not kept or kept[0] != key:
        return ""
    del request.session["accounts.once"]
    return request.build_absolute_uri(
        reverse("accounts:link", kwargs={"secret": unseal(kept[1], "accounts.session.once")})
    )


def resealed(value: Any) -> Any:
    """A secret of a second factor under the newest key; anything else as it is."""
    if isinstance(value, list):
        return [resealed(one) for one in value]
    if not isinstance(value, str) or not is_older(value):
        return value
    return seal(unseal(value, FACTOR_PLACE), FACTOR_PLACE)


def fetched(sql: str, values: Sequence[Any]) -> list[tuple[Any, ...]]:
    """The rows of a statement as the database answers them."""
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return cursor.fetchall()


def grant(role: str, codes: str, path: str, party: Any) -> Grant:
    """A term as it was fetched."""
    return Grant(role, frozenset(json.loads(codes)), path, UUID(str(party)) if party else None)


def moment(fetched: Any) -> datetime:
    """A moment as it was fetched: SQLite keeps it as text, in UTC."""
    found = datetime.fromisoformat(str(fetched))
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def session_data(key: str) -> str | None:
    """What is kept of a session that is not over; None when there is none."""
    now = connection.ops.adapt_datetimefield_value(clock.real())
    found = fetched("SELECT session_data FROM django_session WHERE session_key = %s AND expire_date > %s", (key, now))
    return found[0][0] if found else None
