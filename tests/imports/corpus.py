"""Sheets good and hostile, made on the spot."""

import io
import zipfile
from collections.abc import Iterable

import xlsxwriter

from sanshe.core.imports import rules
from sanshe.core.imports.adapters import sheet_in

MAIN = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
END = "</sheetData></worksheet>"


def workbook(rows: Iterable[Iterable[object]], formulas: bool = False) -> bytes:
    """A workbook of one sheet."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"constant_memory": True}) as book:
        sheet = book.add_worksheet()
        for at, row in enumerate(rows):
            for place, value in enumerate(row):
                if formulas and str(value).startswith("="):
                    sheet.write_formula(at, place, value, value=7)
                else:
                    sheet.write(at, place, value)
    return out.getvalue()


def with_sheet(xml: str, **more: str | bytes) -> bytes:
    """A workbook whose sheet is this XML; `more` adds or replaces parts by name (dots for slashes: xl__x.bin)."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(workbook([["名称"]]))) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for info in old.infolist():
            data = old.read(info)
            new.writestr(info.filename, xml if info.filename == "xl/worksheets/sheet1.xml" else data)
        for name, data in more.items():
            new.writestr(name.replace("__", "/"), data)
    return out.getvalue()


FAR_ROW = with_sheet(
    f'{MAIN}<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="A1048576"><v>1</v></c></row>{END}'
)
FAR_CELL = with_sheet(f'{MAIN}<row r="1"><c r="A1"><v>1</v></c><c r="XFD1"><v>1</v></c></row>{END}')
FAR_CELL_ONLY = with_sheet(f'{MAIN}<row><c r="A1"><v>1</v></c><c r="A1048576"><v>1</v></c></row>{END}')
ENTITIES = with_sheet(f'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>{MAIN}<row r="1"/>{END}')
LATE_ENTITIES = with_sheet("<!--" + "x" * 70_000 + f'--><!DOCTYPE x [<!ENTITY a "a">]>{MAIN}<row r="1"/>{END}')
BOMB = with_sheet(MAIN + "<row/>" * 10 + END, xl__media__x="0" * (201 * 1024 * 1024))
CLIMBS = with_sheet(MAIN + END, **{"..__..__evil": "x"})
NOT_XML = with_sheet("<worksheet><row>")
NO_SUCH_LETTERS = with_sheet(f'<?xml version="1.0" encoding="UTF-5"?>{MAIN}{END}')

ENTITIES_ELSEWHERE = with_sheet(MAIN + END, **{"xl__theme.xml": '<!DOCTYPE x [<!ENTITY a "a">]><x>&a;</x>'})
ENTITIES_IN_16 = with_sheet(f'<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE x []>{MAIN}{END}'.encode("utf-16"))
DEEP = with_sheet(MAIN + "<row>" * 5_000)


def one_long_text(megabytes: int) -> bytes:
    """A small file in which a parser fed in pieces that begins anew with each reads for hours."""
    return with_sheet(f'{MAIN}<row r="1"><c r="A1" t="{"x" * (megabytes << 20)}"/></row>{END}')


def merged(*areas: str) -> bytes:
    cells = "".join(f'<mergeCell ref="{area}"/>' for area in areas)
    rows = "".join(f'<row r="{n}"><c r="A{n}"><v>{n}</v></c></row>' for n in range(1, 101))
    return with_sheet(f"{MAIN}{rows}</sheetData><mergeCells>{cells}</mergeCells></worksheet>")


def page(rows: int = 2, columns: int = 2, cell: str = "甲") -> bytes:
    """A page of the web that calls itself .xls."""
    row = "<tr>" + f"<td>{cell}</td>" * columns + "</tr>"
    return f"<html><table><tr><th>名称</th><th>电话</th></tr>{row * rows}</table></html>".encode()


def spoilt() -> bytes:
    """A workbook whose first part is no deflate stream any more."""
    data = workbook([["名称"], ["甲"]])
    start = 30 + int.from_bytes(data[26:28], "little") + int.from_bytes(data[28:30], "little")
    return data[:start] + b"\xff" * 6 + data[start + 6 :]


def read(data, fields, most_rows=20_000, with_hidden=False):
    """The table that is meant, as an import reads it."""
    found = sheet_in.book(data, most_rows)
    sheet = rules.sheet_at(found.tables, rules.spot_of(found.tables, fields), with_hidden)
    if refusal := rules.refusal_of_sheet(sheet, most_rows):
        raise refusal
    return sheet
