"""Read a sheet that somebody sent: XLSX, XLS, CSV, or a page of the web that calls itself .xls."""

import csv
import io
from collections.abc import Sequence
from dataclasses import replace
from html.parser import HTMLParser

from sanshe.core.imports import rules
from sanshe.core.imports.adapters import workbook
from sanshe.core.imports.enums import R
from sanshe.core.imports.types import Field, Sheet, Table
from sanshe.core.kit.plain import plain
from sanshe.core.kit.refused import Refused, insist
from sanshe.core.ledgers.rules import guarded


def read(data: bytes, fields: Sequence[Field], most_rows: int = 20_000, with_hidden: bool = False) -> Sheet:
    """The table that is meant as text, its head found by the fields' labels. Raises `Refused` with a code of imports.

    Formulas are taken by the value last computed and noted; macros and links to other files are never opened. Empty
    rows, hidden ones, sums and signatures are left out; the numbers of the others are those of the file.
    """
    insist(R.EMPTY_SHEET if not data else R.TOO_LARGE if len(data) > rules.MOST_BYTES else None)
    if data.startswith((b"PK", workbook.OLE)):
        (tables, note), encoding = workbook.tables(data, most_rows), "xlsx"
    else:
        text, encoding = rules.decode(data)
        tables, note = [_web_page(text) if _is_web_page(text) else _lines(text, most_rows)], ""
    sheet = rules.chosen(tables, fields, with_hidden)
    insist(
        R.EMPTY_SHEET if not sheet.rows else R.TOO_MANY_ROWS if len(sheet.rows) > most_rows else None, most=most_rows
    )
    insist(R.TOO_MANY_COLUMNS if len(sheet.header) > rules.MOST_COLUMNS else None, most=rules.MOST_COLUMNS)
    return replace(sheet, encoding=encoding, note=note, tables=len(tables))


def _lines(text: str, most_rows: int) -> Table:
    first = text[:4096]
    comma = max(",\t;", key=first.count)
    rows: list[list[str]] = []
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=comma):
            insist(R.TOO_MANY_ROWS if len(rows) > most_rows + workbook.SLACK else None, most=most_rows)
            insist(R.TOO_MANY_COLUMNS if len(row) > rules.MOST_COLUMNS else None, most=rules.MOST_COLUMNS)
            rows.append([_unguarded(plain(cell).strip()) for cell in row])
    except csv.Error as fault:
        raise Refused(R.NOT_A_SHEET) from fault
    return Table(rows)


def _unguarded(cell: str) -> str:
    """Our own exports put an apostrophe before what looks like a formula; take it off again."""
    return cell[1:] if cell.startswith("'") and guarded(cell[1:]) == cell else cell


def _is_web_page(text: str) -> bool:
    start = text[:4096].lower()
    return start.lstrip().startswith("<") and "<table" in start


def _web_page(text: str) -> Table:
    page = _Page()
    page.feed(text)
    return Table(page.rows)


class _Page(HTMLParser):
    """The cells of the tables of a page, row by row; many programs save such a page as .xls."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self.is_in_cell = False

    def handle_starttag(self, tag: str, _attrs: object) -> None:
        if tag == "tr":
            self.rows.append([])
        if tag in ("td", "th") and self.rows:
            self.rows[-1].append("")
        self.is_in_cell = tag in ("td", "th") or (self.is_in_cell and tag != "tr")

    def handle_endtag(self, tag: str) -> None:
        self.is_in_cell = self.is_in_cell and tag not in ("td", "th", "tr")

    def handle_data(self, data: str) -> None:
        if self.is_in_cell and self.rows and self.rows[-1]:
            self.rows[-1][-1] = (self.rows[-1][-1] + plain(data)).strip()
