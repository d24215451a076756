"""Of what stands in a file: the table that is meant, its head, and the rows that are rows. Pure."""

import re
from collections.abc import Sequence
from dataclasses import replace

from sanshe.core.imports.enums import R
from sanshe.core.imports.rules.heads import BETWEEN, match, names_of, normalised
from sanshe.core.imports.rules.sheets import MOST_COLUMNS
from sanshe.core.imports.types import Field, Sheet, Spot, Table
from sanshe.core.kit.refused import Refused

LOOK_FOR_HEAD_IN = 40
_CLOSING = re.compile(
    r"(合计|总计|小计|共计|填表|填报|制表|审核|审批|复核|负责人签|单位盖章|单位公章|注[:：]|备注[:：]|说明[:：])"
)
_EXPONENT = re.compile(r"\d([.]\d+)?E\+?\d{1,2}", re.IGNORECASE)


def is_exponent(cell: str) -> bool:
    """A long number that a spreadsheet program has rounded: 8.6138E+12. Its digits are lost."""
    return _EXPONENT.fullmatch(cell) is not None


def spot_of(tables: Sequence[Table], fields: Sequence[Field]) -> Spot:
    """The head that names most fields among the shown tables, the first of equals.

    Where none names any it is the first row that fills half as many cells as the fullest, in the longest table.
    """
    shown = [place for place, one in enumerate(tables) if one.is_shown] or list(range(len(tables)))

    def worth(place: int) -> tuple[int, bool, int]:
        hits = _hits(tables[place], head_of(tables[place], fields), fields)
        return hits, not tables[place].fault, 0 if hits else len(tables[place].rows)

    best = max(shown, key=worth)
    row, depth = head_of(tables[best], fields)
    if not _hits(tables[best], (row, depth), fields):
        row, depth = _fullest(tables[best]), 1
    return Spot(best, row + 1, depth)


def _fullest(table: Table) -> int:
    filled_ = [sum(map(bool, row)) for row in table.rows[:LOOK_FOR_HEAD_IN]]
    return next((place for place, n in enumerate(filled_) if n and 2 * n >= max(filled_)), 0)


def sheet_at(tables: Sequence[Table], spot: Spot, with_hidden: bool = False) -> Sheet:
    """The rows below a head; raises `Refused` for a table that is too large to be read."""
    table = tables[spot.table]
    if table.fault:
        raise Refused(table.fault, **table.facts)
    header, start = header_at(table, spot)
    return replace(_body(replace(table, rows=filled(table)), header, start, with_hidden), tables=len(tables))


def refusal_of_sheet(sheet: Sheet, most_rows: int) -> Refused | None:
    """Nothing in it, or more than is taken at once."""
    if not sheet.rows:
        return Refused(R.EMPTY_SHEET)
    if len(sheet.rows) > most_rows:
        return Refused(R.TOO_MANY_ROWS, most=most_rows)
    return Refused(R.TOO_MANY_COLUMNS, most=MOST_COLUMNS) if len(sheet.header) > MOST_COLUMNS else None


def header_at(table: Table, spot: Spot) -> tuple[tuple[str, ...], int]:
    """(the heads, the place of the first row below them); heads are empty where a table has none."""
    if not spot.row:
        return ("",) * max(map(len, table.rows), default=0), 0
    return storeys(table, spot.row - 1, spot.depth), spot.row - 1 + spot.depth


def spots(table: Table) -> list[tuple[int, int]]:
    """Where a head may stand and of how many rows it may be: (place, depth)."""
    return [(place, depth) for place in range(min(len(table.rows), LOOK_FOR_HEAD_IN)) for depth in (1, 2)]


def head_of(table: Table, fields: Sequence[Field]) -> tuple[int, int]:
    """Where the head begins and of how many rows it is, among the first forty rows: what names most fields."""
    return max(spots(table), key=lambda spot: (_hits(table, spot, fields), -spot[1]), default=(0, 1))


def _hits(table: Table, spot: tuple[int, int], fields: Sequence[Field]) -> int:
    place, depth = spot
    if place + depth > len(table.rows):
        return 0
    header = storeys(table, place, depth)
    try:
        return len(match(header, fields))
    except Refused:  # a field in two columns: the head is here, and somebody has to say which of them is meant
        names = names_of(fields)
        return len({names[one].code for one in map(normalised, header) if one in names})


def storeys(table: Table, place: int, depth: int) -> tuple[str, ...]:
    """The head as one row: 联系人 / 电话 where a merged head stands above two."""
    upper = list(table.rows[place]) if place < len(table.rows) else []
    if depth == 1:
        return tuple(upper)
    lower = list(table.rows[place + 1]) if place + 1 < len(table.rows) else []
    width = max(len(upper), len(lower))
    upper += [""] * (width - len(upper))
    lower += [""] * (width - len(lower))
    for top, left, bottom, right in table.merged:
        if top == place and bottom == place and left < width:  # an area may reach beyond what is written
            reach = min(right + 1, width)
            upper[left:reach] = [upper[left]] * (reach - left)
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
    rows = [(no, tuple(row)) for no, row in enumerate(table.rows[start:], start + 1) if any(row)]
    closing = {no for no, row in rows if is_closing(row)}
    hidden = set() if with_hidden else {no for no, _row in rows if no in table.hidden}
    kept = tuple((no, row) for no, row in rows if no not in closing and no not in hidden)
    return Sheet(header, kept, name=table.name, hidden=tuple(sorted(hidden)), closing=tuple(sorted(closing)))


def is_closing(row: Sequence[str]) -> bool:
    """A line of sums or signatures below the rows, which hardly fills its cells."""
    said = [cell for cell in row if cell]
    return _CLOSING.match(said[0].replace(" ", "").replace("　", "")) is not None and len(said) <= max(2, len(row) // 2)
