"""The tag of a followed part: signed for one session and one address, so that it can be believed when it comes back."""

from collections.abc import Callable
from typing import Any

from django.contrib.auth import SESSION_KEY
from django.core import signing
from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.shortcuts import render

from sanshe.core.ui.types import Followed

SECONDS = 30  # after that the whole request is gone through again, rights included


def followed(request: HttpRequest, template: str, seen: Followed, facts: Callable[[], dict[str, Any]]) -> HttpResponse:
    """A page with a part that follows; asked for the part alone (`_name.html`), 304 while it shows the same."""
    tag, is_part = tag_of(request, seen), "X-Part" in request.headers
    if is_part and read_tag(request, request.headers.get("If-None-Match", ""), max_age=None) == seen:
        answer: HttpResponse = HttpResponseNotModified()
    else:
        name = template.replace("/", "/_") if is_part else template
        answer = render(request, name, {**facts(), "tag": tag})
    answer["ETag"] = tag
    return answer


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
