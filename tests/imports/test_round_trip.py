"""What goes out as a sheet comes back as it was, from both formats and both writers."""

import csv as stdlib_csv
import io
import zipfile
from datetime import UTC, date, datetime
from decimal import Decimal

import openpyxl
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from sanshe.core.imports import adapters
from sanshe.core.kit.plain import plain
from sanshe.core.ledgers import rules
from sanshe.core.ledgers.adapters import csv, xlsx
from sanshe.core.ledgers.enums import Kind
from sanshe.core.ledgers.types import Column

COLUMNS = (Column("a", "甲"), Column("b", "乙"))
quick = settings(max_examples=60, deadline=None)
signs = st.sampled_from(
    [*"=+-@'\"\t\r\n＝＋－＠,;.:/0123456789 　", "\r\n", '="', "E+", "_x0041_", "𠮷", "𪚥", "㐂", "龘"]
)
cells = st.lists(signs | st.characters(exclude_categories=("Cs", "Cc")), max_size=8).map("".join)
codes = st.from_regex(r"\A(?:0\d{1,20}|\d{12,22}|\d{1,4}[-/]\d{1,4}|\d+\.\d0+|\d+[eE]\d{1,2})\Z", fullmatch=True)
rows_ = st.lists(st.tuples(cells | codes, cells | codes), min_size=1, max_size=6)


def kept(cell):
    """A cell as any import takes it: without what nobody sees, without blanks around it."""
    return plain(cell).strip()


def lines(text):
    """Line ends are the file's own affair: a spreadsheet keeps one kind."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def back(data):
    """The rows below the heads, as an import reads them."""
    table = adapters.book(data).tables[0]
    return [tuple(map(lines, map(str.strip, row))) for row in table.rows[1:]]


def out_as_xlsx(rows, writer, columns=COLUMNS):
    out = io.BytesIO()
    xlsx.write(columns, rows, out, writer=writer)
    return out.getvalue()


@quick
@example(
    [
        ("=1+1", "＝1"),
        ("'=1", "''"),
        ("0352", "14021319900101001X"),
        ('="01"', "'0352"),
        ("\t=1", "a\r\nb"),
        ("\t", ' ="01" '),
    ]
)
@example([("", "\t\t\t")])
@given(rows_)
def test_a_csv_loses_nothing(rows):
    expected = [tuple(lines(kept(cell)) for cell in row) for row in rows]
    assert back(b"".join(csv.stream(COLUMNS, rows))) == expected


@pytest.mark.parametrize("writer", ["rust", "python"])
@quick
@example([("=1+1", "_x0041_"), ("0352", "140213199001010011"), ("𠮷", "a\nb"), (" x", "'")])
@given(rows=rows_)
def test_a_workbook_loses_nothing(writer, rows):
    rows = [tuple(lines(cell) for cell in row) for row in rows]
    expected = [tuple(map(kept, row)) for row in rows]
    found = back(out_as_xlsx(rows, writer))
    assert found + [("", "")] * (len(rows) - len(found)) == expected


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("0352", '="0352"'),
        ("140213199001010011", '="140213199001010011"'),
        ("13800000000", "13800000000"),  # eleven digits are shown whole
        ("138000000000", '="138000000000"'),
        ("03-014", '="03-014"'),  # the fourteenth of March
        ("3/4", '="3/4"'),
        ("1 1/2", '="1 1/2"'),
        ("12E3", '="12E3"'),
        ("8:30", '="8:30"'),
        ("2.50", '="2.50"'),
        ("2.5", "2.5"),
        ("1,000", '="1,000"'),
        (".5", '=".5"'),
        ("0", "0"),
        ("2022-01-05", "2022-01-05"),  # a day is a day
        ("2022-01-05 08:30", "2022-01-05 08:30"),
        ("220120-001", "220120-001"),
        ("0352-5551234", "0352-5551234"),
        ("3 人", "3 人"),
        ("-3", "'-3"),
        (" =1", "' =1"),
        ("'＝1", "''＝1"),
        ("'甲", "'甲"),
    ],
)
def test_digits_survive_a_double_click(text, cell):
    assert rules.guarded(text) == cell and rules.unguarded(cell) == text


def test_a_long_cell_is_looked_at_once():
    import time

    def seconds(n):
        began = time.process_time()
        rules.guarded("1" * n + "x")
        return time.process_time() - began

    assert seconds(2_000_000) < 40 * seconds(200_000) + 0.05


def test_a_csv_begins_with_its_heads_behind_the_mark():
    data = b"".join(csv.stream(COLUMNS, [("x", 1)]))
    assert data == "\ufeff甲,乙\r\nx,1\r\n".encode()


KINDS = (
    Column("day", "日期", kind=Kind.DATE),
    Column("at", "时刻", kind=Kind.DATETIME),
    Column("n", "数", kind=Kind.INT),
    Column("money", "金额", kind=Kind.MONEY),
    Column("code", "代码"),
    Column("state", "状态", kind=Kind.PILL),
)
VALUES = (date(2022, 1, 5), datetime(2022, 1, 5, 16, 30, 40, tzinfo=UTC), 3, Decimal("2.50"), "0352", ("done", "已办"))


def written(values=VALUES):
    return tuple(rules.written(value, column.kind) for value, column in zip(values, KINDS, strict=True))


@pytest.mark.parametrize("writer", ["rust", "python"])
def test_days_are_days_numbers_numbers_and_codes_text(writer):
    data = out_as_xlsx([written((None,) * 6), written()], writer, KINDS)
    sheet = openpyxl.load_workbook(io.BytesIO(data)).active
    cells = list(sheet[3])
    assert [one.value for one in cells] == [
        datetime(2022, 1, 5), datetime(2022, 1, 6, 0, 30), 3, 2.5, "0352", "已办",
    ]  # fmt: skip
    assert [one.number_format for one in cells] == ["yyyy-mm-dd", "yyyy-mm-dd hh:mm", "0", "#,##0.00", "@", "@"]
    assert back(data)[-1] == ("2022-01-05", "2022-01-06 00:30", "3", "2.5", "0352", "已办")


def test_days_that_no_spreadsheet_knows_are_text():
    assert rules.written(date(1899, 12, 31), Kind.DATE) == "1899-12-31"
    assert rules.written(date(2022, 1, 5), Kind.TEXT) == "2022-01-05"
    assert rules.written(datetime(2022, 1, 5, 16, 30, tzinfo=UTC), Kind.DATE) == date(2022, 1, 6)


def test_the_same_days_stand_in_a_csv():
    line = b"".join(csv.stream(KINDS, [written()])).decode("utf-8-sig").splitlines()[1]
    assert next(stdlib_csv.reader([line])) == ["2022-01-05", "2022-01-06 00:30", "3", "2.5", '="0352"', "已办"]


@pytest.mark.parametrize("writer", ["rust", "python"])
def test_a_workbook_is_ready_to_print(writer):
    out = io.BytesIO()
    xlsx.write(KINDS, [written()], out, ["台账", "数字截至"], writer=writer)
    sheet = openpyxl.load_workbook(out).active
    assert sheet.auto_filter.ref == "A3:F4" and sheet.freeze_panes == "A4"
    assert sheet.page_setup.orientation == "landscape" and int(sheet.page_setup.paperSize) == 9
    assert sheet.print_title_rows == "$3:$3" and sheet.sheet_properties.pageSetUpPr.fitToPage
    assert {one.border.left.style for row in sheet["A3:F4"] for one in row} == {"thin"}
    assert sheet["A3"].font.bold and sheet.column_dimensions["A"].width >= 14
    narrow = io.BytesIO()
    xlsx.write(COLUMNS, [("1", "2")], narrow, writer=writer)
    assert openpyxl.load_workbook(narrow).active.page_setup.orientation != "landscape"


@pytest.mark.parametrize("writer", ["rust", "python"])
def test_a_workbook_holds_no_formula(writer):
    data = out_as_xlsx([("=1+1", "@x"), ("=cmd|'/c calc'!A0", "+1")], writer)
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        assert b"<f>" not in book.read("xl/worksheets/sheet1.xml")
