"""Registries and hooks of the shared pages."""

import datetime
from collections.abc import Callable, Mapping
from enum import StrEnum
from functools import cache
from typing import Any

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.template.defaultfilters import date as formatted
from django.urls import NoReverseMatch, reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from sanshe.core.kit.access import Actor
from sanshe.core.kit.hook import Hook
from sanshe.core.kit.refused import Refused
from sanshe.core.kit.registry import Registry
from sanshe.core.ui.types import Door, NavItem, Wrong

INBOX = "notices:inbox"  # under this name the small numbers hold one's unread messages

NAV: Registry[NavItem] = Registry("line of the rail")
DOORS: Registry[Door] = Registry("door of the front page")
SENTENCES: dict[Any, Any] = {}
# Beside which field the sentence of a refusal stands, by its code: the names a form may give it, the likeliest first.
BESIDE: dict[Any, Any] = {}
# The last words of refusals that tell of a newer state: a form that met one goes out from that state the next time.
NEWER = frozenset(("stale", "moved_on"))
# What a fact of a refusal is called, by its type: states, duties.
WORDS: dict[type[StrEnum], Mapping[Any, Any]] = {}
# How the version of a followed part is asked for, by its kind: one query, without looking anybody up.
VERSIONS: Registry[Callable[[str], str]] = Registry("version of a followed part")
SLOTS: dict[str, list[Callable[[HttpRequest, Any], SafeString]]] = {}
# Hooks of higher floors: the districts that a request is about, the heading of a district's public pages where there
# is one, the small numbers in the rail by the URL name of their line, in which role somebody is here, what the demo
# says about its clock, whether offices work on a day.
DISTRICTS: Hook[[HttpRequest], Mapping[str, str]] = Hook(lambda request: {"": ""})
MASTHEADS: Hook[[str], str] = Hook(lambda path: "")
BADGES: Hook[[Actor, datetime.datetime], dict[str, int]] = Hook(lambda actor, at: {})
ROLE: Hook[[Actor], str] = Hook(lambda actor: "")
DEMO: Hook[[HttpRequest], str] = Hook(lambda request: "")
WORKDAY: Hook[[datetime.date], bool | None] = Hook(lambda day: None)
DOOR: Hook[[HttpRequest, Callable[..., HttpResponseBase]], HttpResponseBase | None] = Hook(lambda request, view: None)
UNKNOWN = ""  # the code under which the sentence stands for what has none


def say(code: str, facts: Mapping[str, Any]) -> str:
    """The sentence of a refusal; a plain one where nobody wrote any."""
    text = str(SENTENCES.get(str(code), SENTENCES[UNKNOWN]))
    said = {name: WORDS[type(fact)].get(fact, fact) if type(fact) in WORDS else fact for name, fact in facts.items()}
    return text % said if "%(" in text else text.format(**said)


def wrongs_of(refusal: Refused) -> list[Wrong]:
    """What a refusal says, sentence by sentence, each with the fields it may be about."""
    if said := refusal.facts.get("said"):
        return [Wrong(str(sentence), (name,)) for name, sentences in said.items() for sentence in sentences]
    return [_wrong(one) for one in (refusal, *refusal.more)]


def _wrong(refusal: Refused) -> Wrong:
    """Its field: named by the refusal, by `BESIDE`, or by the code itself (`pledges.no_reason` is about `reason`)."""
    word = str(refusal.code).rpartition(".")[2]
    named = refusal.facts.get("field")
    fields = named or BESIDE.get(str(refusal.code)) or (word[3:] if word[:3] == "no_" else ())
    told = (fields,) if isinstance(fields, str) else tuple(fields)
    return Wrong(say(refusal.code, refusal.facts), told, is_anywhere=bool(named))


def is_newer(refusal: Refused) -> bool:
    """Whether somebody else was first, so that the page shows another state than the one the form was drawn from."""
    word = str(refusal.code).rpartition(".")[2]
    return word in NEWER or word.endswith("_moved")  # `patrol.frame_moved`


def refusal_in(request: HttpRequest) -> Mapping[str, Any]:
    """The facts of the refusal for which a page is drawn again, where it has more to show for it; else none."""
    refused: Refused | None = getattr(request, "refused", None)
    return refused.facts if refused else {}


def day_words(day: datetime.date, is_long: bool = False) -> str:
    """2月18日; with its year when that is asked for."""
    return formatted(day, _("Y年n月j日") if is_long else _("n月j日"))


def districts_of(request: HttpRequest) -> Mapping[str, str]:
    """The names by path of the districts that a request is about: what a public list may show. None before a visitor
    chose one; a house without areas is one place without a name."""
    return DISTRICTS(request)


def add_slot(slot: str, part: Callable[[HttpRequest, Any], SafeString]) -> None:
    """Let `part(request, subject)` add to a page of a lower floor."""
    SLOTS.setdefault(slot, []).append(part)


@cache
def address(name: str) -> str:
    """A URL by name, empty where nobody serves it; addresses do not change while a process lives."""
    try:
        return reverse(name)
    except NoReverseMatch:
        return ""


def is_under(path: str, url: str) -> bool:
    """Whether a page lies under an address; the front page holds only itself."""
    return path == url if url == "/" else bool(url) and path.startswith(url)
