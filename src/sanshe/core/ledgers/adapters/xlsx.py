"""XLSX out, in constant memory: the Rust writer where there is a wheel, else xlsxwriter; strings stay strings."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, BinaryIO

import xlsxwriter

from sanshe.core.ledgers.types import Column

try:
    import rustpy_xlsxwriter

    rust: Any = rustpy_xlsxwriter
except ImportError:  # no wheel for this platform
    rust = None

MOST_CELL = 32_767
SHEET = "台账"


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
        header_format=rust.Format().set_bold(),
        freeze_row=len(head) + 1,
    )


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


def _cut(value: Any) -> Any:
    """No cell holds more than a spreadsheet's cell may."""
    return value[:MOST_CELL] if isinstance(value, str) and len(value) > MOST_CELL else value


def _python(columns: Sequence[Column], rows: Iterable[Sequence[Any]], to: BinaryIO, head: Sequence[str]) -> None:
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "in_memory": False}
    with xlsxwriter.Workbook(to, options) as book:
        sheet, bold = book.add_worksheet(SHEET), book.add_format({"bold": True})
        for place, column in enumerate(columns):
            sheet.set_column(place, place, column.width)
        for place, line in enumerate(head):
            sheet.write_string(place, 0, line)
        for place, name in enumerate(_names(columns)):
            sheet.write_string(len(head), place, name, bold)
        sheet.freeze_panes(len(head) + 1, 0)
        _python_rows(sheet, rows, len(head) + 1)


def _python_rows(sheet: Any, rows: Iterable[Sequence[Any]], first: int) -> None:
    for at, row in enumerate(rows, first):
        for place, value in enumerate(row):
            if isinstance(value, str):
                sheet.write_string(at, place, _cut(value))
            else:
                sheet.write_number(at, place, value)
