"""What a line break in a template means: nothing where the formatter is free to put one, a blank between words.

So templates are laid out for people, and pages come out as if each stood in one line. A line break is nothing

- beside a tag that starts a line of its own in a browser (`<td>`, `<section>`, `<c-note>`), and beside a button,
- between two template tags (`{% %}`),
- between a template tag that steers (`{% if %}`, `{% for %}`, `{% block %}`) and an HTML tag.

Everywhere else it is a blank, as in HTML. A blank that is meant where a line break would be nothing is written `&#32;`.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

_INNER = r"\{%.*?%\}|\{\{.*?\}\}|\{#.*?#\}"
_PART = re.compile(
    r"\{%\s*(?P<tag>\w+).*?%\}|(?P<value>\{\{.*?\}\})|(?P<comment>\{#.*?#\})|<!--.*?-->|<!doctype[^>]*>"
    rf"|</?(?P<html>[a-z][\w:.-]*)(?:\"(?:{_INNER}|[^\"])*\"|'(?:{_INNER}|[^'])*'|{_INNER}|[^>\"'])*>",
    re.DOTALL | re.IGNORECASE,
)
BLOCKS = """
    address article aside blockquote body br caption circle col colgroup dd defs details dialog div dl dt fieldset
    figcaption figure footer form g h1 h2 h3 h4 h5 h6 head header hr html legend li line link main meta nav ol optgroup
    option p path pattern pre rect script section summary svg table tbody td template tfoot th thead title tr ul
    c-cal c-clock c-dialog c-empty c-facts c-field c-figure c-form c-icon c-note c-pager c-person c-progress c-rail
    c-sheet c-slot c-table c-vars
"""
STEERS = """
    block comment cotton csrf_token regroup elif else empty extends for if ifchanged load once request_id stencil with
"""
_BLOCKS, _STEERS = frozenset(BLOCKS.split()), frozenset(STEERS.split())
# A browser shows or a script reads each blank of the first three; what stands in the last is one text of translators.
_KEPT = frozenset(("pre", "script", "textarea", "blocktranslate"))
_BREAK = re.compile(r"[ \t\r]*\n[ \t\r\n]*")
_ATTRIBUTES = re.compile(
    rf"(?P<value>\"(?:{_INNER}|[^\"])*\"|'(?:{_INNER}|[^'])*'|\{{\{{.*?\}}\}})"
    r"|\s*(?P<closes>\{%\s*end\w+\s*%\})|\s*(?P<opens>\{%\s*(?:if|elif|else|for)\b.*?%\})\s*|\s+"
)
_EDGES = re.compile(r"([ \t\r\n]*)(.*?)([ \t\r\n]*)", re.DOTALL)


class Part(NamedTuple):
    """A piece of a template: `blank`, `words`, `kept`; of tags `block`, `button`, `inline`, `steers` and `says`."""

    kind: str
    text: str


EDGE = Part("block", "")


def squeezed(text: str) -> str:
    """The template as if it stood in one line: a line break is nothing or a blank, a tag stands on one line."""
    return "".join(_told(*three) for three in _threes(text))


def lost_blanks(text: str) -> list[str]:
    """Visible blanks where a line break would be nothing: the formatter may break the line there."""
    return [
        f"{before.text[-40:]}{part.text}{after.text[:40]}"
        for before, part, after in _threes(text)
        if part.kind == "blank" and "\n" not in part.text and _is_at_risk({before.kind, after.kind})
    ]


def _threes(text: str) -> Iterator[tuple[Part, Part, Part]]:
    """Each part between its neighbours."""
    parts = [EDGE, *parts_of(text), EDGE]
    return zip(parts, parts[1:], parts[2:], strict=False)


def _told(before: Part, part: Part, after: Part) -> str:
    if part.kind == "kept":
        return part.text
    if part.kind != "blank":
        return _on_one_line(part.text) if part.text.startswith("<") else _BREAK.sub(" ", part.text)
    sides = {before.kind, after.kind}
    if sides == {"steers"} or "\n" in part.text and _is_nothing(sides):
        return ""
    return " " if "\n" in part.text else part.text


def _on_one_line(tag: str) -> str:
    """A tag whose attributes each bring the blank before them, so that an attribute left out leaves none."""
    tag = _ATTRIBUTES.sub(lambda found: found["value"] or f"{found['opens'] or ''}{found['closes'] or ' '}", tag)
    return re.sub(r" (/?>)$", r"\1", tag)


def _is_nothing(sides: set[str]) -> bool:
    """Whether a line break between these two is nothing."""
    return bool(sides & {"block", "button"}) or sides <= {"steers", "says"} or sides == {"steers", "inline"}


def _is_at_risk(sides: set[str]) -> bool:
    return _is_nothing(sides) and "block" not in sides and sides != {"steers"}


def parts_of(text: str) -> Iterator[Part]:
    """The template cut into tags, words and blanks; what stands within a kept tag or a translation is `kept`."""
    place, within = 0, ""
    for found in _PART.finditer(text):
        yield from _between(text[place : found.start()], within)
        name, place = found["html"] or found["tag"] or "", found.end()
        is_end = name == f"end{within}" or name == within and found[0].startswith("</")
        yield Part("kept" if within and not is_end else _kind(found), found[0])
        within = "" if is_end else within or (name if name in _KEPT else "")
    yield from _between(text[place:], within)


def _between(text: str, within: str) -> Iterator[Part]:
    """What stands between two tags: blank, words, blank."""
    if within and text:
        yield Part("kept", text)
    elif found := _EDGES.fullmatch(text):
        yield from (Part("words" if one.strip(" \t\r\n") else "blank", one) for one in found.groups() if one)


def _kind(found: re.Match[str]) -> str:
    if found["html"]:
        is_button = found["html"].lower() == "button" or 'class="btn' in found[0] or "s-inline" in found[0]
        return "button" if is_button else "block" if found["html"].lower() in _BLOCKS else "inline"
    if found["tag"]:
        is_end = found["tag"].startswith("end") and found["tag"] != "endblocktranslate"
        return "steers" if is_end or found["tag"] in _STEERS else "says"
    return "steers" if found["comment"] else "words" if found["value"] else "block"
