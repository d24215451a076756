"""Imports: all or nothing, once, and every row accounted for."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sanshe.core.audit.queries import history
from sanshe.core.figures import management
from sanshe.core.figures.models import Counter
from sanshe.core.figures.queries import FIGURES, INDICATORS
from sanshe.core.imports import actions, queries
from sanshe.core.imports.actions import judging
from sanshe.core.imports.enums import R, RowState
from sanshe.core.imports.management import import_sheet
from sanshe.core.imports.models import ImportRow, ImportRun
from sanshe.core.imports.types import Went
from sanshe.core.kit.refused import Refused
from sanshe.core.ledgers.management import export_ledger
from tests.imports import corpus
from tests.ledgers import world

AT = datetime(2022, 1, 4, 0, 54, tzinfo=UTC)
pytestmark = pytest.mark.django_db
quick = settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
GOOD = [["组织名称", "电话"], ["暖阳社", "13800000000"], ["晨曦社", "13900000000"]]


@pytest.fixture
def read(officer):
    def read(rows, **more):
        fields = {"name": "a.xlsx", "context": {"batch": "3"}, "by": officer(), "at": AT} | more
        return actions.read_in(importer=world.IMPORTER, data=corpus.workbook(rows), **fields)

    return read


def states(run):
    return [row.state for row in run.rows.order_by("no")]


def test_reading_writes_nothing_but_the_preview(read):
    run = read(GOOD)
    assert states(run) == ["good", "good"] and world.APPLIED == [] and run.area_path == "140213"
    assert [entry.event for entry in history("imports.import", run.pk)] == ["imports.import_read"]


def test_the_same_file_is_the_same_run_and_changes_nothing(read, officer):
    data = corpus.workbook(GOOD)
    fields = {"importer": world.IMPORTER, "data": data, "name": "a", "by": officer(), "at": AT}
    run = actions.read_in(context={"batch": "3"}, **fields)
    actions.apply_run(run=run, skip_bad=False, by=officer(), at=AT)
    again = actions.read_in(context={"batch": "3"}, **fields)
    actions.apply_run(run=again, skip_bad=False, by=officer(), at=AT)
    assert again == run and len(world.APPLIED) == 2 and ImportRow.objects.count() == 2
    assert actions.read_in(context={"batch": "4"}, **fields) != run


def test_a_run_that_is_over_cannot_be_changed(read, officer):
    run = actions.apply_run(run=read(GOOD), skip_bad=False, by=officer(), at=AT)
    with pytest.raises(Refused, match=R.RUN_IS_OVER):
        actions.mend(run=run, no=2, field="name", value="x", by=officer(), at=AT)


def test_when_the_app_fails_no_row_went_in(read, officer, monkeypatch):
    def broken(rows, by, at):
        Counter.objects.create(key="half", area_path="140213")
        raise RuntimeError

    run = read(GOOD)
    object.__setattr__(world.IMPORTER, "apply", broken)
    try:
        with pytest.raises(RuntimeError):
            actions.apply_run(run=run, skip_bad=False, by=officer(), at=AT)
    finally:
        object.__setattr__(world.IMPORTER, "apply", world.apply)
    assert states(run) == ["good", "good"] and not Counter.objects.exists()


def test_an_app_answers_for_every_row(read, officer, monkeypatch):
    run = read(GOOD)
    object.__setattr__(world.IMPORTER, "apply", lambda rows, by, at: [Went("x")])
    try:
        with pytest.raises(Refused, match=R.ANSWERS_DIFFER):
            actions.apply_run(run=run, skip_bad=False, by=officer(), at=AT)
    finally:
        object.__setattr__(world.IMPORTER, "apply", world.apply)


def test_an_app_judges_every_row_of_each_chunk(read, officer, monkeypatch):
    asked = []

    def check(rows):
        asked.append([row.no for row in rows])
        return world.check(rows) if len(rows) > 1 else []

    monkeypatch.setattr(judging, "CHUNK", 2)
    object.__setattr__(world.IMPORTER, "check", check)
    try:
        with pytest.raises(Refused, match=R.ANSWERS_DIFFER):
            read([*GOOD, ["夏荷社", "13700000000"]])
        run = read([*GOOD, ["暖阳社", "13700000000"], ["已有社", "13700000000"]])
    finally:
        object.__setattr__(world.IMPORTER, "check", world.check)
    assert asked == [[2, 3], [4], [2, 3], [4, 5]] and not ImportRun.objects.exclude(pk=run.pk).exists()
    assert states(run) == ["good", "good", "duplicate", "duplicate"]
    assert run.rows.get(no=4).duplicate_of == "#2"  # what stands twice is found across chunks


def test_what_the_world_did_meanwhile_is_judged_anew_before_the_rows_go_in(read, officer):
    run = read([*GOOD, ["夏荷社", "13700000000"]])

    def check(rows):
        known = {"duplicate_of": "03-014", "duplicate_url": "/old/"}
        said = zip(rows, world.check(rows), strict=True)
        return [replace(one, **known) if row["name"] == "晨曦社" else one for row, one in said]

    object.__setattr__(world.IMPORTER, "check", check)
    try:
        actions.apply_run(run=run, skip_bad=False, by=officer(), at=AT)
    finally:
        object.__setattr__(world.IMPORTER, "check", world.check)
    assert [row["name"] for row in world.APPLIED] == ["暖阳社", "夏荷社"]
    rows = [(row.state, row.went, row.url, row.duplicate_of) for row in run.rows.order_by("no")]
    assert rows[1] == ("merged", "", "/old/", "03-014")
    assert [one[0] for one in rows] == ["applied", "merged", "applied"]
    assert [queries.values_of(row)["phone"] for row in run.rows.order_by("no")] == [
        "13800000000", "13900000000", "13700000000"
    ]  # fmt: skip


def test_a_row_mended_into_a_double_is_one(read, officer):
    run = read([*GOOD, ["蜜蜂队", "1"]])
    row = actions.mend(run=run, no=4, field="name", value="暖阳社", by=officer(), at=AT)
    assert row.state == RowState.MEND
    row = actions.mend(run=run, no=4, field="phone", value="13800000001", by=officer(), at=AT)
    assert (row.state, row.duplicate_of, row.mended) == (RowState.DUPLICATE, "#2", ["name", "phone"])


def test_an_unknown_field_is_not_written(read, officer):
    with pytest.raises(Refused):
        actions.mend(run=read(GOOD), no=2, field="state", value="x", by=officer(), at=AT)


def test_a_row_that_is_not_there_is_a_refusal(read, officer):
    run = read(GOOD)
    with pytest.raises(Refused, match=R.STALE):
        actions.mend(run=run, no=999, field="name", value="x", by=officer(), at=AT)
    with pytest.raises(Refused, match=R.STALE):
        actions.skip(run=run, no=999, leave_out=True, by=officer(), at=AT)


def test_a_missing_column_is_named(read):
    refusal = queries.refusal_of_heads(read([["组织名称"], ["暖阳社"]]))
    assert refusal.code == R.MISSING_COLUMNS and refusal.facts == {"columns": "联系电话"}
    assert queries.refusal_of_heads(read([["电话", "联系电话"], ["1", "2"]])).code == R.DOUBLE_COLUMN


def test_rows_lie_encrypted(read):
    from django.db import connection

    read(GOOD)
    with connection.cursor() as cursor:
        cursor.execute('SELECT "values" FROM imports_importrow')
        assert not any("13800000000" in str(row) or "暖阳" in str(row) for row in cursor.fetchall())


names = st.sampled_from(["暖阳社", "晨曦社", "已有社", "", "蜜蜂队"])
phones = st.sampled_from(["13800000000", "1380000000", ""])


@quick
@given(st.lists(st.tuples(names, phones), min_size=1, max_size=10))
def test_sums_add_up_and_every_row_has_an_end(officer, rows):
    ImportRun.objects.all().delete()
    world.APPLIED.clear()
    data = "\n".join(["组织名称,电话", *(f"{n},{p}x"[:-1] if n or p else ",," for n, p in rows)]).encode()
    fields = {"name": "a", "context": {"batch": "3"}, "by": officer(), "at": AT}
    try:
        run = actions.read_in(importer=world.IMPORTER, data=data, **fields)
        actions.apply_run(run=run, skip_bad=True, by=officer(), at=AT)
    except Refused as refusal:
        assert refusal.code in (R.EMPTY_SHEET, R.NOTHING_TO_IMPORT)
        return
    n = queries.summary(run)
    filled = [row for row in rows if any(row)]
    assert n["all"] == len(filled) == n["applied"] + n["merged"] + n["skipped"]
    assert n["applied"] == len(world.APPLIED) == len({one["name"] for one in world.APPLIED})


def test_the_command_imports_and_says_each_bad_row(tmp_path):
    path, said = tmp_path / "a.xlsx", []
    path.write_bytes(corpus.workbook([*GOOD, ["蜜蜂队", "1"]]))
    command = {"code": "test.import", "path": path, "say": said.append, "context": {"batch": "3"}}
    assert import_sheet(**command) == 1 and world.APPLIED == []
    assert said == ["第 4 行 联系电话：手机号要 11 位", "还有 1 行有错，一行也没导入。改好，或选跳过有错的行。"]
    assert import_sheet(**command, skip_bad=True) == 0
    assert said[-1] == "3 行：进来 2，并入已有 0，跳过 1。" and len(world.APPLIED) == 2
    assert import_sheet(**command) == 0 and "什么都没变" in said[-1]


def test_the_command_says_what_it_cannot_read(tmp_path):
    said = []
    assert import_sheet("no", tmp_path, said.append) == 2
    assert import_sheet("test.import", tmp_path / "none.csv", said.append) == 2
    (tmp_path / "x.csv").write_bytes(b"\x00")
    assert import_sheet("test.import", tmp_path / "x.csv", said.append) == 1 and "NUL" in said[-1]
    (tmp_path / "x.csv").write_text("单位,手机\n甲,1")
    assert import_sheet("test.import", tmp_path / "x.csv", said.append) == 1
    assert said[-1] == "要有的列还没对上：组织名称、联系电话。"


@pytest.mark.parametrize("ending", ["xlsx", "csv", "docx", "pdf"])
def test_the_command_exports(ending, tmp_path):
    Counter.objects.create(key="a", area_path="140213", n=1)
    path = tmp_path / f"a.{ending}"
    assert export_ledger("test.counters", path, print) == 0 and path.stat().st_size > 50
    assert export_ledger("test.counters", tmp_path / "a.exe", lambda text: None) == 2


def test_the_command_prints_figures_and_finds_a_wrong_counter(monkeypatch):
    from sanshe.core.figures.types import Indicator

    wrong = Indicator("x.n", "数", "x", recount=lambda path: 2, counter="x")
    monkeypatch.setattr(INDICATORS, "_items", {"x.n": wrong})
    monkeypatch.setattr(FIGURES, "_items", {"test": lambda path, at: {"received": 40}})
    said = []
    assert management.figures(said.append) == 0
    assert json.loads(said[0]) == {"test": {"received": 40}, "indicators": {"x.n": 2}}
    assert management.figures(said.append, check=True) == 1 and "记录里有 2，计数器记着 0" in said[-1]


def test_a_year_later_the_rows_of_a_sheet_hold_nothing_but_what_became_of_them(read, officer):
    from sanshe.core.imports.actions.retention import purge

    run = read(GOOD)
    actions.apply_run(run=run, skip_bad=False, by=officer(), at=AT)
    assert purge(at=AT + timedelta(days=365)) == 0 and purge(at=AT + timedelta(days=366)) == 2
    assert [(queries.values_of(row), row.state) for row in run.rows.order_by("no")] == [({}, "applied")] * 2
    assert purge(at=AT + timedelta(days=366)) == 0
