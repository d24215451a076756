"""What people send as a sheet: read, or refused in words, quickly and without filling the memory."""

import io
import time
import tracemalloc
import zipfile
from contextlib import suppress
from datetime import date, datetime

import pytest

from sanshe.core.imports.adapters import book, workbook
from sanshe.core.imports.enums import R
from sanshe.core.imports.types import Field
from sanshe.core.kit.refused import Refused
from sanshe.core.ledgers.adapters import csv, xlsx
from sanshe.core.ledgers.types import Column
from tests.imports import corpus

FIELDS = (Field("name", "名称", required=True), Field("phone", "电话"))


def code_of(data, **more):
    with pytest.raises(Refused) as refusal:
        corpus.read(data, FIELDS, **more)
    return refusal.value.code


def test_a_workbook_is_read_as_people_see_it():
    rows = [["登记表"], ["名称", "电话"], ["暖阳", 13800000000], [], ["晨曦", 2.5]]
    sheet = corpus.read(corpus.workbook(rows), FIELDS)
    assert sheet.header == ("名称", "电话")
    assert sheet.rows == ((3, ("暖阳", "13800000000")), (5, ("晨曦", "2.5")))


def test_formulas_are_taken_by_their_value_and_noted():
    data = corpus.workbook([["名称", "电话"], ["暖阳", "=1+6"]], formulas=True)
    assert corpus.read(data, FIELDS).rows[0][1] == ("暖阳", "7") and book(data).note == "formulas"


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (datetime(2022, 1, 3, 16, 20), "2022-01-03 16:20"),
        (datetime(2022, 1, 3), "2022-01-03"),
        (date(2022, 1, 3), "2022-01-03"),
        (True, "是"),
        (None, ""),
        (1e16, "1e+16"),
        (" a\x00 ", "a"),
    ],
)
def test_cells_as_text(cell, text):
    assert workbook.text(cell) == text


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", R.EMPTY_SHEET),
        (b"x" * (30 * 1024 * 1024 + 1), R.TOO_LARGE),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest", R.ENCRYPTED),
        (b"PK\x03\x04 no zip", R.NOT_A_SHEET),
        (b"\x00" * 100, R.HAS_NUL),
        ("名称,电话".encode(), R.EMPTY_SHEET),
        (corpus.FAR_ROW, R.TOO_MANY_ROWS),
        (corpus.FAR_CELL, R.TOO_MANY_COLUMNS),
        (corpus.FAR_CELL_ONLY, R.TOO_MANY_ROWS),
        (corpus.ENTITIES, R.UNSAFE_XML),
        (corpus.LATE_ENTITIES, R.UNSAFE_XML),
        (corpus.ENTITIES_ELSEWHERE, R.UNSAFE_XML),
        (corpus.ENTITIES_IN_16, R.UNSAFE_XML),
        (corpus.DEEP, R.NOT_A_SHEET),
        (corpus.one_long_text(11), R.NOT_A_SHEET),
        (corpus.merged(*["A1:A100"] * 203), R.TOO_HARD),
        (corpus.page(rows=20_100), R.TOO_MANY_ROWS),
        (corpus.page(columns=201), R.TOO_MANY_COLUMNS),
        (corpus.BOMB, R.UNPACKS_TOO_LARGE),
        (corpus.CLIMBS, R.NOT_A_SHEET),
        (corpus.NOT_XML, R.NOT_A_SHEET),
        (corpus.NO_SUCH_LETTERS, R.NOT_A_SHEET),
        (corpus.spoilt(), R.NOT_A_SHEET),
        (("名称" + ",x" * 300 + "\na\n").encode(), R.TOO_MANY_COLUMNS),
        (b'a,"' + b"x" * 200_000 + b'"\n', R.NOT_A_SHEET),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_hostile_sheets_are_refused_by_name(data, code):
    assert code_of(data) == code


def test_a_zip_that_lies_about_its_sizes_is_caught():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "x")
        archive.writestr("xl/workbook.xml", "0" * 1_000_000)
    data = out.getvalue().replace((1_000_000).to_bytes(4, "little"), (10).to_bytes(4, "little"))
    assert code_of(data) == R.NOT_A_SHEET


@pytest.mark.parametrize("what", ["xlsx", "csv"])
def test_200_000_rows_are_refused_in_the_time_of_their_bytes_and_in_little_memory(what):
    """Ten times the rows cost about ten times the processor's time, not a hundred; no clock is looked at."""

    def refused(n):
        rows = [["名称", "电话"], *(["暖阳社", "13800000000"] for _ in range(n))]
        data = corpus.workbook(rows) if what == "xlsx" else "\n".join(map(",".join, rows)).encode()
        tracemalloc.start()
        began = time.process_time()
        assert code_of(data, most_rows=10_000) == R.TOO_MANY_ROWS
        seconds, peak = time.process_time() - began, tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return seconds, peak

    (few, _), (many, peak) = refused(20_000), refused(200_000)
    assert many < 30 * few + 0.5 and peak < 60 * 1024 * 1024


def test_a_sheet_up_to_the_limit_is_read():
    rows = [["名称"], *([f"社{n}"] for n in range(300))]
    assert len(corpus.read(corpus.workbook(rows), FIELDS, most_rows=300).rows) == 300
    assert code_of(corpus.workbook(rows), most_rows=299) == R.TOO_MANY_ROWS


@pytest.mark.parametrize("mark", [",", "\t", ";"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gbk", "gb18030"])
def test_a_csv_is_read_in_every_common_form(mark, encoding):
    text = f'名称{mark}电话\r\n"暖阳{mark}助老"{mark}138\r\n'
    assert corpus.read(text.encode(encoding), FIELDS).rows == ((2, (f"暖阳{mark}助老", "138")),)


def test_our_own_export_comes_back_without_its_guard():
    data = b"".join(csv.stream([Column("name", "名称")], [("=1+1",), ("'甲",)]))
    assert [row for _no, row in corpus.read(data, FIELDS).rows] == [("=1+1",), ("'甲",)]


COLUMNS = (Column("a", "名称"), Column("b", "电话", kind="int"), Column("c", "电话"))


@pytest.mark.parametrize("writer", ["rust", "python"])
def test_strings_are_written_as_strings_by_both_writers(writer):
    out = io.BytesIO()
    rows = [("=1+1", 3, "http://x.example"), ("@cmd", -2.5, "{=1}"), ("x" * 40_000, 0, "")]
    xlsx.write(COLUMNS, rows, out, ["=台账", "第二行"], writer=writer)
    sheet = corpus.read(out.getvalue(), FIELDS[:1])
    assert sheet.header == ("名称", "电话", "电话 c") and book(out.getvalue()).note == ""
    assert [row[1][:2] for row in sheet.rows] == [("=1+1", "3"), ("@cmd", "-2.5"), ("x" * 32_767, "0")]


@pytest.mark.parametrize("writer", ["rust", "python"])
def test_an_empty_ledger_still_has_its_head(writer):
    out = io.BytesIO()
    xlsx.write(COLUMNS, [], out, ["台账"], writer=writer)
    assert code_of(out.getvalue()) == R.EMPTY_SHEET


def test_without_the_rust_wheel_the_other_writer_writes(monkeypatch):
    monkeypatch.setattr(xlsx, "rust", None)
    out = io.BytesIO()
    xlsx.write(COLUMNS[:1], iter([("甲",)]), out)
    assert corpus.read(out.getvalue(), FIELDS[:1]).rows == ((2, ("甲",)),)


@pytest.mark.parametrize("areas", [("A1:A100", "B1:B100"), ("C3:E3",), ("A1:H1",), ("A1:H1", "A2:H2", "Z9:ZZ9")])
def test_merged_areas_beyond_what_is_written_are_read(areas):
    assert len(corpus.read(corpus.merged(*areas), FIELDS).rows) > 90


@pytest.mark.parametrize(
    "make",
    [
        lambda n: corpus.one_long_text(8 * n),
        lambda n: corpus.with_sheet(f"{corpus.MAIN}<!--{'x' * (8 * n << 20)}-->{corpus.END}"),
        lambda n: corpus.page(1, 1, "&lt;a " * (50_000 * n)),
        lambda n: b"<table><tr><td>" + b"<!--" * (200_000 * n),
        lambda n: b"<table><tr><td>" + b"<a " * (200_000 * n),
    ],
    ids=["attribute", "comment", "cell", "open comments", "open tags"],
)
def test_a_sheet_is_read_in_the_time_of_its_bytes(make):
    """Eight times as much takes about eight times as long, not sixty-four; whatever is found, no clock is looked at."""

    def seconds(n):
        data, began = make(n), time.process_time()
        with suppress(Refused):
            corpus.read(data, FIELDS)
        return time.process_time() - began

    assert seconds(8) < 30 * seconds(1) + 1
