"""An empty sheet to be filled in: the heads as text columns, what each takes beside it and on a sheet of its own."""

import io
from collections.abc import Sequence
from typing import Any

import xlsxwriter

from sanshe.core.imports.phrases import BLANK
from sanshe.core.imports.types import Field

ROWS = 1_000  # with borders, and a word on each column when its cell is entered
TITLE, MESSAGE = 32, 255  # most characters of such a word


def blank(fields: Sequence[Field]) -> bytes:
    """The workbook. Cells are text, so that long numbers and leading zeros stay as they are typed."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        _to_fill(book, book.add_worksheet(str(BLANK["fill"])), fields)
        _to_read(book, book.add_worksheet(str(BLANK["read"])), fields)
    return out.getvalue()


def _to_fill(book: Any, sheet: Any, fields: Sequence[Field]) -> None:
    line = {"border": 1, "border_color": "#BFBFBF", "num_format": "@", "text_wrap": True, "valign": "top"}
    cell = book.add_format(line)
    heads = [book.add_format({**line, "bold": True, "bg_color": shade}) for shade in ("#EDEDED", "#FFF2CC")]
    for place, field in enumerate(fields):
        sheet.set_column(place, place, max(12, 2 * len(str(field.label)) + 2), cell)
        sheet.write_string(0, place, str(field.label), heads[field.required])
        said = {"input_title": str(field.label)[:TITLE], "input_message": taken(field)[:MESSAGE]}
        sheet.data_validation(1, place, ROWS, place, {"validate": "any", **said})
    sheet.freeze_panes(1, 0)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.repeat_rows(0)
    sheet.fit_to_pages(1, 0)


def _to_read(book: Any, sheet: Any, fields: Sequence[Field]) -> None:
    line = {"border": 1, "border_color": "#BFBFBF", "text_wrap": True, "valign": "top"}
    cell, head = book.add_format(line), book.add_format({**line, "bold": True, "bg_color": "#EDEDED"})
    sheet.set_column(0, 0, 24)
    sheet.set_column(1, 1, 10)
    sheet.set_column(2, 2, 60)
    for place, word in enumerate(BLANK["heads"]):
        sheet.write_string(0, place, str(word), head)
    for row, field in enumerate(fields, 1):
        word = BLANK["required"] if field.required else BLANK["optional"]
        for place, text in enumerate((str(field.label), str(word), str(field.note))):
            sheet.write_string(row, place, text, cell)


def taken(field: Field) -> str:
    """What a column takes, in a line."""
    word = str(BLANK["required"] if field.required else BLANK["optional"])
    return f"{word}。{field.note}" if field.note else f"{word}。"
