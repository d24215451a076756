"""Read a sheet that somebody sent: XLSX, XLS, CSV, or a page of the web that calls itself .xls."""

import csv
import io
from collections import Counter

from lxml import etree

from sanshe.core.imports import rules
from sanshe.core.imports.adapters import workbook
from sanshe.core.imports.enums import R
from sanshe.core.imports.types import Book, Table
from sanshe.core.kit.plain import plain
from sanshe.core.kit.refused import Refused, insist
from sanshe.core.ledgers.rules import unguarded


def book(data: bytes, most_rows: int = 20_000) -> Book:
    """All tables of a file as text; raises `Refused` with a code of imports.

    Formulas are taken by the value last computed and noted; macros and links to other files are never opened.
    """
    insist(R.EMPTY_SHEET if not data else R.TOO_LARGE if len(data) > rules.MOST_BYTES else None)
    if data.startswith((b"PK", workbook.OLE)):
        tables, note = workbook.tables(data, most_rows)
        insist(None if tables else R.NOT_A_SHEET)
        return Book(tuple(tables), "xlsx", note)
    text, encoding = rules.decode(data)
    return Book((_web_page(text, most_rows) if _is_web_page(text) else _lines(text, most_rows),), encoding)


def _lines(text: str, most_rows: int) -> Table:
    rows: list[list[str]] = []
    try:
        comma = _comma(text[:4096])
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=comma):
            insist(R.TOO_MANY_ROWS if len(rows) > most_rows + workbook.SLACK else None, most=most_rows)
            insist(R.TOO_MANY_COLUMNS if len(row) > rules.MOST_COLUMNS else None, most=rules.MOST_COLUMNS)
            rows.append([_bare(plain(cell)) for cell in row])
    except csv.Error as fault:
        raise Refused(R.NOT_A_SHEET) from fault
    return Table(rows)


def _comma(start: str) -> str:
    """What stands between cells: it cuts the most lines into equally many, a sign inside a text does not."""

    def evenness(comma: str) -> tuple[int, int]:
        widths = Counter(len(row) for row in csv.reader(io.StringIO(start, newline=""), delimiter=comma))
        return max((n for width, n in widths.items() if width > 1), default=0), start.count(comma)

    return max(",\t;", key=evenness)


def _bare(cell: str) -> str:
    """A cell without its guard; blanks belong to what it guards, or stand around it."""
    inner = unguarded(cell)
    return inner.strip() if inner != cell else unguarded(cell.strip())


def _is_web_page(text: str) -> bool:
    start = text[:4096].lower()
    return start.lstrip().startswith("<") and "<table" in start


def _web_page(text: str, most_rows: int) -> Table:
    page = _Page(most_rows)
    parser = etree.HTMLParser(target=page)
    try:
        parser.feed(text)
        parser.close()
    except etree.XMLSyntaxError as fault:
        raise Refused(R.NOT_A_SHEET) from fault
    return Table([[unguarded(plain("".join(cell)).strip()) for cell in row] for row in page.rows])


class _Page:
    """The cells of the tables of a page, row by row; many programs save such a page as .xls."""

    def __init__(self, most_rows: int) -> None:
        self.most_rows, self.is_in_cell = most_rows, False
        self.rows: list[list[list[str]]] = []

    def start(self, tag: str, _said: object) -> None:
        if tag == "tr":
            insist(R.TOO_MANY_ROWS if len(self.rows) > self.most_rows + workbook.SLACK else None, most=self.most_rows)
            self.rows.append([])
        if tag in ("td", "th") and self.rows:
            insist(R.TOO_MANY_COLUMNS if len(self.rows[-1]) >= rules.MOST_COLUMNS else None, most=rules.MOST_COLUMNS)
            self.rows[-1].append([])
        self.is_in_cell = tag in ("td", "th") or (self.is_in_cell and tag != "tr")

    def end(self, tag: str) -> None:
        self.is_in_cell = self.is_in_cell and tag not in ("td", "th", "tr")

    def data(self, text: str) -> None:
        if self.is_in_cell and self.rows and self.rows[-1]:
            self.rows[-1][-1].append(text)

    def close(self) -> None:
        return None
