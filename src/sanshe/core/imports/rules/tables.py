"""Of what stands in a file: the table that is meant, its head, and the rows that are rows. Pure."""

import re
from collections.abc import Sequence
from dataclasses import replace

from sanshe.core.imports.rules.heads import BETWEEN, match
from sanshe.core.imports.types import Field, Sheet, Table
from sanshe.core.kit.refused import Refused

LOOK_FOR_HEAD_IN = 40
_CLOSING = re.compile(
    r"(合计|总计|小计|共计|填表|填报|制表|审核|审批|复核|负责人签|单位盖章|单位公章|注[:：]|备注[:：]|说明[:：])"
)
_FORCED = re.compile(r'="(.*)"')
_EXPONENT = re.compile(r"\d([.]\d+)?E\+?\d{1,2}", re.IGNORECASE)


def is_exponent(cell: str) -> bool:
    """A long number that a spreadsheet program has rounded: 8.6138E+12. Its digits are lost."""
    return _EXPONENT.fullmatch(cell) is not None


def unforced(cell: str) -> str:
    """="138…" is how a text is kept from becoming a number; taken off again."""
    found = _FORCED.fullmatch(cell)
    return found[1] if found else cell


def chosen(tables: Sequence[Table], fields: Sequence[Field], with_hidden: bool = False) -> Sheet:
    """The shown table whose head names most fields, the first of equals; hidden rows and closing lines left out."""
    shown = [one for one in tables if one.is_shown] or list(tables)
    best = max(shown, key=lambda one: (_hits(one, head_of(one, fields), fields), not one.fault))
    if best.fault:
        raise Refused(best.fault, **best.facts)
    place, depth = head_of(best, fields)
    header = storeys(best, place, depth)
    return _body(replace(best, rows=filled(best)), header, place + depth, with_hidden)


def head_of(table: Table, fields: Sequence[Field]) -> tuple[int, int]:
    """Where the head begins and of how many rows it is, among the first forty rows: what names most fields."""
    spots = [(place, depth) for place in range(min(len(table.rows), LOOK_FOR_HEAD_IN)) for depth in (1, 2)]
    return max(spots, key=lambda spot: (_hits(table, spot, fields), -spot[1]), default=(0, 1))


def _hits(table: Table, spot: tuple[int, int], fields: Sequence[Field]) -> int:
    place, depth = spot
    if place + depth > len(table.rows):
        return 0
    header = storeys(table, place, depth)
    try:
        return len(match(header, fields))
    except Refused:
        return 0


def storeys(table: Table, place: int, depth: int) -> tuple[str, ...]:
    """The head as one row: 联系人 / 电话 where a merged head stands above two."""
    upper = list(table.rows[place]) if place < len(table.rows) else []
    if depth == 1:
        return tuple(upper)
    lower = list(table.rows[place + 1])
    width = max(len(upper), len(lower))
    upper += [""] * (width - len(upper))
    lower += [""] * (width - len(lower))
    for top, left, bottom, right in table.merged:
        if top == place and bottom == place:
            upper[left : right + 1] = [upper[left]] * (right + 1 - left)
    return tuple(BETWEEN.join(one for one in (high, low) if one) for high, low in zip(upper, lower, strict=True))


def filled(table: Table) -> list[list[str]]:
    """The rows with what a merged cell says in each of the rows it covers."""
    rows = [list(row) for row in table.rows]
    for top, left, bottom, _right in table.merged:
        for no in range(top + 1, min(bottom + 1, len(rows))):
            row = rows[no]
            row += [""] * (left + 1 - len(row))
            row[left] = row[left] or (rows[top][left] if left < len(rows[top]) else "")
    return rows


def _body(table: Table, header: tuple[str, ...], start: int, with_hidden: bool) -> Sheet:
    rows = [(no, tuple(map(unforced, row))) for no, row in enumerate(table.rows[start:], start + 1) if any(row)]
    closing = {no for no, row in rows if is_closing(row)}
    hidden = set() if with_hidden else {no for no, _row in rows if no in table.hidden}
    kept = tuple((no, row) for no, row in rows if no not in closing and no not in hidden)
    return Sheet(header, kept, name=table.name, hidden=tuple(sorted(hidden)), closing=tuple(sorted(closing)))


def is_closing(row: Sequence[str]) -> bool:
    """A line of sums or signatures below the rows, which hardly fills its cells."""
    said = [cell for cell in row if cell]
    return _CLOSING.match(said[0].replace(" ", "").replace("　", "")) is not None and len(said) <= max(2, len(row) // 2)
