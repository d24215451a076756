"""What every page shows around its own content, and what the gallery of components is filled with."""

import datetime
from functools import cached_property
from typing import Any
from urllib.parse import urlsplit

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from sanshe.core.kit import clock, shanghai
from sanshe.core.kit.access import Actor
from sanshe.core.ui import phrases
from sanshe.core.ui.queries import (
    BADGES,
    DEMO,
    INBOX,
    MASTHEADS,
    NAV,
    ROLE,
    WORKDAY,
    address,
    day_words,
    districts_of,
    is_under,
    say,
)
from sanshe.core.ui.rules import (
    Form,
    Page,
    beyond_limits,
    changed_meanwhile,
    form_sent,
    open_up,
    put_back,
    read,
    set_beside,
    stand_at,
)
from sanshe.core.ui.types import NavItem, NavLine, Refilling, Sent, Wrong


def rail(actor: Actor) -> list[tuple[Any, list[NavItem]]]:
    """The lines this person may follow, in groups."""
    seen = [item for item in NAV if actor.is_staff and (not item.needs or any(map(actor.may, item.needs)))]
    seen.sort(key=lambda item: item.order)
    return [(label, [item for item in seen if item.group == group]) for group, label in phrases.GROUPS.items()]


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
    forms = {"choices": phrases.GALLERY_CHOICES, "long": str(phrases.GALLERY_LONG) * 6}
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
        return NavLine(item, url, self.badges.get(item.url_name, 0), bool(url) and url == self._here)

    @cached_property
    def _here(self) -> str:
        """The line one is under; where one lies within another, the inner one."""
        urls = [address(item.url_name) for _label, items in self._rail for item in items]
        return max((url for url in urls if is_under(self.path, url)), key=len, default="")

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
        given = MASTHEADS(paths[0]) if len(paths) == 1 else ""
        return given or f"{self.district}{_('社区治理')}"

    @cached_property
    def unread(self) -> int:
        return self.badges.get(INBOX, 0)

    @cached_property
    def badges(self) -> dict[str, int]:
        return BADGES(self.actor, self.at) if self.actor and self.actor.is_known else {}

    @cached_property
    def role(self) -> str:
        return ROLE(self.actor) if self.actor else ""

    @cached_property
    def demo(self) -> str:
        return DEMO(self.request)

    @cached_property
    def is_workday(self) -> bool | None:
        return WORKDAY(self.at.date())

    @cached_property
    def path(self) -> str:
        return self.request.path


def refilled(html: str, sent: Sent, wrong: list[Wrong], here: str, more: Refilling) -> tuple[str, bool]:
    """A page with its form as it was refused: what was typed, what is wrong; and whether a field is to be mended."""
    page = read(html)
    form = form_sent(page, sent, urlsplit(here).path)
    stand_at(page, here)
    if form is None:
        return _without_form(page, wrong, more), False
    newer = changed_meanwhile(form, sent) if more.is_newer else {}
    now = [Wrong(str(phrases.NOW_IS).format(theirs=theirs), (name,)) for name, theirs in newer.items()]
    beside, whole = set_beside(form, [*wrong, *now, *_beyond(form, sent, wrong)])
    put_back(form, sent, more.hidden, more.is_newer)
    open_up(page, form.element)
    files = [name for names in sent.files.values() for name in names]
    facts = {"whole": whole, "beside": beside, "files": files, "page": here}
    page.insert(form.element.inside, render_to_string("ui/_refused.html", facts))
    return page.written(), bool(beside) and not more.is_newer


def _beyond(form: Form, sent: Sent, wrong: list[Wrong]) -> list[Wrong]:
    """What the fields themselves say of what was typed, but where a better sentence stands already."""
    told = {name for one in wrong for name in one.fields}
    found = beyond_limits(form, sent).items()
    return [Wrong(say(code, facts), (name,)) for name, (code, facts) in found if name not in told]


def _without_form(page: Page, wrong: list[Wrong], more: Refilling) -> str:
    """The form is gone from its page, for things moved on: the page as it is now, with what was typed to copy."""
    facts = {"whole": [one.sentence for one in wrong], "shown": more.shown}
    main = next((one for one in page.elements if one.tag == "main"), page.elements[0])
    page.insert(main.inside, render_to_string("ui/_refused.html", facts))
    return page.written()


def refused_sample(html: str, here: str) -> str:
    """The gallery with its one form as it comes back when it was refused."""
    page, sent = read(html), Sent(here, phrases.GALLERY_SENT)
    form = form_sent(page, sent, here)
    assert form is not None  # it stands in the gallery's own template
    told = [Wrong(str(one), (name,)) for name, sentences in phrases.GALLERY_WRONG.items() for one in sentences]
    beside, whole = set_beside(form, [*told, *_beyond(form, sent, told)])
    put_back(form, sent, {}, is_newer=False)
    facts = {"whole": whole, "beside": beside, "is_sample": True}
    page.insert(form.element.inside, render_to_string("ui/_refused.html", facts))
    return page.written()
