"""Every form that the pages of somebody show: found by following the links, as they are drawn."""

from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from typing import Any
from urllib.parse import urlsplit

from django.urls import Resolver404, resolve

from sanshe.core.ui import rules
from sanshe.core.ui.rules.refill import TICKED, kind_of

MOST_OF_A_NAME = 2  # pages of one address with different rows


@dataclass(frozen=True)
class Shown:
    """A form on a page: where it is sent, what is hidden in it, and its fields."""

    page: str
    action: str
    name: str
    form: Any

    @property
    def kind(self) -> tuple[str, tuple[str, ...]]:
        """What makes it another form than those seen before."""
        fields = tuple(sorted({one.get("name") for one in self.form.typed}))
        return self.name, fields

    def sent(self, typed: str) -> dict[str, Any]:
        """The form with one text in all its fields."""
        hidden = {one.get("name"): one.get("value") for one in self.form.controls if kind_of(one) == "hidden"}
        fields = {one.get("name"): typed for one in self.form.typed if kind_of(one) not in (*TICKED, "file")}
        ticks = {one.get("name"): typed for one in self.form.typed if kind_of(one) == "radio" and typed}
        button = next((one for one in self.form.parts if one.tag == "button" and one.get("name")), None)
        pressed = {button.get("name"): button.get("value")} if button else {}
        return {**hidden, **pressed, **ticks, **fields, "_page": self.page}

    @property
    def asks(self) -> bool:
        """Whether something must be written, as the form itself says."""
        return any("required" in one.attrs for one in self.form.typed if kind_of(one) not in (*TICKED, "select"))


def forms_of(browser: Any, seen: set[Any], start: str = "/") -> Iterator[Shown]:
    """The forms of somebody's pages that are of no kind seen before."""
    waiting, count = [start], {}
    met = {start}
    while waiting:
        address = waiting.pop(0)
        answer = browser.get(address)
        if answer.status_code != 200 or not answer.get("Content-Type", "").startswith("text/html"):
            continue
        page = rules.read(answer.content.decode())
        for shown in forms_on(page, address):
            if shown.kind not in seen:
                seen.add(shown.kind)
                yield shown
        for link in _links(page, address):
            name = name_of(link)
            if link not in met and name and count.get(name, 0) < MOST_OF_A_NAME:
                count[name] = count.get(name, 0) + 1
                met.add(link)
                waiting.append(link)


def forms_on(page: Any, address: str) -> Iterator[Shown]:
    for form in rules.forms_of(page):
        action = form.element.get("action") or address
        yield Shown(address, action, name_of(action), form)


def _links(page: Any, address: str) -> Iterator[str]:
    for one in page.elements:
        link = unescape(one.get("href")).partition("#")[0] if one.tag == "a" and "download" not in one.attrs else ""
        if link.startswith("?"):
            link = f"{urlsplit(address).path}{link}"
        if link.startswith("/") and not link.startswith("//"):
            yield link


def name_of(address: str) -> str:
    """The name of an address with its spaces; empty where nobody answers."""
    try:
        return resolve(urlsplit(address).path).view_name or ""
    except Resolver404:
        return ""
