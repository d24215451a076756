"""Registries of the shared pages, and what every page shows around its own content."""

import datetime
from collections.abc import Callable, Mapping
from enum import StrEnum
from functools import cache, cached_property
from typing import Any

from django.http import HttpRequest
from django.template.defaultfilters import date as formatted
from django.urls import NoReverseMatch, reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from sanshe.core.kit import clock, shanghai
from sanshe.core.kit.access import Actor
from sanshe.core.kit.registry import Registry
from sanshe.core.ui import phrases
from sanshe.core.ui.types import NavItem, NavLine

INBOX = "notices:inbox"  # under this name the small numbers hold one's unread messages

NAV: Registry[NavItem] = Registry("line of the rail")
SENTENCES: dict[Any, Any] = {}
# What a fact of a refusal is called, by its type: states, duties.
WORDS: dict[type[StrEnum], Mapping[Any, Any]] = {}
# How the version of a followed part is asked for, by its kind: one query, without looking anybody up.
VERSIONS: Registry[Callable[[str], str]] = Registry("version of a followed part")
SLOTS: dict[str, list[Callable[[HttpRequest, Any], SafeString]]] = {}
# Hooks of higher floors: the districts that a request is about, unread messages of a person, the small numbers in the
# rail by the URL name of their line, in which role somebody is here, what the demo says about its clock.
# The heading of a district's public pages, where somebody gave it one.
MASTHEADS: list[Callable[[str], str]] = []
DISTRICTS: list[Callable[[HttpRequest], Mapping[str, str]]] = []
BADGES: list[Callable[[Actor, datetime.datetime], dict[str, int]]] = []
ROLE: list[Callable[[Actor], str]] = []
DEMO: list[Callable[[HttpRequest], SafeString]] = []
WORKDAY: list[Callable[[Any], bool | None]] = []


def say(code: str, facts: Mapping[str, Any]) -> str:
    """The sentence of a refusal; a plain one where nobody wrote any."""
    text = str(SENTENCES.get(str(code), phrases.UNKNOWN))
    said = {name: WORDS[type(fact)].get(fact, fact) if type(fact) in WORDS else fact for name, fact in facts.items()}
    return text % said if "%(" in text else text.format(**said)


def day_words(day: datetime.date, is_long: bool = False) -> str:
    """2月18日; with its year when that is asked for."""
    return formatted(day, _("Y年n月j日") if is_long else _("n月j日"))


def districts_of(request: HttpRequest) -> Mapping[str, str]:
    """The names by path of the districts that a request is about: what a public list may show. None before a visitor
    chose one; a house without areas is one place without a name."""
    return DISTRICTS[0](request) if DISTRICTS else {"": ""}


def add_slot(slot: str, part: Callable[[HttpRequest, Any], SafeString]) -> None:
    """Let `part(request, subject)` add to a page of a lower floor."""
    SLOTS.setdefault(slot, []).append(part)


def rail(actor: Actor) -> list[tuple[Any, list[NavItem]]]:
    """The lines this person may follow, in groups."""
    seen = [item for item in NAV if actor.is_staff and (not item.needs or any(map(actor.may, item.needs)))]
    seen.sort(key=lambda item: item.order)
    return [(label, [item for item in seen if item.group == group]) for group, label in phrases.GROUPS.items()]


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


def samples() -> dict[str, Any]:
    """What the gallery of components is filled with: made up, and of no row."""
    day = datetime.date(2022, 2, 8)
    kinds = (("workday", 10, 0, False), ("hour", 3, 90, False), ("workday", 2, 100, True))
    clocks = [
        {"label": phrases.GALLERY_CLOCK, "due": {"kind": kind, "day": day}, "whole": 10, "share": share,
         "left": {"n": n, "kind": kind, "is_over": is_over, "minutes": 36}, "is_near": kind == "hour"}
        for kind, n, share, is_over in kinds
    ]  # fmt: skip
    steps = [{"label": label, "when": day_words(day), "state": state} for label, state in phrases.GALLERY_STEPS]
    refusals = [(code, phrases.SHORT[code], *phrases.LONE[code]) for code in (403, 404, 409, 422, 429, 503)]
    job = {"of": 233, "done": 89}
    forms = {"typed": phrases.GALLERY_TYPED, "choices": phrases.GALLERY_CHOICES, "long": str(phrases.GALLERY_LONG) * 6}
    lists = {"facts": phrases.GALLERY_FACTS, "pages": {"prev": "a", "next": "b"}, "themes": phrases.GALLERY_THEMES}
    return {
        "pills": phrases.GALLERY_PILLS,
        "clocks": clocks,
        "steps": steps,
        "refusals": refusals,
        "job": job,
        **forms,
        **lists,
    }


def shell(request: HttpRequest) -> dict[str, Any]:
    """What the base pages need, read only when a page asks for it."""
    return {"shell": Shell(request)}


class Shell:
    """Around every page: who, where, when. Lazy: a page without a rail costs nothing."""

    def __init__(self, request: HttpRequest) -> None:
        self.request = request
        self.theme = request.COOKIES.get("theme", "light")
        self.type = request.COOKIES.get("type", "normal")

    @cached_property
    def actor(self) -> Actor | None:
        return getattr(self.request, "actor", None)

    @cached_property
    def at(self) -> Any:
        return shanghai.local(getattr(self.request, "received_at", None) or clock.now())

    @cached_property
    def groups(self) -> list[tuple[Any, list[NavLine]]]:
        found = [(label, [line for line in map(self._line, items) if line.url]) for label, items in self._rail]
        return [(label, lines) for label, lines in found if lines]

    @cached_property
    def _rail(self) -> list[tuple[Any, list[NavItem]]]:
        return rail(self.actor) if self.actor else []

    def _line(self, item: NavItem) -> NavLine:
        url = address(item.url_name)
        return NavLine(item, url, self.badges.get(item.url_name, 0), is_under(self.path, url))

    @cached_property
    def phone(self) -> list[NavLine]:
        return [line for _label, lines in self.groups for line in lines if line.item.phone][:2]

    @cached_property
    def district(self) -> str:
        return str(_("、")).join(districts_of(self.request).values())

    @cached_property
    def masthead(self) -> str:
        """What public pages are headed by."""
        paths = list(districts_of(self.request))
        given = MASTHEADS[0](paths[0]) if MASTHEADS and len(paths) == 1 else ""
        return given or f"{self.district}{_('社区治理')}"

    @cached_property
    def unread(self) -> int:
        return self.badges.get(INBOX, 0)

    @cached_property
    def badges(self) -> dict[str, int]:
        return BADGES[0](self.actor, self.at) if BADGES and self.actor and self.actor.is_known else {}

    @cached_property
    def role(self) -> str:
        return ROLE[0](self.actor) if ROLE and self.actor else ""

    @cached_property
    def demo(self) -> str:
        return DEMO[0](self.request) if DEMO else ""

    @cached_property
    def is_workday(self) -> bool | None:
        return WORKDAY[0](self.at.date()) if WORKDAY else None

    @cached_property
    def path(self) -> str:
        return self.request.path
