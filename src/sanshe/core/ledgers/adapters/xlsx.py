"""XLSX out, in constant memory, ready to print: the Rust writer where there is a wheel, else xlsxwriter.

Strings stay strings, days are days and numbers numbers; borders, a filter, frozen heads that are repeated in print.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from typing import Any, BinaryIO

import xlsxwriter

from sanshe.core.ledgers.enums import Kind
from sanshe.core.ledgers.types import Column

try:
    import rustpy_xlsxwriter

    rust: Any = rustpy_xlsxwriter
except ImportError:  # no wheel for this platform
    rust = None

MOST_CELL = 32_767
SHEET = "台账"
A4 = 9
WIDE = 5  # columns; more are printed across
SHADE, LINE = "#EDEDED", "#BFBFBF"
FORMATS: dict[str, str] = {
    Kind.DATE: "yyyy-mm-dd",
    Kind.DATETIME: "yyyy-mm-dd hh:mm",
    Kind.MONEY: "#,##0.00",
    Kind.INT: "0",
}
AS_TEXT = "@"


def write(
    columns: Sequence[Column],
    rows: Iterable[Sequence[Any]],
    to: BinaryIO,
    head: Sequence[str] = (),
    writer: str = "",
) -> None:
    """Write a sheet: lines of `head`, the column labels, the rows. `writer`: "rust" (default) or "python"."""
    if writer != "python" and rust is not None:
        _rust(columns, rows, to, head)
    else:
        _python(columns, rows, to, head)


def _names(columns: Sequence[Column]) -> list[str]:
    """The labels, made different where two are the same: the Rust writer knows columns by name."""
    names: list[str] = []
    for column in columns:
        label = str(column.label)
        names.append(label if label not in names else f"{label} {column.code}")
    return names


def _rust(columns: Sequence[Column], rows: Iterable[Sequence[Any]], to: BinaryIO, head: Sequence[str]) -> None:
    names = _names(columns)
    merged = [(place, 0, place, max(1, len(names) - 1), line) for place, line in enumerate(head)]
    rust.write_worksheet(
        _records(names, rows),
        to,
        sheet_name=SHEET,
        header_row=len(head),
        merge_ranges=merged or None,
        column_widths=[float(column.width) for column in columns],
        column_formats=[_format(column) for column in columns],
        header_format=_bordered().set_bold().set_background_color(SHADE).set_text_wrap().set_align("center"),
        freeze_row=len(head) + 1,
        autofilter=True,
        ignore_errors=[name for name, column in zip(names, columns, strict=True) if column.kind not in FORMATS],
        page_setup={
            "landscape": len(columns) > WIDE,
            "paper_size": A4,
            "repeat_rows": len(head),
            "fit_to_pages": (1, 0),
            "footer": "&C&P / &N",
        },
    )


def _bordered() -> Any:
    return rust.Format().set_border("thin").set_border_color(LINE)


def _format(column: Column) -> Any:
    return _bordered().set_num_format(FORMATS.get(column.kind, AS_TEXT))


def _records(names: Sequence[str], rows: Iterable[Sequence[Any]]) -> Iterator[dict[str, Any]]:
    """Rows by name; never none at all, for the writer learns its columns from the first."""
    is_empty = True
    for row in rows:
        is_empty = False
        record = dict(zip(names, row, strict=True))
        for name, value in record.items():
            if type(value) is str and len(value) > MOST_CELL:
                record[name] = value[:MOST_CELL]
        yield record
    if is_empty:
        yield dict.fromkeys(names, "")


def _python(columns: Sequence[Column], rows: Iterable[Sequence[Any]], to: BinaryIO, head: Sequence[str]) -> None:
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "in_memory": False}
    with xlsxwriter.Workbook(to, options) as book:
        sheet, line = book.add_worksheet(SHEET), {"border": 1, "border_color": LINE}
        bold = book.add_format({**line, "bold": True, "bg_color": SHADE, "text_wrap": True, "align": "center"})
        formats = [book.add_format({**line, "num_format": FORMATS.get(one.kind, AS_TEXT)}) for one in columns]
        for place, column in enumerate(columns):
            sheet.set_column(place, place, column.width)
        for place, text in enumerate(head):
            sheet.write_string(place, 0, text)
        for place, name in enumerate(_names(columns)):
            sheet.write_string(len(head), place, name, bold)
        last = _python_rows(sheet, rows, len(head) + 1, formats)
        _python_page(sheet, len(columns), len(head), last)


def _python_rows(sheet: Any, rows: Iterable[Sequence[Any]], first: int, formats: Sequence[Any]) -> int:
    """Write the rows; returns the last one."""
    at = first - 1
    for at, row in enumerate(rows, first):
        for place, value in enumerate(row):
            _python_cell(sheet, at, place, value, formats[place])
    return at


def _python_cell(sheet: Any, row: int, column: int, value: Any, form: Any) -> None:
    if isinstance(value, str):
        sheet.write_string(row, column, value[:MOST_CELL], form)
    elif isinstance(value, date | datetime):
        sheet.write_datetime(row, column, value, form)
    else:
        sheet.write_number(row, column, value, form)


def _python_page(sheet: Any, columns: int, head: int, last: int) -> None:
    sheet.freeze_panes(head + 1, 0)
    sheet.autofilter(head, 0, max(head, last), columns - 1)
    sheet.repeat_rows(head)
    sheet.fit_to_pages(1, 0)
    sheet.set_paper(A4)
    sheet.set_footer("&C&P / &N")
    if columns > WIDE:
        sheet.set_landscape()
