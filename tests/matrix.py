"""Every address there is, who may open it, and how to ask: the material of the authorisation matrix."""

import contextlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any
from urllib.parse import quote, urlencode
from uuid import uuid4

from django.conf import settings
from django.db import transaction
from django.urls import URLPattern, get_resolver, resolve, reverse

from sanshe.core.accounts.adapters import needs_of, operations_of
from sanshe.core.kit.access import Open
from sanshe.core.kit.roles import GRANTS, ROLES
from tests.matrix_rows import BODIES, ROWS

METHODS = ("GET", "POST")
EXAMPLES = {"uuid": lambda: uuid4(), "int": lambda: 2_000_000_000, "str": lambda: "x", "slug": lambda: "x"}
OPEN = {Open.PUBLIC, Open.ANY_USER, Open.STAFF, Open.CLOSED}


@dataclass(frozen=True)
class Face:
    """One address: its name with namespaces, what answers, the names and converters of its blanks."""

    name: str
    view: Any
    blanks: tuple[tuple[str, str], ...]
    route: str

    def needs(self, method: str) -> tuple[str, ...]:
        return tuple(needs_of(self.view, self.route, method))

    def methods(self) -> list[str]:
        """What an API path answers to; both for a page."""
        return sorted({m for one in operations_of(self.view) for m in one.methods}) or list(METHODS)

    def asks(self) -> list[str]:
        """The methods to ask it by: its own, and for a refusal those it does not have."""
        return sorted({*METHODS, *self.methods()})

    def body(self) -> dict[str, Any]:
        """What its writes are sent, so that who may not is told so rather than what is missing."""
        sent = BODIES.get(self.name)
        return {"data": json.dumps(sent), "content_type": "application/json"} if sent else {}

    def path(self, **kwargs: Any) -> str:
        """An address with these blanks filled, or with values that belong to nothing."""
        filled = kwargs or {name: EXAMPLES.get(kind, EXAMPLES["str"])() for name, kind in self.blanks}
        return reverse(self.name, kwargs=filled) if self.name else "/" + quote(self.route)


@cache
def faces() -> tuple[Face, ...]:
    """Every pattern of the resolver that leads to a view, in order."""
    return tuple(_walk(get_resolver().url_patterns, "", "", ()))


def _walk(patterns: Any, space: str, route: str, blanks: tuple) -> Iterator[Face]:
    for one in patterns:
        found = (*blanks, *((name, _kind(conv)) for name, conv in one.pattern.converters.items()))
        if isinstance(one, URLPattern):
            name = f"{space}{one.name}" if one.name else ""
            names = found or tuple((g, "str") for g in getattr(one.pattern, "regex", None).groupindex)
            yield Face(name, one.callback, names, route + str(one.pattern))
        else:
            inner = f"{space}{one.namespace}:" if one.namespace else space
            yield from _walk(one.url_patterns, inner, route + str(one.pattern), found)


def _kind(converter: Any) -> str:
    kind = type(converter).__name__.removesuffix("Converter").lower()
    return {"string": "str", "uuidstr": "uuid"}.get(kind, kind)


def holders(needs: tuple[str, ...]) -> list[str]:
    """The roles to which a face is open by what the program grants."""
    return [role for role in ROLES.codes() if set(needs) & GRANTS[role]]


def needs_of_list(path: str) -> tuple[str, ...]:
    """What bounds the rows of a list: of a ledger its own codes, of any other what its face asks for."""
    from sanshe.core.ledgers.queries import LEDGERS

    match = resolve(path)
    ledger = LEDGERS.get(match.kwargs.get("code", ""))
    return tuple(ledger.codes) if ledger else needs_of(match.func, match.route, "GET")


def expected(needs: tuple[str, ...], who: str, codes: frozenset[str]) -> str:
    """'missing', 'open', 'sign in' or 'forbidden': what a face that asks for `needs` must answer somebody.

    `who` is a role, 'visitor' or 'resident'. Written apart from the middleware on purpose.
    """
    if not needs or Open.CLOSED in needs:
        return "missing"
    if Open.PUBLIC in needs:
        return "open"
    if who == "visitor":
        return "sign in"
    is_staff = who in ROLES and ROLES[who].is_office
    may = Open.ANY_USER in needs or (Open.STAFF in needs and is_staff) or bool(set(needs) - OPEN & codes)
    return "open" if may else "forbidden"


def answered(response: Any) -> str:
    """The class of an answer."""
    if response.status_code == 401 or response.get("Location", "").startswith(f"{settings.LOGIN_URL}?next="):
        return "sign in"
    return {403: "forbidden", 404: "missing", 500: "broken"}.get(response.status_code, "open")


def marked(method: str, mark: str) -> dict[str, str]:
    """What a form sends that names a row its page showed, be it another one: so the view itself has to look."""
    form = {"data": urlencode({"drawn": mark}), "content_type": "application/x-www-form-urlencoded"}
    return form if method == "POST" else {}


@contextlib.contextmanager
def undone(browser: Any) -> Iterator[None]:
    """Whatever a request does, rows and cookies stand as before."""
    cookies = browser.cookies.output()
    kept = {name: morsel.value for name, morsel in browser.cookies.items()}
    point = transaction.savepoint()
    try:
        yield
    finally:
        transaction.savepoint_rollback(point)
        if browser.cookies.output() != cookies:
            browser.cookies.clear()
            browser.cookies.load(kept)


def has_example(face: Face) -> bool:
    return face.name in ROWS
