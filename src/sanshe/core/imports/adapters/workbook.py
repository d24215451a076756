"""A workbook that somebody sent, looked over before anything is unpacked into memory."""

import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from datetime import date, datetime, time, timedelta
from typing import Any

from lxml.etree import XMLSyntaxError
from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetVisibleEnum

from sanshe.core.files.adapters import xml
from sanshe.core.imports import rules
from sanshe.core.imports.enums import R
from sanshe.core.imports.types import Table
from sanshe.core.kit.plain import plain
from sanshe.core.kit.refused import Refused, insist

PIECE = 1 << 16
SLACK = 60  # titles, notes and heads above the rows, sums and signatures below
MOST_OLD = 10 * 1024 * 1024  # bytes of an .xls, of which nobody can say beforehand what it unpacks to
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # an old .xls, or an .xlsx sealed by a password
_REF = re.compile(r"([A-Za-z]{1,4})(\d{1,8})$")
_VALUE = ("v", "is", "f")  # what a cell that says something holds


def tables(data: bytes, most_rows: int) -> tuple[list[Table], str]:
    """The tables of an .xlsx or .xls as text, and what is to be said of the file. Raises `Refused`."""
    try:
        if data.startswith(OLE):
            insist(R.TOO_LARGE if len(data) > MOST_OLD else None)
            return _read(data, {}), ""
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            looks, note = _looked_over(archive, most_rows)
        return _read(data, looks), note
    except PasswordError as fault:
        raise Refused(R.ENCRYPTED) from fault
    except CalamineError as fault:
        raise Refused(R.ENCRYPTED if data.startswith(OLE) else R.NOT_A_SHEET) from fault
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError) as fault:
        raise Refused(R.NOT_A_SHEET) from fault
    except (XMLSyntaxError, ValueError, LookupError) as fault:
        raise Refused(R.NOT_A_SHEET) from fault


def _read(data: bytes, looks: Mapping[str, "_Looker"]) -> list[Table]:
    found: list[Table] = []
    with CalamineWorkbook.from_filelike(io.BytesIO(data)) as book:
        for one in book.sheets_metadata:
            if one.name in book.sheet_names:
                is_shown = one.visible == SheetVisibleEnum.Visible
                found.append(_table(book, one.name, is_shown, looks.get(one.name)))
                insist(rules.refusal_of_cells(found))
    return found


def _table(book: CalamineWorkbook, name: str, is_shown: bool, look: "_Looker | None") -> Table:
    if look and look.fault:
        return Table((), name, is_shown, fault=look.fault.code, facts=look.fault.facts)
    sheet = book.get_sheet_by_name(name)
    rows = [[text(cell) for cell in row] for row in sheet.to_python(skip_empty_area=False)]
    merged = tuple((*start, *end) for start, end in sheet.merged_cell_ranges or ())
    insist(rules.refusal_of_merged(merged, len(rows)))
    return Table(rows, name, is_shown, frozenset(look.hidden if look else ()), merged)


def _looked_over(archive: zipfile.ZipFile, most_rows: int) -> tuple[dict[str, "_Looker"], str]:
    members = [(one.filename, one.file_size, bool(one.flag_bits & 1)) for one in archive.infolist()]
    insist(rules.refusal_of_members(members))
    left, looks = rules.MOST_UNPACKED, {path: _Looker(most_rows) for path in _places(archive).values()}
    for name, _size, _locked in members:
        left -= _unpack(archive, name, left, looks.get(name))
    notes = ["formulas"] * any(one.formulas for one in looks.values())
    notes += ["external"] * any(rules.is_external(name) for name, _s, _l in members)
    return {name: looks[path] for name, path in _places(archive).items()}, " ".join(notes)


def _places(archive: zipfile.ZipFile) -> dict[str, str]:
    """In which part of the archive each table stands, by its name."""
    try:
        parts = _parts(archive, "xl/_rels/workbook.xml.rels", "Relationship")
        targets = {part["Id"]: posixpath.normpath(posixpath.join("xl", part["Target"])) for part in parts}
        named = [(one["name"], next(said for key, said in one.items() if key.endswith("}id"))) for one in
                 _parts(archive, "xl/workbook.xml", "sheet")]  # fmt: skip
    except (KeyError, StopIteration) as fault:
        raise Refused(R.NOT_A_SHEET) from fault
    return {name: targets.get(key, "").removeprefix("/").removeprefix("xl//") for name, key in named}


def _parts(archive: zipfile.ZipFile, name: str, tag: str) -> list[dict[str, str]]:
    info = archive.getinfo(name)
    insist(R.UNPACKS_TOO_LARGE if info.file_size > MOST_OLD else None)
    found = _Named(tag)
    parser = xml.reader(found)
    for piece in _pieces(archive, name):
        parser.feed(piece)
    parser.close()
    return found.said


def _unpack(archive: zipfile.ZipFile, name: str, left: int, looker: "_Looker | None") -> int:
    """Unpack one entry in pieces and throw it away: the archive's own list of sizes may lie."""
    size, reader = 0, _reader(name, looker)
    for piece in _pieces(archive, name):
        size += len(piece)
        insist(R.UNPACKS_TOO_LARGE if size > left else None)
        if reader and not (looker and looker.fault):
            reader.feed(piece)
    if reader and size and not (looker and looker.fault):
        reader.close()
    return size


def _reader(name: str, looker: "_Looker | None") -> Any:
    """What reads a part: of a table what is to be seen, of any other only that it is plain."""
    if looker:
        return xml.reader(looker)
    return xml.reader(xml.Plain(R.UNSAFE_XML)) if name.endswith((".xml", ".rels")) else None


def _pieces(archive: zipfile.ZipFile, name: str) -> Iterator[bytes]:
    with archive.open(name) as member:
        while piece := member.read(PIECE):
            yield piece


class _Named(xml.Plain):
    """What is said with each tag of one name."""

    def __init__(self, tag: str) -> None:
        super().__init__(R.UNSAFE_XML)
        self.tag, self.said = tag, list[dict[str, str]]()

    def start(self, tag: str, said: Any) -> None:
        if tag.rpartition("}")[2] == self.tag:
            self.said.append(dict(said))


class _Looker(xml.Plain):
    """Which rows are hidden, and whether what is said reaches too far, before a reader makes room for it all.

    Only cells that say something count: a format down to the last row or column is nothing.
    """

    def __init__(self, most_rows: int) -> None:
        super().__init__(R.UNSAFE_XML)
        self.most_rows, self.formulas, self.hidden = most_rows, 0, set[int]()
        self.row, self.column = 0, 0
        self.fault: Refused | None = None

    def start(self, name: str, attrs: Any) -> None:
        tag = name.rpartition("}")[2]
        if tag == "row":
            self.row, self.column = _number(attrs.get("r", "")) or self.row + 1, 0
            if attrs.get("hidden") in ("1", "true"):
                self.hidden.add(self.row)
        elif tag == "c":
            self._move(attrs.get("r", ""))
        elif tag in _VALUE:
            self.formulas += tag == "f"
            self._look()

    def _move(self, ref: str) -> None:
        found = _REF.match(ref)
        self.column = _column(found[1]) if found else self.column + 1
        self.row = int(found[2]) if found else self.row

    def _look(self) -> None:
        if self.row > self.most_rows + SLACK:
            self.fault = self.fault or Refused(R.TOO_MANY_ROWS, most=self.most_rows)
        elif self.column > rules.MOST_COLUMNS:
            self.fault = self.fault or Refused(R.TOO_MANY_COLUMNS, most=rules.MOST_COLUMNS)


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 9 else 0


def _column(letters: str) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - 64
    return number


def text(cell: Any) -> str:
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
