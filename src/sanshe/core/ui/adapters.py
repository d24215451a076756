"""What templates are read by, and the tag of a followed part: signed for one session and one address, so that it can be
believed when it comes back."""

import io
import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import SplitResult, urlsplit

import segno
from django.contrib.auth import SESSION_KEY
from django.core import signing
from django.core.exceptions import PermissionDenied
from django.db import connection, transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotModified, QueryDict
from django.http.request import RawPostDataException
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.template.response import SimpleTemplateResponse
from django.urls import ResolverMatch, resolve
from django.utils.datastructures import MultiValueDict
from django.utils.safestring import SafeString, mark_safe
from django_cotton.cotton_loader import Loader

from sanshe.core.kit.refused import Refused
from sanshe.core.ui.enums import R
from sanshe.core.ui.rules import squeezed
from sanshe.core.ui.types import Followed, Sent

SECONDS = 30  # after that the whole request is gone through again, rights included
HOUSE = Path(__file__).resolve().parents[2]
Choice = TypeVar("Choice", bound=StrEnum)
Door = Callable[[HttpRequest, Callable[..., HttpResponseBase]], HttpResponseBase | None]


class Squeezing(Loader):
    """Cotton's loader; templates of this house come out of it as if they stood in one line."""

    def _get_template_string(self, template_name: str) -> str:
        text: str = super()._get_template_string(template_name)
        return squeezed(text) if Path(template_name).is_relative_to(HOUSE) else text


def chosen(kind: type[Choice], text: str) -> Choice:
    """One of what a form offers; nothing, or what was never offered, is refused beside its field."""
    try:
        return kind(text)
    except ValueError:
        raise Refused(R.NOT_OFFERED) from None


def followed(request: HttpRequest, template: str, seen: Followed, facts: Callable[[], dict[str, Any]]) -> HttpResponse:
    """A page with a part that follows; asked for the part alone (`_name.html`), 304 while it shows the same."""
    tag, is_part = tag_of(request, seen), "X-Part" in request.headers
    if is_part and read_tag(request, request.headers.get("If-None-Match", ""), max_age=None) == seen:
        answer: HttpResponse = HttpResponseNotModified()
    else:
        name = "/_".join(template.rsplit("/", 1)) if is_part else template
        answer = render(request, name, {**facts(), "tag": tag})
    answer["ETag"] = tag
    return answer


def sent_json(request: HttpRequest) -> dict[str, Any]:
    """The object that a script of ours sends. ValueError for anything else."""
    try:
        return object_in(request.body)
    except RawPostDataException as fault:  # it came as a form
        raise ValueError from fault


def object_in(text: str | bytes) -> dict[str, Any]:
    """The object that a JSON says. ValueError for anything else: too deep, or text that is no text."""
    try:
        found = json.loads(text)
    except RecursionError as fault:
        raise ValueError from fault
    if not isinstance(found, dict):
        raise ValueError
    json.dumps(found, ensure_ascii=False).encode()  # half a surrogate pair can be kept nowhere
    return found


def sent_form(request: HttpRequest, is_secret: Callable[[str], bool]) -> Sent:
    """The form that a request brought; an empty one where it cannot be read."""
    try:
        values = {name: tuple(found) for name, found in request.POST.lists()}
        files = {name: tuple(one.name or "" for one in found) for name, found in request.FILES.lists()}
    except Exception:  # noqa: BLE001 - a page that tells of a fault must not fail on the same fault
        values, files = {}, {}
    return Sent(request.path, values, files, frozenset(filter(is_secret, values)))


def draw(request: HttpRequest, address: str, door: Door) -> HttpResponse | None:
    """A page of ours as this visitor gets it now; None where there is none, or not for them: then what drawing it wrote
    is undone, for nobody was shown anything."""
    place = urlsplit(address)
    if place.scheme or place.netloc or not place.path.startswith("/") or place.path.startswith("/api/"):
        return None
    try:
        with _reading(), _asking(request, place, resolve(place.path)):
            answer = _got(request, door)
            is_page = answer.status_code == 200 and answer.get("Content-Type", "").startswith("text/html")
            if is_page and isinstance(answer, HttpResponse):
                return answer
            transaction.set_rollback(True)
    except (Http404, PermissionDenied, Refused):
        pass
    return None


@contextmanager
def _reading() -> Iterator[None]:
    """A transaction that keeps nobody from writing before it writes something itself, as a page hardly ever does."""
    mode = getattr(connection, "transaction_mode", None)  # SQLite's, which at other times begins with the lock
    connection.transaction_mode = None  # type: ignore[attr-defined]
    try:
        with transaction.atomic():
            connection.transaction_mode = mode  # type: ignore[attr-defined]
            yield
    finally:
        connection.transaction_mode = mode  # type: ignore[attr-defined]


def _got(request: HttpRequest, door: Door) -> HttpResponseBase:
    match = request.resolver_match
    assert match is not None  # it was just put there
    answer = door(request, match.func) or match.func(request, *match.args, **match.kwargs)
    return answer.render() if isinstance(answer, SimpleTemplateResponse) else answer


@contextmanager
def _asking(request: HttpRequest, place: SplitResult, match: ResolverMatch) -> Iterator[None]:
    """The same request, of the same visitor, asking for a page; what is kept beside it (cookies, messages) stays."""
    meta = {"REQUEST_METHOD": "GET", "PATH_INFO": place.path, "QUERY_STRING": place.query}
    asked = {"method": "GET", "path": place.path, "path_info": place.path, "resolver_match": match}
    asked |= {"GET": QueryDict(place.query), "_post": QueryDict(), "_files": MultiValueDict()}
    kept, was = (
        {name: getattr(request, name, None) for name in asked},
        {name: request.META.get(name, "") for name in meta},
    )
    _set(request, asked, meta)
    try:
        yield
    finally:
        _set(request, kept, was)


def _set(request: HttpRequest, told: Mapping[str, Any], meta: Mapping[str, str]) -> None:
    for name, value in told.items():
        setattr(request, name, value)
    request.META |= meta


def tag_of(request: HttpRequest, seen: Followed) -> str:
    """An ETag that says what was shown, and to whom."""
    return f'"{_signer(request).sign(f"{seen.kind}|{seen.subject}|{seen.version}")}"'


def read_tag(request: HttpRequest, tag: str, max_age: int | None = SECONDS) -> Followed | None:
    """What this session was shown at this address in the last half minute; None for any other tag."""
    if not tag or SESSION_KEY not in request.session:
        return None
    try:
        return Followed(*_signer(request).unsign(tag.strip('"'), max_age=max_age).split("|"))
    except (signing.BadSignature, TypeError):
        return None


def _signer(request: HttpRequest) -> signing.TimestampSigner:
    return signing.TimestampSigner(salt=f"sanshe.ui.follow.{request.session.session_key}.{request.path}")


def qr(text: str) -> SafeString:
    """A code for a telephone's camera, as SVG inside a page, without a style of its own."""
    made = segno.make(text, error="m").svg_inline(svgclass="s-qr", lineclass="", omitsize=True, border=2)
    return mark_safe(made)


def qr_file(text: str, kind: str) -> bytes:
    """The same as a file to be printed (svg or png), black on white with the quiet edge the standard asks for."""
    out, drawn = io.BytesIO(), segno.make(text, error="m")
    drawn.save(out, kind=kind, scale=8, border=4, light="white")
    return out.getvalue()
