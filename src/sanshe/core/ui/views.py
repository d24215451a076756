"""Refusals and errors as pages, preferences, and the gallery of components."""

from collections.abc import Sequence
from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_POST, require_safe

from sanshe.core.kit.access import Open, needs
from sanshe.core.kit.refused import Refused
from sanshe.core.privacy import queries as personal
from sanshe.core.privacy.phrases import MASKS
from sanshe.core.ui import adapters, phrases
from sanshe.core.ui.pages import refilled, refused_sample, samples
from sanshe.core.ui.queries import DOOR, wrongs_of
from sanshe.core.ui.types import Refilling, Sent

YEAR = 365 * 24 * 3600
CHOICES = {"theme": ("light", "dark"), "type": ("normal", "large"), "language": ("zh-hans", "en")}


def lone(
    request: HttpRequest, status: int, *, sentence: str = "", rule: str = "", shown: Sequence[str] = ()
) -> HttpResponse:
    """A page that stands alone: what happened, what to do, and what was typed (`shown`), to copy."""
    title, hint = phrases.LONE.get(status, phrases.LONE[500])
    facts = {
        "sentence": sentence or title,
        "rule": rule or ("" if sentence else hint),
        "status": status,
        "kind": phrases.SHORT.get(status, ""),
        "shown": shown,
        "may_go_back": request.method == "POST" or status in (409, 422),
    }
    return render(request, "ui/lone.html", facts, status=status)


def drawn_again(request: HttpRequest, sent: Sent, refusal: Refused, more: Refilling) -> HttpResponse | None:
    """The page that a refused form stands on, as it is now, with everything as it was typed; None without one.

    422 when a field is to be mended, 429 when to wait, else 409.
    """
    address = request.POST.get("_page") or request.get_full_path()
    request.refused = refusal  # type: ignore[attr-defined]  # read by `refusal_in`
    answer = adapters.draw(request, address, DOOR)
    if answer is None:
        return None
    html, is_to_mend = refilled(answer.text, sent, wrongs_of(refusal), address, more)
    answer.content = html
    answer.status_code = 429 if "wait" in refusal.facts else 422 if is_to_mend else 409
    del answer["ETag"]
    return answer


def missing(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """No such page, or one of another area: the same words for both."""
    return lone(request, 404)


@needs(Open.PUBLIC)
@require_POST
def preferences(request: HttpRequest) -> HttpResponse:
    """Keep colours, type size or language in a cookie, and go back to where one was."""
    back = urlsplit(request.META.get("HTTP_REFERER", "")).path
    answer = HttpResponseRedirect(back if back.startswith("/") and not back.startswith("//") else "/")
    for name, offered in CHOICES.items():
        value = request.POST.get(name, "")
        if value in offered:
            key = "django_language" if name == "language" else name
            answer.set_cookie(key, value, max_age=YEAR, samesite="Lax", secure=request.is_secure())
    return answer


@needs(Open.STAFF)
@require_safe
def gallery(request: HttpRequest) -> HttpResponse:
    """Every component in its states."""
    answer = render(request, "ui/gallery.html", samples())
    answer.content = refused_sample(answer.text, request.path)
    return answer


@needs(Open.PUBLIC)
@require_safe
def privacy(request: HttpRequest) -> HttpResponse:
    """Every personal field, told from the declarations: what for, on what ground, how long, how it is shown."""
    lines = [(told, MASKS[told.field.mask]) for told in personal.notice()]
    return render(request, "ui/privacy.html", {"lines": lines})
