"""What templates are read by, and the tag of a followed part: signed for one session and one address, so that it can be
believed when it comes back."""

import io
import json
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

import segno
from django.contrib.auth import SESSION_KEY
from django.core import signing
from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.http.request import RawPostDataException
from django.shortcuts import render
from django.utils.safestring import SafeString, mark_safe
from django_cotton.cotton_loader import Loader

from sanshe.core.ui.rules import squeezed
from sanshe.core.ui.types import Followed

SECONDS = 30  # after that the whole request is gone through again, rights included
HOUSE = Path(__file__).resolve().parents[2]
Choice = TypeVar("Choice", bound=StrEnum)


class Squeezing(Loader):
    """Cotton's loader; templates of this house come out of it as if they stood in one line."""

    def _get_template_string(self, template_name: str) -> str:
        text: str = super()._get_template_string(template_name)
        return squeezed(text) if Path(template_name).is_relative_to(HOUSE) else text


def chosen(kind: type[Choice], text: str) -> Choice:
    """One of what a form offers. Anything else was never offered: 400."""
    try:
        return kind(text)
    except ValueError:
        raise BadRequest(kind.__name__) from None


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
    """The object that a script of ours sends. ValueError for anything else: too deep, or text that is no text."""
    try:
        found = json.loads(request.body)
    except (RecursionError, RawPostDataException) as fault:  # the second: it came as a form
        raise ValueError from fault
    if not isinstance(found, dict):
        raise ValueError
    json.dumps(found, ensure_ascii=False).encode()  # half a surrogate pair can be kept nowhere
    return found


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
