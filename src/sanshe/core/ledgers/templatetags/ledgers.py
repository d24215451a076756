"""Small things the pages of ledgers need."""

from typing import Any

from django import template
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe

from sanshe.core.kit import ids
from sanshe.core.ledgers.types import Doc
from sanshe.core.ui.adapters import qr

register = template.Library()
register.filter(qr)


@register.simple_tag
def once() -> str:
    """The id by which a form's write is done once."""
    return format_html('<input type="hidden" name="_request_id" value="{}">', ids.new())


@register.simple_tag
def cells_of(lines: list[list[Any]]) -> SafeString:
    """The rows of a ledger's page, every text escaped. Eight cells in fifty rows, each a few tags, were half a page."""
    rows = ("".join(_cell(cell) for cell in cells) for cells in lines)
    return mark_safe("".join(f"<tr>{row}</tr>\n" for row in rows))


def _cell(cell: Any) -> str:
    body: str = escape(cell.text)
    given = f' data-l="{escape(cell.label)}"'
    if cell.is_number:
        given += ' class="s-num"'
    if cell.pill:
        body = f'<span class="s-pill" data-s="{escape(cell.pill)}">{body}</span>'
    if not cell.url:
        return f"<td{given}>{body}</td>"
    return f'<th scope="row"{given}><a class="s-row" href="{escape(cell.url)}">{body}</a></th>'


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
def row_of(mapping: Any, key: Any) -> Any:
    """A value of a mapping by a key that is itself a value."""
    return mapping.get(key, "")


@register.filter
def lines_in(text: str) -> int:
    """How high a field for this text is."""
    return min(12, 2 + len(text or "") // 48 + (text or "").count("\n"))


@register.filter
def is_official(doc: Doc) -> bool:
    return doc.style == "official"


@register.filter
def short_print(value: str) -> str:
    """The first twelve digits of a fingerprint in groups of four, as printed."""
    return " ".join((value[:4], value[4:8], value[8:12])).upper()


@register.filter
def in_numeric(place: int, numeric: tuple[int, ...]) -> bool:
    return place in numeric
