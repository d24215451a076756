"""Columns that no head names are matched by hand, once for the office, and every sheet like it after that goes in."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import Http404, QueryDict
from django.test import RequestFactory

from sanshe.core.audit.queries import history
from sanshe.core.imports import actions, adapters, pages, queries, rules, views
from sanshe.core.imports.actions.retention import purge
from sanshe.core.imports.enums import R, RowState, RunState
from sanshe.core.imports.forms import columns_chosen
from sanshe.core.imports.models import ImportTable, Matching
from sanshe.core.imports.types import Field, Sheet, Spot, Table
from sanshe.core.kit.refused import Refused
from sanshe.core.rows.enums import R as Rows
from sanshe.core.rows.rules import refusal_of_phone
from tests.imports import corpus
from tests.imports.test_office_sheets import book, hide
from tests.ledgers import world

AT = datetime(2022, 1, 4, 0, 54, tzinfo=UTC)
THEIRS = [["单位全名", "手机", "服务内容"], ["暖阳社", "13800000000", "助老"], ["晨曦社", "13900000000", "助学"]]
BY_HAND = {0: "name", 1: "phone"}
FIELDS = (
    Field("name", "组织名称", required=True),
    Field("head", "负责人"),
    Field("phone", "联系电话", required=True, fits=lambda cell: refusal_of_phone(cell) is None),
)


@pytest.fixture
def read(officer, db):
    def read(rows, **more):
        data = rows if isinstance(rows, bytes) else corpus.workbook(rows)
        fields = {"name": "a.xlsx", "context": {"batch": "3"}, "by": officer(), "at": AT} | more
        return actions.read_in(importer=world.IMPORTER, data=data, **fields)

    return read


@pytest.fixture
def match(officer):
    def match(run, columns=BY_HAND, spot=None, **more):
        return actions.match_columns(
            run=run, spot=spot or Spot(**run.spot), columns=columns, **{"by": officer(), "at": AT} | more
        )

    return match


def values(run):
    return [list(queries.values_of(row).values()) for row in run.rows.order_by("no")]


def sheet(header, *rows):
    return Sheet(tuple(header), tuple((no, tuple(row)) for no, row in enumerate(rows, 2)))


@pytest.mark.parametrize(
    ("header", "rows", "found"),
    [
        (["单位名称", "单位负责人", "手机"], [["暖阳社", "甲", "13800000000"]], {0: "name", 1: "head", 2: "phone"}),
        (["甲", "乙"], [["x", "13800000000"]], {1: "phone"}),  # by its values
        (["电话号码", "号码"], [["1", "13800000000"]], {1: "phone"}),  # those of the other are none
        (["组织名称", "组织名称"], [["甲", "乙"]], {0: "name"}),  # equal heads: the first is proposed
        (["", "", ""], [["甲", "乙", "丙"]], {}),
        (["=联系电话", "组织　名称*"], [["13800000000", "甲"]], {0: "phone", 1: "name"}),
    ],
)
def test_what_a_page_proposes(header, rows, found):
    assert rules.offered(sheet(header, *rows), FIELDS, {}) == found


def test_what_was_said_before_is_proposed_first():
    assert rules.offered(sheet(["代号", "名称"]), FIELDS, {"代号": "name"}) == {0: "name"}


def test_a_set_of_heads_is_known_in_any_order_but_not_with_one_more():
    known = rules.print_of(["手机", "单位全名"])
    assert known == rules.print_of(["单位　全名", "手机*"]) == rules.print_of(["手机", "", "单位全名"])
    assert known != rules.print_of(["手机", "单位全名", "备注"]) and rules.print_of(["", " "]) == ""


def test_equal_heads_are_told_apart_by_their_order():
    kept = dict(zip(rules.keys_of(["电话", "电话"]), ("head", "phone"), strict=True))
    assert rules.placed(["电话", "名称", "电话"], kept) == {0: "head", 2: "phone"}


def test_without_known_heads_the_first_full_row_of_the_longest_table_is_the_head():
    notes = Table([["填表说明"], ["一、…", "二、…"]])
    long = Table([["附件2"], [], ["甲", "乙", "丙"], *[["1", "2", "3"]] * 5])
    assert rules.spot_of([notes, long], FIELDS) == Spot(1, 3, 1)


def test_columns_have_their_letters():
    assert [rules.letters(place) for place in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]


@pytest.mark.parametrize(
    ("columns", "code"),
    [
        ({0: "name"}, R.MISSING_COLUMNS),
        ({0: "name", 1: "name", 2: "phone"}, R.TWO_COLUMNS),
        ({0: "name", 2: "phone"}, None),
    ],
)
def test_a_matching_is_whole_and_says_each_field_once(columns, code):
    refusal = rules.refusal_of_columns(columns, FIELDS)
    assert (refusal and refusal.code) == code


def test_a_sheet_with_unknown_heads_waits_for_them(read, officer):
    run = read(THEIRS)
    assert run.state == RunState.COLUMNS and not run.rows.exists() and run.tables.count() == 1
    with pytest.raises(Refused) as refusal:
        actions.apply_run(run=run, skip_bad=True, by=officer(), at=AT)
    assert refusal.value.code == R.NO_COLUMNS_YET


def test_what_is_matched_by_hand_is_read_and_on_record(read, match, officer):
    chief = officer()
    run = match(read(THEIRS), by=chief)
    assert run.state == RunState.OPEN and values(run) == [["暖阳社", "13800000000"], ["晨曦社", "13900000000"]]
    entry = history("imports.import", run.pk)[0]
    assert entry.event == "imports.columns_matched" and entry.by == chief.id
    assert entry.new["columns"] == [["单位全名", "name"], ["手机", "phone"], ["服务内容", ""]]
    assert run.matching.said_by == chief.id and run.matching.columns == {"单位全名": "name", "手机": "phone"}


def test_the_next_sheet_with_these_heads_goes_in_whatever_their_order(read, match):
    match(read(THEIRS))
    run = read([["附件"], [], ["服务内容", "手机", "单位全名"], ["助残", "13700000000", "蜜蜂队"]])
    assert run.state == RunState.OPEN and values(run) == [["13700000000", "蜜蜂队"]]
    assert read([["单位全名", "手机", "编号"], ["蜜蜂队", "13700000000", "1"]]).state == RunState.COLUMNS


def test_what_one_area_said_is_nothing_to_another(read, match):
    match(read(THEIRS))
    Matching.objects.update(area_path="140214")
    assert read([*THEIRS, ["蜜蜂队", "13700000000", ""]]).state == RunState.COLUMNS


def test_an_office_that_changed_its_mind_is_followed(read, match):
    run = match(read(THEIRS))
    run = match(run, {2: "name", 1: "phone"})
    assert sorted(values(run)[0]) == ["13800000000", "助老"]
    assert Matching.objects.get().columns == {"服务内容": "name", "手机": "phone"}
    assert history("imports.import", run.pk)[0].old == {"columns": ["name", "phone", ""]}


def test_known_heads_may_be_matched_otherwise_and_that_holds_next_time(read, match):
    known = [["组织名称", "电话", "座机"], ["暖阳社", "13800000000", "0352-5550000"]]
    run = read(known)
    assert run.state == RunState.OPEN and run.matching is None
    match(run, {0: "name", 2: "phone"})
    again = read([*known, ["晨曦社", "1", "0352-5550001"]])
    assert values(again)[1] == ["晨曦社", "0352-5550001"]


def test_what_was_mended_or_left_out_by_hand_stays_so(read, match, officer):
    run = match(read([*THEIRS, ["蜜蜂队", "138", ""]]))
    actions.mend(run=run, no=4, field="phone", value="13600000000", by=officer(), at=AT)
    actions.skip(run=run, no=3, leave_out=True, by=officer(), at=AT)
    run.refresh_from_db()
    run = match(run, {0: "name", 1: "phone", 2: "about"})
    rows = {row.no: row for row in run.rows.all()}
    assert rows[4].state == RowState.GOOD and queries.values_of(rows[4])["phone"] == "13600000000"
    assert rows[3].state == RowState.SKIP and rows[2].state == RowState.GOOD
    assert queries.values_of(rows[2])["about"] == "助老"


def test_a_word_on_an_older_state_is_refused(read, match):
    run = read(THEIRS)
    stale = type(run).objects.get(pk=run.pk)
    match(run)
    with pytest.raises(Refused) as refusal:
        match(stale, {2: "name", 1: "phone"})
    assert refusal.value.code == Rows.MOVED_ON and Matching.objects.get().columns["单位全名"] == "name"


def test_nothing_is_matched_once_it_is_taken_over_and_the_tables_are_gone(read, match, officer):
    run = actions.apply_run(run=match(read(THEIRS)), skip_bad=False, by=officer(), at=AT)
    assert not ImportTable.objects.exists()
    with pytest.raises(Refused) as refusal:
        match(run)
    assert refusal.value.code == R.RUN_IS_OVER


def test_a_sheet_that_was_never_taken_over_is_gone_after_a_year(read, match):
    run = read(THEIRS)
    purge(at=AT + timedelta(days=365))
    assert ImportTable.objects.exists()
    purge(at=AT + timedelta(days=365, seconds=1))
    assert not ImportTable.objects.exists() and pages.columns_page(run, None) is None
    with pytest.raises(Refused) as refusal:
        match(run)
    assert refusal.value.code == R.STALE


def test_tables_lie_encrypted(read):
    from django.db import connection

    read(THEIRS)
    packed = adapters.packed(Table([list(row) for row in THEIRS]))
    with connection.cursor() as cursor:
        cursor.execute("SELECT cells FROM imports_importtable")
        (cells,) = cursor.fetchone()
    assert packed and packed[:40] not in cells


def test_another_table_another_row_or_none_may_be_the_head(read, match):
    data = book(("说明", [["一"], ["二"]]), ("数据", [["甲社", "13800000000"], ["乙社", "13900000000"]]))
    run = read(data)
    match(run, {0: "name", 1: "phone"}, Spot(1, 0, 1))
    assert values(run) == [["甲社", "13800000000"], ["乙社", "13900000000"]] and not Matching.objects.exists()
    match(run, {0: "name", 1: "phone"}, Spot(1, 1, 1))
    assert values(run) == [["乙社", "13900000000"]]
    with pytest.raises(Refused):
        match(run, {0: "name", 1: "phone"}, Spot(7, 1, 1))


def test_a_head_of_two_rows_is_matched_by_hand(read, match):
    run = read(book(("表", [["谁", "", "找谁"], ["全名", "简称", "手机"], ["暖阳社", "暖", "13800000000"]])))
    match(run, {0: "name", 2: "phone"}, Spot(0, 1, 2))
    assert values(run) == [["暖阳社", "13800000000"]]
    assert run.columns == [["谁 / 全名", "name"], ["简称", ""], ["找谁 / 手机", "phone"]]


@pytest.mark.parametrize(
    "head",
    [["=1+1", "＝A1"], ["", ""], ["甲", "甲"], ["x" * 30_000, "\n\n"], ["<b>", "'"], ["𠮷" * 50, "\t"]],
    ids=["formulas", "empty", "equal", "long", "marks", "rare"],
)
def test_hostile_heads_are_heads(head, read, match):
    run = read([head, ["暖阳社", "13800000000"], ["晨曦社", "13900000000"]])
    page = pages.columns_page(run, Spot(0, 1, 1))
    assert [one.letter for one in page.columns] == ["A", "B"]
    assert values(match(run, BY_HAND, Spot(0, 1, 1)))[-1] == ["晨曦社", "13900000000"]


@pytest.mark.parametrize("make", [corpus.workbook, lambda rows: "\n".join(",".join(row) for row in rows).encode()])
def test_ten_thousand_columns_are_refused(make, read):
    with pytest.raises(Refused) as refusal:
        read(make([[f"列{n}" for n in range(10_000)], ["1"] * 10_000]))
    assert refusal.value.code == R.TOO_MANY_COLUMNS


def test_a_field_in_two_columns_is_asked_about_and_no_row_is_taken_for_a_head(read, match):
    run = read([["组织名称", "电话", "组织名称"], ["暖阳社", "13800000000", "旧名"]])
    assert run.state == RunState.COLUMNS and run.spot == {"table": 0, "row": 1, "depth": 1}
    assert values(match(run)) == [["暖阳社", "13800000000"]]


def test_a_table_that_is_too_large_is_named_and_not_read(read, match):
    wide = [[f"列{n}" for n in range(300)]]
    data = book(("名单", [["谁", "手机"], ["暖阳社", "13800000000"]]), ("下拉", wide))
    run = read(data)
    page = pages.columns_page(run, Spot(1, 1, 1))
    assert page.tables[1][1] == "下拉（太大，读不了）" and page.columns == [] and page.fault


def test_a_hidden_table_may_be_chosen(read):
    run = read(book(("旧", [["谁", "手机"], ["甲", "1"]]), ("表", THEIRS), change=lambda made: hide(made["旧"])))
    assert run.spot["table"] == 1 and pages.columns_page(run, None).tables[0][1] == "旧（隐藏）"


# ---- the page


@pytest.fixture
def ask(officer):
    def ask(run_id, actor=None, method="get", **data):
        request = getattr(RequestFactory(), method)("/ledgers/", data)
        request.actor, request.received_at = actor or officer(), AT
        return views.columns(request, run_id)

    return ask


def said(**columns):
    return {"table": "0", "row": "1", "depth": "1", **columns}


def test_an_unknown_sheet_leads_to_its_columns(ask, officer, db):
    file = SimpleUploadedFile("a.xlsx", corpus.workbook(THEIRS))
    request = RequestFactory().post("/ledgers/", {"file": file})
    request.actor, request.received_at = officer(), AT
    answer = views.upload(request, "test.import")
    assert answer.status_code == 302 and answer.url.endswith("/columns/")
    run_id = answer.url.split("/")[-3]
    request = RequestFactory().get("/")
    request.actor, request.received_at = officer(), AT
    assert views.run(request, run_id).url == answer.url


def test_the_page_shows_each_head_with_its_first_values_and_a_guess(ask, read):
    page = ask(read(THEIRS).pk).content.decode()
    assert "B 列　手机" in page and "138***00、139***00" in page and "13800000000" not in page
    assert "组织名称 *" in page and "做什么" in page


def test_what_is_chosen_is_done(ask, read):
    run = read(THEIRS)
    answer = ask(run.pk, method="post", **said(c0="name", c1="phone", c2=""))
    assert answer.status_code == 302 and values(run) == [["暖阳社", "13800000000"], ["晨曦社", "13900000000"]]


@pytest.mark.parametrize(
    ("columns", "code", "fields"),
    [
        ({"c0": "name"}, R.MISSING_COLUMNS, [None]),
        ({"c0": "name", "c1": "phone", "c2": "name", "c3": "phone"}, R.TWO_COLUMNS, ["c2", "c3"]),
        ({"c0": "rubbish", "c1": "phone"}, R.MISSING_COLUMNS, [None]),
    ],
)
def test_a_choice_that_is_not_whole_is_refused_beside_its_columns(columns, code, fields, ask, read):
    run = read([[*THEIRS[0], "座机"], [*THEIRS[1], "1"]])
    with pytest.raises(Refused) as refusal:
        ask(run.pk, method="post", **said(**columns))
    found = [refusal.value, *refusal.value.more]
    assert {one.code for one in found} == {code} and [one.facts.get("field") for one in found] == fields
    assert run.rows.count() == 0


def test_a_place_that_is_none_is_refused(ask, read):
    run = read(THEIRS)
    for place in ({"row": "x"}, {"row": ""}, {"depth": "9"}, {"table": "-1"}):
        with pytest.raises(Refused) as refusal:
            ask(run.pk, method="post", **said(c0="name", c1="phone") | place)
        assert refusal.value.code == R.STALE
    assert run.rows.count() == 0


def test_another_head_is_looked_at_by_its_address(ask, read):
    run = read([["附件"], ["单位全名", "手机"], ["暖阳社", "13800000000"]])
    assert "A 列　单位全名" in ask(run.pk, row="2").content.decode()
    assert "A 列　暖阳社" in ask(run.pk, table="0", row="3", depth="1").content.decode()
    assert ask(run.pk, row="9").status_code == 200
    with pytest.raises(Http404):
        ask(run.pk, table="5", row="1")


def test_who_may_not_import_here_finds_no_columns(ask, read, officer):
    run = read(THEIRS)
    for method in ("get", "post"):
        with pytest.raises(Http404):
            ask(run.pk, officer("140214"), method)


def test_columns_of_a_run_that_is_over_lead_to_its_rows(ask, read, match, officer):
    run = actions.apply_run(run=match(read(THEIRS)), skip_bad=False, by=officer(), at=AT)
    assert ask(run.pk).url == f"/ledgers/import/run/{run.pk}/"


def test_the_rows_say_who_matched_their_columns(read, match, officer):
    run = match(read(THEIRS))
    request = RequestFactory().get("/")
    request.actor, request.received_at = officer(), AT
    page = views.run(request, run.pk).content.decode()
    assert "1月4日" in page and f"/ledgers/import/run/{run.pk}/columns/" in page


def test_only_fields_that_are_known_are_chosen():
    assert columns_chosen(QueryDict("c0=name&c1=x&c250=phone&c2="), {"name", "phone"}) == {0: "name"}


def test_a_table_is_kept_as_it_was():
    table = Table([["甲", "𠮷"], ["", "1"]], "表", False, frozenset({2}), ((0, 0, 1, 0),))
    assert adapters.unpacked(adapters.packed(table), "表", False) == table
