"""The sheets that offices keep: each goes in as it is, and what was left out is said."""

import io

import openpyxl
import pytest

from sanshe.core.imports import phrases, rules
from sanshe.core.imports.actions.reading import _Read, _say
from sanshe.core.imports.enums import R
from sanshe.core.imports.models import ImportRun
from sanshe.core.imports.types import Field, Spot, Table
from sanshe.core.kit.refused import Refused
from sanshe.core.ledgers.adapters import xlsx
from sanshe.core.ledgers.types import Column
from tests.imports import corpus

FIELDS = (
    Field("no", "收件编号", required=True),
    Field("name", "名称", required=True),
    Field("head", "负责人"),
    Field("head_phone", "负责人电话"),
    Field("contact", "联系人", required=True),
    Field("phone", "联系人电话", required=True),
)
HEAD = [str(one.label) for one in FIELDS]
ROWS = [
    ["1", "暖阳社", "甲一", "13803520001", "乙一", "13803520011"],
    ["2", "晨曦队", "甲二", "13803520002", "乙二", "13803520012"],
    ["3", "银杏组", "甲三", "13803520003", "乙三", "13803520013"],
]


def book(*sheets, change=lambda _book: None):
    """A workbook of sheets, each (name, rows); `change` is done to it before it is saved."""
    made = openpyxl.Workbook()
    made.remove(made.active)
    for name, rows in sheets:
        sheet = made.create_sheet(name)
        for row in rows:
            sheet.append(row)
    change(made)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def hide(sheet):
    sheet.sheet_state = "hidden"


def style_to_the_end(sheet):
    sheet["A1048576"].font = sheet["XFD1"].font = openpyxl.styles.Font(bold=True)


def merged(sheet, *areas):
    [sheet.merge_cells(one) for one in areas]


def read(data, **more):
    return corpus.read(data, FIELDS, **more)


def values(sheet):
    """The rows by field, as an import gets them."""
    columns = rules.match(sheet.header, FIELDS)
    assert rules.missing(columns, FIELDS) == []
    return [[row[columns[one.code]] if one.code in columns else "" for one in FIELDS] for _no, row in sheet.rows]


WIDE = [f"项{n}" for n in range(260)]
TWO = [HEAD[:2] + ["负责人", "", "联系人", ""], ["", "", "姓名", "电话", "姓名", "电话"]]
NOTED = ["收件编号（社区写）", "名称（全称，与证书一致）", "负责人", "负责人电话", "联系人", "联系人电话\n（手机）"]
SIGNED = [["合计", "", "", "", "", "3"], [], ["填表人：", "丙", "", "审核人：", "", ""]]
TITLED = [["附件2"], ["汇总表"], ["填报单位（盖章）："], [], [], [], [], [], [], [], []]


SHEET = ("表", [HEAD, *ROWS])
STOREYS = ("A1:F1", "C2:D2", "E2:F2", "A2:A3", "B2:B3")
TELEPHONES = ["收件编号", "名称", "负责人", "电话", "联系人", "电话"]


def page():
    """A page of the web, as many programs save a sheet under the name .xls."""
    lines = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in [HEAD, *ROWS])
    return f"<html><body><table>{lines}</table></body></html>".encode("gbk")


def forced():
    """Each cell as ="…", by which a text is kept from becoming a number."""
    lines = [",".join(f'"=""{cell}"""' for cell in row) for row in ROWS]
    return "\n".join([",".join(HEAD), *lines]).encode("gb18030")


OFFICE = {
    "plain": lambda: book(SHEET),
    "hidden sheet first": lambda: book(("字典", [["身份"], ["甲"]]), SHEET, change=lambda made: hide(made["字典"])),
    "notes first": lambda: book(("填表说明", [["一、如实填写。"], ["二、联系人必填。"]]), SHEET),
    "another sheet too wide": lambda: book(SHEET, ("下拉项", [WIDE])),
    "formatted to the end": lambda: book(SHEET, change=lambda made: style_to_the_end(made["表"])),
    "heads with notes": lambda: book(("表", [NOTED, *ROWS])),
    "head in row 12": lambda: book(("表", [*TITLED, HEAD, *ROWS])),
    "totals and signatures": lambda: book(("表", [HEAD, *ROWS, *SIGNED])),
    "two storeys": lambda: book(("表", [["汇总"], *TWO, *ROWS]), change=lambda made: merged(made["表"], *STOREYS)),
    "two telephones": lambda: book(("表", [TELEPHONES, *ROWS])),
    "a page that calls itself .xls": page,
    "texts forced": forced,
}


@pytest.mark.parametrize("made", OFFICE.values(), ids=OFFICE)
def test_an_offices_sheet_goes_in_as_it_is(made):
    assert values(read(made())) == ROWS


def test_merged_cells_say_the_same_in_each_of_their_rows():
    rows = [HEAD, ROWS[0], [*ROWS[1][:2], None, *ROWS[1][3:]]]
    data = book(("表", rows), change=lambda b: merged(b["表"], "C2:C3"))
    assert [row[2] for row in values(read(data))] == ["甲一", "甲一"]


def test_hidden_rows_are_left_out_and_said_unless_asked_for():
    def fold(made):
        made["表"].row_dimensions[3].hidden = True

    data = book(("表", [HEAD, *ROWS]), change=fold)
    assert values(read(data)) == [ROWS[0], ROWS[2]] and read(data).hidden == (3,)
    assert values(read(data, with_hidden=True)) == ROWS and read(data, with_hidden=True).hidden == ()


def test_what_was_left_out_is_said():
    sheet = read(book(("说明", [["甲"]]), ("汇总 表", [HEAD, *ROWS, *SIGNED])))
    run = ImportRun()
    _say(run, _Read(sheet, Spot(1), {}, ()))
    said = [phrases.note(one) for one in run.note.split()]
    assert said == ["合计、填表人等 2 行没有读", "读的是“汇总 表”这张表"]


def test_a_table_that_is_meant_and_too_large_is_refused():
    far = [HEAD, *[ROWS[0]] * 300]
    with pytest.raises(Refused) as refusal:
        read(book(("表", far)), most_rows=200)
    assert refusal.value.code == R.TOO_MANY_ROWS


def test_an_organisation_named_like_a_total_is_a_row():
    table = Table([HEAD, ["4", "合计社区服务队", *ROWS[0][2:]], ["合计社区服务队", "x", *ROWS[0][2:]]])
    assert len(rules.sheet_at([table], rules.spot_of([table], FIELDS)).rows) == 2


@pytest.mark.parametrize(
    ("cell", "is_lost"),
    [
        ("8.6138E+12", True),
        ("5.214021300123457e+17", True),
        ("5E17", True),
        ("E12", False),
        ("1.5", False),
        ("3e", False),
    ],
)
def test_a_long_number_that_was_rounded_is_known(cell, is_lost):
    assert rules.is_exponent(cell) == is_lost


@pytest.mark.parametrize(
    ("header", "found"),
    [
        (["名称", "名称（旧）"], {"name": 0}),  # the plain head wins over one with a note
        (["联系人", "电话", "负责人", "电话"], {"contact": 0, "phone": 1, "head": 2, "head_phone": 3}),
        (["电话"], {}),  # whose?
        (["联系人 / 姓名", "联系人 / 电话"], {"contact": 0, "phone": 1}),
    ],
)
def test_which_column_is_which(header, found):
    assert rules.match(header, FIELDS) == found


def test_two_columns_of_one_name_are_refused():
    with pytest.raises(Refused) as refusal:
        rules.match(["名称", " 名 称 "], FIELDS)
    assert refusal.value.code == R.DOUBLE_COLUMN


def test_the_blank_sheet_is_one_that_goes_in():
    out = io.BytesIO()
    xlsx.write([Column(one.code, one.label) for one in FIELDS], [ROWS[0]], out)
    assert values(read(out.getvalue())) == ROWS[:1]
