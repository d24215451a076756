"""Every import has its blank sheet, made from its own columns, and it goes in when it is filled."""

import io

import openpyxl
import pytest

from sanshe.core.imports import adapters, rules
from sanshe.core.imports.queries import IMPORTERS
from sanshe.core.imports.types import Field

KINDS = [one.code for one in IMPORTERS]


@pytest.mark.parametrize("code", KINDS)
def test_the_heads_of_every_blank_sheet_are_known(code):
    fields = IMPORTERS[code].fields
    found = adapters.book(adapters.blank(fields)).tables
    spot = rules.spot_of(found, fields)
    assert (
        spot.table == 0
        and rules.refusal_of_columns(rules.known(rules.header_at(found[0], spot)[0], fields), fields) is None
    )


@pytest.mark.parametrize("code", KINDS)
def test_every_column_says_what_it_takes(code):
    assert [one.code for one in IMPORTERS[code].fields if not str(one.note)] == []


def test_cells_are_text_and_say_what_is_taken_when_one_enters_them():
    fields = (Field("name", "名称", required=True), Field("phone", "电话", note="11 位手机号"))
    fill, read = openpyxl.load_workbook(io.BytesIO(adapters.blank(fields))).worksheets
    assert fill.column_dimensions["A"].number_format == "@" and fill.freeze_panes == "A2"
    said = {str(one.sqref): one.prompt for one in fill.data_validations.dataValidation}
    assert said == {"A2:A1001": "要有。", "B2:B1001": "可以没有。11 位手机号"}
    lines = [tuple(cell or "" for cell in row) for row in read.values][1:]
    assert lines == [("名称", "要有", ""), ("电话", "可以没有", "11 位手机号")]
