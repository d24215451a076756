"""A page as it was drawn: its elements and where each stands. Some are changed, all else stays to the byte."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import escape, unescape
from html.parser import HTMLParser
from itertools import accumulate

_VOID = frozenset(("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"))
_CLOSED_BY_THE_NEXT = frozenset(("option", "li", "dt", "dd", "tr", "td", "th"))
_TAG, _SMALL = re.compile(r"<[^>]*>"), re.compile(r"<small\b.*?</small\s*>", re.DOTALL)


@dataclass(slots=True, eq=False)
class Element:
    """One element: its tag lies from `start` to `inside`, what it holds to `end`, all of it to `after`."""

    tag: str
    attrs: dict[str, str | None]
    start: int
    inside: int
    end: int
    after: int
    above: "Element | None"

    def get(self, name: str) -> str:
        return self.attrs.get(name) or ""

    def holders(self) -> Iterator["Element"]:
        """What it stands in, from the nearest outwards."""
        found = self.above
        while found is not None:
            yield found
            found = found.above

    def holder(self, tag: str) -> "Element | None":
        """The nearest of a kind that it stands in."""
        return next((one for one in self.holders() if one.tag == tag), None)

    def written(self) -> str:
        """Its tag, with its attributes as they are now."""
        return f"<{self.tag}{''.join(_attribute(name, value) for name, value in self.attrs.items())}>"


@dataclass(slots=True)
class Page:
    """The text and its elements in order; what is to change is noted, and written at once."""

    text: str
    elements: list[Element]
    changed: set[Element] = field(default_factory=set)
    put: list[tuple[int, int, str]] = field(default_factory=list)
    firsts: dict[tuple[str, str], dict[str | None, Element]] = field(default_factory=dict)

    def set(self, element: Element, **attrs: str | bool) -> None:
        """Give an element attributes (`aria_invalid` is aria-invalid); False takes one away."""
        for name, value in attrs.items():
            key = name.replace("_", "-")
            if value is False:
                element.attrs.pop(key, None)
            else:
                element.attrs[key] = None if value is True else str(value)
        self.changed.add(element)

    def insert(self, place: int, html: str) -> None:
        self.put.append((place, place, html))

    def fill(self, element: Element, text: str) -> None:
        """Put a text in the place of all that an element holds."""
        self.put.append((element.inside, element.end, escape(text, quote=False)))

    def words(self, element: Element) -> str:
        """What an element says, without what stands small beside it."""
        return " ".join(unescape(_TAG.sub("", _SMALL.sub("", self.text[element.inside : element.end]))).split())

    def within(self, element: Element) -> list[Element]:
        """What stands in an element."""
        first, behind = (
            bisect_left(self.elements, place, key=lambda one: one.start) for place in (element.inside, element.end)
        )
        return self.elements[first:behind]

    def first(self, attr: str, value: str, tag: str = "") -> Element | None:
        """The first element (of a kind) in which this attribute said so when it was first asked for."""
        if (attr, tag) not in self.firsts:
            told = (one for one in reversed(self.elements) if attr in one.attrs and tag in ("", one.tag))
            self.firsts[attr, tag] = {one.attrs[attr]: one for one in told}
        return self.firsts[attr, tag].get(value)

    def written(self) -> str:
        """The page with all that was noted."""
        tags = [(one.start, one.inside, one.written()) for one in self.changed]
        told, place = [], 0
        for start, end, text in sorted([*tags, *self.put], key=lambda one: one[:2]):
            told += [self.text[place:start], text]
            place = end
        return "".join((*told, self.text[place:]))


def read(text: str) -> Page:
    """Take a page apart."""
    reader = _Reader(text)
    reader.feed(text)
    reader.close()
    return Page(text, reader.found)


class _Reader(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.text = text
        self.lines = [0, *accumulate(len(line) + 1 for line in text.split("\n"))]
        self.found: list[Element] = []
        self.open: list[Element] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = self._new(tag, attrs)
        if tag not in _VOID:
            self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._new(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if all(one.tag != tag for one in self.open):
            return
        place = self._place()
        while (element := self.open.pop()).tag != tag:
            element.end = element.after = place
        element.end, element.after = place, self.text.index(">", place) + 1

    def close(self) -> None:
        super().close()
        for element in self.open:
            element.end = element.after = len(self.text)

    def _new(self, tag: str, attrs: list[tuple[str, str | None]]) -> Element:
        place = self._place()
        if tag in _CLOSED_BY_THE_NEXT and self.open and self.open[-1].tag == tag:
            last = self.open.pop()
            last.end = last.after = place
        inside = place + len(self.get_starttag_text() or "")
        above = self.open[-1] if self.open else None
        element = Element(tag, dict(attrs), place, inside, inside, inside, above)
        self.found.append(element)
        return element

    def _place(self) -> int:
        line, column = self.getpos()
        return self.lines[line - 1] + column


def _attribute(name: str, value: str | None) -> str:
    return f" {name}" if value is None else f' {name}="{escape(value)}"'
