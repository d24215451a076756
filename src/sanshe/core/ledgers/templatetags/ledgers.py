"""The rows of a ledger's page."""

from typing import Any

from django import template
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

register = template.Library()


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
