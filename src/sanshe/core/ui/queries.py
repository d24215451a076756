"""Registries of the shared pages, and what every page shows around its own content."""

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import Any

from django.http import HttpRequest
from django.utils.safestring import SafeString

from sanshe.core.kit import clock, shanghai
from sanshe.core.kit.access import Actor
from sanshe.core.kit.registry import Registry
from sanshe.core.ui import phrases
from sanshe.core.ui.types import NavItem

NAV: Registry[NavItem] = Registry("line of the rail")
SENTENCES: dict[Any, Any] = {}
# How the version of a followed part is asked for, by its kind: one query, without looking anybody up.
VERSIONS: Registry[Callable[[str], str]] = Registry("version of a followed part")
SLOTS: dict[str, list[Callable[[HttpRequest, Any], SafeString]]] = {}
# Hooks of higher floors: what the house is called, unread messages of a person, what the demo says about its clock.
DISTRICT: list[Callable[[], str]] = []
UNREAD: list[Callable[[Actor], int]] = []
DEMO: list[Callable[[HttpRequest], SafeString]] = []
WORKDAY: list[Callable[[Any], bool | None]] = []


def say(code: str, facts: Mapping[str, Any]) -> str:
    """The sentence of a refusal; a plain one where nobody wrote any."""
    text = str(SENTENCES.get(str(code), phrases.UNKNOWN))
    return text % facts if "%(" in text else text.format(**facts)


def add_slot(slot: str, part: Callable[[HttpRequest, Any], SafeString]) -> None:
    """Let `part(request, subject)` add to a page of a lower floor."""
    SLOTS.setdefault(slot, []).append(part)


def rail(actor: Actor) -> list[tuple[Any, list[NavItem]]]:
    """The lines this person may follow, in groups."""
    seen = [item for item in NAV if actor.is_staff and (not item.needs or any(map(actor.may, item.needs)))]
    seen.sort(key=lambda item: item.order)
    return [(label, [item for item in seen if item.group == group]) for group, label in phrases.GROUPS.items()]


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
    def groups(self) -> list[tuple[Any, list[NavItem]]]:
        return [(label, items) for label, items in rail(self.actor) if items] if self.actor else []

    @cached_property
    def phone(self) -> list[NavItem]:
        return [item for _label, items in self.groups for item in items if item.phone][:2]

    @cached_property
    def district(self) -> str:
        return DISTRICT[0]() if DISTRICT else ""

    @cached_property
    def unread(self) -> int:
        return UNREAD[0](self.actor) if UNREAD and self.actor and self.actor.is_known else 0

    @cached_property
    def demo(self) -> str:
        return DEMO[0](self.request) if DEMO else ""

    @cached_property
    def is_workday(self) -> bool | None:
        return WORKDAY[0](self.at.date()) if WORKDAY else None

    @cached_property
    def path(self) -> str:
        return self.request.path
