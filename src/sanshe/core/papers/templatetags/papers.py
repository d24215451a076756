"""Small things the pages of papers need."""

from typing import Any

from django import template

from sanshe.core.papers.types import Doc
from sanshe.core.ui.adapters import qr

register = template.Library()


@register.filter
def block_kind(block: Any) -> str:
    """Which block of a paper it is."""
    return type(block).__name__


@register.filter
def runs(text: Any) -> list[dict[str, Any]]:
    """The pieces of a line, each with what it is."""
    pieces = (text,) if isinstance(text, str) else text
    return [{"text": p} if isinstance(p, str) else {"text": p.text, "fill": p.fill, "bold": p.bold} for p in pieces]


@register.filter
def lines_in(text: str) -> int:
    """How high a field for this text is."""
    return min(12, 2 + len(text or "") // 48 + (text or "").count("\n"))


@register.filter
def is_official(doc: Doc) -> bool:
    return doc.style == "official"


@register.filter
def in_numeric(place: int, numeric: tuple[int, ...]) -> bool:
    return place in numeric


register.filter("qr", qr)
