"""Read a sheet that somebody sent: XLSX or CSV, looked over before anything is unpacked into memory."""

import csv
import io
import re
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from typing import Any
from xml.sax import SAXException
from xml.sax.handler import ContentHandler

from defusedxml import DefusedXmlException
from defusedxml.expatreader import DefusedExpatParser
from python_calamine import CalamineError, CalamineWorkbook

from sanshe.core.imports import rules
from sanshe.core.imports.enums import R
from sanshe.core.imports.types import Field, Sheet
from sanshe.core.kit.plain import plain
from sanshe.core.kit.refused import Refused, insist
from sanshe.core.ledgers.rules import guarded

PIECE = 1 << 16
SLACK = 20  # title and head above the rows
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # an old .xls, or an .xlsx sealed by a password
_SHEETS = re.compile(r"xl/worksheets/[^/]+\.xml$", re.IGNORECASE)
_REF = re.compile(r"([A-Za-z]{1,4})(\d{1,8})$")


def read(data: bytes, fields: Sequence[Field], most_rows: int = 20_000) -> Sheet:
    """The sheet as text, its head found by the fields' labels. Raises `Refused` with a code of ledgers.

    Formulas are taken by the value last computed and noted; macros and links to other files are never opened. Empty
    rows are left out, the numbers of the others are those of the file.
    """
    insist(R.EMPTY_SHEET if not data else R.TOO_LARGE if len(data) > rules.MOST_BYTES else None)
    insist(R.ENCRYPTED if data.startswith(_OLE) else None)
    if data.startswith(b"PK"):
        rows, note = _workbook(data, most_rows)
        return _sheet(rows, fields, most_rows, "xlsx", note)
    text, encoding = rules.decode(data)
    return _sheet(_lines(text, most_rows), fields, most_rows, encoding, "")


def _sheet(rows: list[list[str]], fields: Sequence[Field], most_rows: int, encoding: str, note: str) -> Sheet:
    head = rules.find_head(rows, fields)
    body = tuple((no, tuple(row)) for no, row in enumerate(rows[head + 1 :], head + 2) if any(row))
    insist(R.EMPTY_SHEET if not body else R.TOO_MANY_ROWS if len(body) > most_rows else None, most=most_rows)
    insist(R.TOO_MANY_COLUMNS if len(rows[head]) > rules.MOST_COLUMNS else None, most=rules.MOST_COLUMNS)
    return Sheet(tuple(rows[head]), body, encoding, note)


def _lines(text: str, most_rows: int) -> list[list[str]]:
    first = text[:4096]
    comma = max(",\t;", key=first.count)
    rows: list[list[str]] = []
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=comma):
            insist(R.TOO_MANY_ROWS if len(rows) > most_rows + SLACK else None, most=most_rows)
            insist(R.TOO_MANY_COLUMNS if len(row) > rules.MOST_COLUMNS else None, most=rules.MOST_COLUMNS)
            rows.append([_unguarded(plain(cell).strip()) for cell in row])
    except csv.Error as fault:
        raise Refused(R.NOT_A_SHEET) from fault
    return rows


def _unguarded(cell: str) -> str:
    """Our own exports put an apostrophe before what looks like a formula; take it off again."""
    return cell[1:] if cell.startswith("'") and guarded(cell[1:]) == cell else cell


def _workbook(data: bytes, most_rows: int) -> tuple[list[list[str]], str]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            note = _looked_over(archive, most_rows)
        with CalamineWorkbook.from_filelike(io.BytesIO(data)) as book:
            sheet = book.get_sheet_by_index(0)
            return [[_text(cell) for cell in row] for row in sheet.to_python(skip_empty_area=False)], note
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError) as fault:
        raise Refused(R.NOT_A_SHEET) from fault
    except (CalamineError, SAXException, ValueError, LookupError) as fault:
        raise Refused(R.NOT_A_SHEET) from fault


def _looked_over(archive: zipfile.ZipFile, most_rows: int) -> str:
    members = [(one.filename, one.file_size, bool(one.flag_bits & 1)) for one in archive.infolist()]
    insist(rules.refusal_of_members(members))
    left, formulas = rules.MOST_UNPACKED, 0
    for name, _size, _locked in members:
        looker = _Looker(most_rows) if _SHEETS.match(name) else None
        left -= _unpack(archive, name, left, looker)
        formulas += looker.formulas if looker else 0
    notes = ["formulas"] * bool(formulas) + ["external"] * any(rules.is_external(name) for name, _s, _l in members)
    return " ".join(notes)


def _unpack(archive: zipfile.ZipFile, name: str, left: int, looker: "_Looker | None") -> int:
    """Unpack one entry in pieces and throw it away: the archive's own list of sizes may lie."""
    size, parser = 0, _parser(looker) if looker else None
    try:
        for piece in _pieces(archive, name):
            if not size and name.endswith((".xml", ".rels")):
                insist(R.UNSAFE_XML if b"<!DOCTYPE" in piece or b"<!ENTITY" in piece else None)
            size += len(piece)
            insist(R.UNPACKS_TOO_LARGE if size > left else None)
            if parser:
                parser.feed(piece)
        if parser:
            parser.close()
    except DefusedXmlException as fault:
        raise Refused(R.UNSAFE_XML) from fault
    return size


def _pieces(archive: zipfile.ZipFile, name: str) -> Iterator[bytes]:
    with archive.open(name) as member:
        while piece := member.read(PIECE):
            yield piece


def _parser(looker: "_Looker") -> DefusedExpatParser:
    parser = DefusedExpatParser(forbid_dtd=True)
    parser.setContentHandler(looker)
    return parser


class _Looker(ContentHandler):
    """Stops a sheet that names too many rows or columns before a reader makes room for them all."""

    def __init__(self, most_rows: int) -> None:
        super().__init__()
        self.most_rows, self.rows, self.formulas = most_rows, 0, 0

    def startElement(self, name: str, attrs: Any) -> None:
        tag = name.rpartition(":")[2]
        if tag == "row":
            self.rows += 1
            self._insist_on_row(max(self.rows, _number(attrs.get("r", ""))))
        elif tag == "c":
            self._insist_on_cell(attrs.get("r", ""))
        elif tag == "f":
            self.formulas += 1

    def _insist_on_row(self, number: int) -> None:
        insist(R.TOO_MANY_ROWS if number > self.most_rows + SLACK else None, most=self.most_rows)

    def _insist_on_cell(self, ref: str) -> None:
        found = _REF.match(ref)
        if found:
            self._insist_on_row(int(found[2]))
            insist(R.TOO_MANY_COLUMNS if _column(found[1]) > rules.MOST_COLUMNS else None, most=rules.MOST_COLUMNS)


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 9 else 0


def _column(letters: str) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - 64
    return number


def _text(cell: Any) -> str:
    """A cell as a person reads it: 13800000000, not 13800000000.0; days and times in ISO order."""
    if cell is None or cell == "":
        return ""
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 1e15:
        return str(int(cell))
    if isinstance(cell, bool):
        return "是" if cell else "否"
    if isinstance(cell, datetime):
        return cell.strftime("%Y-%m-%d" if cell.time() == time() else "%Y-%m-%d %H:%M")
    if isinstance(cell, date | time | timedelta):
        return str(cell)
    return plain(str(cell)).strip()
