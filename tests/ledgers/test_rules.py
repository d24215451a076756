"""Cells, heads, trees: no database."""

import csv
import io
import re
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanshe.core.imports.enums import FINAL_OF, R, RowState
from sanshe.core.imports.rules import decode, match, missing
from sanshe.core.imports.types import Field
from sanshe.core.kit.refused import Refused
from sanshe.core.ledgers.adapters import csv as csv_out
from sanshe.core.ledgers.enums import FilterKind, Kind
from sanshe.core.ledgers.rules import cell, clean_filter, guarded, shown, text_of, unguarded, written
from sanshe.core.ledgers.types import Column, Filter
from sanshe.core.papers import rules
from sanshe.core.papers.enums import R as Papers
from sanshe.core.papers.types import (
    Box,
    Break,
    Doc,
    Heading,
    KeyValue,
    NameList,
    Para,
    Run,
    Signature,
    Table,
    number_line,
)

FIELDS = (Field("name", "组织名称", aliases=("名称",), required=True), Field("code", "信用代码/备案号"))
WHOLE = Doc(
    title="协议{no}",
    number="〔2022〕1 号",
    org="中心",
    foot="根 {root}",
    blocks=(
        Heading("一、期限", 2),
        Para("自 {from} 起"),
        Para((Run("甲", fill=True), "方")),
        Table(("号", "名"), (("1", "{name}"),), (1, 3), (0,)),
        KeyValue((("批次", "{no}"),), 1),
        NameList(("{list}",)),
        Signature(boxes=(Box("甲方", ("签名：",)),), style="boxes"),
        Break(),
    ),
)


@given(st.text(max_size=20))
def test_no_cell_of_a_csv_is_taken_for_a_formula(text):
    cell = guarded(text)
    forced = re.fullmatch(r'="[0-9.,:/+\-Ee ]+"', cell)
    assert forced or not cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"))
    assert unguarded(cell) == text.replace("\x00", "") or text.startswith('="')


@given(st.lists(st.lists(st.text(max_size=9), min_size=2, max_size=2), max_size=9))
def test_what_went_out_as_csv_comes_back_whole(rows):
    columns = [Column("a", "甲"), Column("b", "乙")]
    text = b"".join(csv_out.stream(columns, rows)).decode("utf-8-sig")
    back = list(csv.reader(io.StringIO(text, newline="")))
    assert back[1:] == [[guarded(cell) for cell in row] for row in rows]


def test_numbers_stay_numbers_and_a_negative_one_is_no_formula():
    assert guarded(-3) == "-3" and written(Decimal("2.50"), "money") == 2.5
    assert written(True, "text") == "✓" and written(None, "int") == ""


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (datetime(2022, 1, 5, 16, 30, tzinfo=UTC), "2022-01-06 00:30"),
        (date(2022, 1, 5), "2022-01-05"),
        (None, ""),
        ("a\x00b", "ab"),
    ],
)
def test_values_as_text(value, text):
    assert text_of(value) == text


def test_a_cell_follows_a_path_and_stops_at_nothing():
    row = {"organisation": {"name": "暖阳"}, "panel": None}
    assert cell(Column("x", "", value="organisation.name"), row) == "暖阳"
    assert cell(Column("x", "", value="panel.name"), row) is None
    assert cell(Column("x", "", value=len), row) == 2


def test_pills_and_money_on_paper():
    assert shown(("due", "等签"), Kind.PILL) == "等签" and shown(Decimal(1234), Kind.MONEY) == "1,234.00"


@pytest.mark.parametrize(
    ("kind", "asked", "clean"),
    [
        ("choice", {"f": "b"}, None),
        ("choice", {"f": "a"}, "a"),
        ("text", {"f": " 暖\x00阳 "}, "暖阳"),
        ("text", {"f": "  "}, None),
        ("area", {"f": "140213001"}, "140213001"),
        ("area", {"f": "１４"}, None),
        ("area", {"f": "14' or"}, None),
        ("dates", {"f_from": "2022-01-05"}, (date(2022, 1, 5), None)),
        ("dates", {"f_from": "x", "f_to": "2022-13-01"}, None),
    ],
)
def test_filters_come_in_clean(kind, asked, clean):
    flt = Filter("f", "", FilterKind(kind))
    assert clean_filter(flt, lambda name: asked.get(name, ""), ("a",)) == clean


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        ("名称".encode(), "utf-8"),
        ("名称".encode("utf-8-sig"), "utf-8-sig"),
        ("名称".encode("utf-16"), "utf-16"),
        ("名称,𠮷".encode("gb18030"), "gb18030"),
        ("名称".encode("gbk"), "gb18030"),
    ],
)
def test_a_csv_is_read_in_the_encoding_it_has(data, encoding):
    text, found = decode(data)
    assert text.startswith("名称") and found == encoding


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"a\x00b", R.HAS_NUL),
        ("a\x00".encode("utf-16"), R.HAS_NUL),
        (b"\xff\xfea", R.NOT_TEXT),
        (b"\x81\x20\xff\xff", R.NOT_TEXT),
    ],
)
def test_what_is_no_text_is_refused(data, code):
    with pytest.raises(Refused) as refusal:
        decode(data)
    assert refusal.value.code == code


@pytest.mark.parametrize("head", ["组织名称", " 组织 名称 *", "名　称", "组织名称（必填）".replace("必填", ""), "NAME"])
def test_heads_are_known_whatever_their_spaces(head):
    assert match([head, "备注"], FIELDS) == {"name": 0}


def test_a_field_in_two_columns_is_refused_and_a_missing_one_named():
    with pytest.raises(Refused, match=R.DOUBLE_COLUMN):
        match(["名称", "组织名称"], FIELDS)
    assert missing(match(["信用代码/备案号"], FIELDS), FIELDS) == ["组织名称"]


def test_a_paper_survives_being_stored():
    assert rules.from_json(rules.to_json(WHOLE)) == WHOLE


def test_all_blanks_are_found_wherever_they_stand():
    assert rules.blanks_in(rules.to_json(WHOLE)) == {"no", "root", "from", "name", "list"}


def test_a_filled_in_fact_is_a_run_of_its_own_and_is_not_filled_again():
    values = {"no": "3", "root": "9C", "from": "{name}", "name": "暖阳", "list": ["甲", "乙"]}
    made = rules.filled(WHOLE, values)
    assert made.title == "协议3" and made.blocks[1].text == (Run("自 "), Run("{name}", fill=True), Run(" 起"))
    assert made.blocks[3].rows == (("1", "暖阳"),) and made.blocks[5].names == ("甲", "乙")


def test_a_blank_without_a_value_is_named():
    with pytest.raises(Refused) as refusal:
        rules.filled(WHOLE, {})
    assert refusal.value.code == Papers.EMPTY_BLANK and refusal.value.facts == {"blank": "from"}


@given(st.text(max_size=30))
def test_no_template_engine_runs_on_what_people_type(text):
    doc = Doc("x", blocks=(Para("{name}"),))
    assert "".join(run.text for run in rules.filled(doc, {"name": text}).blocks[0].text) == text


@pytest.mark.parametrize(
    "tree",
    [
        [],
        {"title": "x", "blocks": 3},
        {"title": "x", "blocks": [{"block": "Script", "text": ""}]},
        {"title": "x", "blocks": [{"block": "Para"}]},
        {"title": "x", "blocks": [{"block": "Para", "text": "a", "evil": 1}]},
        {"title": "x", "blocks": ["a"]},
        {"title": 3, "blocks": []},
        {"blocks": []},
        {"title": "x", "blocks": [{"block": "Break"}] * 501},
    ],
)
def test_what_is_no_tree_is_refused(tree):
    with pytest.raises(Refused, match=Papers.NOT_A_TREE):
        rules.from_json(tree)


def test_edited_text_keeps_bold_and_begins_new_paragraphs():
    doc = Doc("x", blocks=(Para((Run("第一条", bold=True), " 一年")), Break(), Para("去掉")))
    assert rules.text_of_block(doc.blocks[0]) == "**第一条** 一年"
    made = rules.edited(doc, {0: "**第一条** 两年\r\n\r\n新的", 1: "no", 2: " "}, title="y")
    assert made == Doc("y", blocks=(Para((Run("第一条", bold=True), Run(" 两年"))), Para("新的"), Break()))


def test_the_number_line_of_gb_9704():
    assert number_line("创享公示", 2022, 1) == "创享公示〔2022〕1 号"


def test_every_open_state_of_a_row_has_an_end():
    assert set(FINAL_OF) | set(FINAL_OF.values()) == set(RowState)
