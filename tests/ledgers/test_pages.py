"""The pages of ledgers, asked for directly."""

import io
from datetime import UTC, datetime
from uuid import uuid4

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import Http404
from django.test import RequestFactory

from sanshe.core.audit.queries import history
from sanshe.core.figures.models import Counter
from sanshe.core.imports import views as imports
from sanshe.core.imports.models import ImportRun
from sanshe.core.kit.access import NOBODY
from sanshe.core.kit.refused import Refused
from sanshe.core.ledgers.views import lists
from sanshe.core.papers import queries
from sanshe.core.papers.views import templates
from sanshe.core.ui.queries import say, wrongs_of
from tests.ledgers import world

AT = datetime(2022, 2, 18, 0, 30, tzinfo=UTC)
pytestmark = pytest.mark.django_db
CSV = """组织名称,电话,备注
暖阳社,13800000000,a
蜜蜂队,1383520771,b
,150,c
已有社,13900000000,d
暖阳社,13700000000,e
""".encode()


@pytest.fixture
def ask(officer):
    def ask(view, *args, actor=None, method="get", **data):
        request = getattr(RequestFactory(), method)("/ledgers/", data)
        request.actor, request.received_at = actor or officer(), AT
        return view(request, *args)

    return ask


@pytest.fixture
def text(ask):
    return lambda view, *args, **data: ask(view, *args, **data).content.decode()


def rows(n, area="140213001", **fields):
    Counter.objects.bulk_create([Counter(key=f"k{place:03}", area_path=area, n=n - place) for place in range(n)])


def test_the_index_lists_what_one_may_open(text, officer):
    assert "计数台账" in text(lists.index)
    assert "计数台账" not in text(lists.index, actor=NOBODY)


def test_a_ledger_shows_its_rows_with_order_and_links(text):
    rows(2)
    page = text(lists.ledger, "test.counters")
    assert 'aria-sort="descending">公斤 ↓' in page and '<span class="s-pill" data-s="due">=再去</span>' in page
    assert page.index("k000") < page.index("k001") and f'href="/counter/{Counter.objects.first().pk}/"' in page


def test_another_areas_rows_never_appear(text, officer, ask):
    rows(1, "140214001")
    assert "k000" not in text(lists.ledger, "test.counters")
    assert "k000" not in text(lists.ledger, "test.counters", area="140214")
    out = b"".join(ask(lists.export, "test.counters", "csv").streaming_content).decode()
    assert "k000" not in out and "k000" in text(lists.ledger, "test.counters", actor=officer("140214"))


def test_a_ledger_one_may_not_open_is_not_there(ask):
    for view, args in ((lists.ledger, ("test.counters",)), (lists.export, ("test.counters", "csv"))):
        with pytest.raises(Http404):
            ask(view, *args, actor=NOBODY)


def test_an_unknown_format_is_not_there(ask):
    with pytest.raises(Http404):
        ask(lists.export, "test.counters", "exe")


@pytest.mark.parametrize("n", [1, 3])
def test_a_page_takes_one_query_however_many_rows(n, text, django_assert_num_queries):
    rows(n)
    text(lists.ledger, "test.counters")  # names of areas are in memory from here on
    with django_assert_num_queries(2):  # rows, unread messages
        text(lists.ledger, "test.counters")


def test_the_pager_keeps_the_filters(text, monkeypatch):
    monkeypatch.setattr(lists, "SIZE", 2)
    rows(5)
    page = text(lists.ledger, "test.counters", key="k0")
    assert 'rel="next" href="?key=k0&amp;after=' in page and 'rel="prev"' not in page


def test_filters_that_make_no_sense_are_shown_as_not_set(text):
    rows(1)
    page = text(lists.ledger, "test.counters", n="7", area="x'", key="\x00")
    assert "k000" in page and "清空" not in page


@pytest.mark.parametrize("fmt", ["xlsx", "csv", "docx", "pdf"])
def test_an_export_has_a_chinese_name_and_goes_on_record(fmt, ask):
    rows(2)
    answer = ask(lists.export, "test.counters", fmt, key="k")
    body = b"".join(answer.streaming_content) if answer.streaming else answer.content
    assert body[:4] in (b"PK\x03\x04", b"%PDF", "\ufeff名".encode()[:4])
    assert "filename*=utf-8''%E8%AE%A1%E6%95%B0%E5%8F%B0%E8%B4%A6" in answer["Content-Disposition"]
    assert history("ledgers.ledger", "test.counters")[0].new == {"format": fmt, "filters": {"key": "k"}}


def test_a_sheet_names_area_filters_and_time_above_its_heads(ask):
    rows(1)
    data = b"".join(ask(lists.export, "test.counters", "xlsx", key="k").streaming_content)
    lines = list(openpyxl.load_workbook(io.BytesIO(data)).active.values)
    assert lines[0][0] == "计数台账" and lines[1][0] == "区域：140213　筛选：名称 k　数字截至 2022-02-18 08:30"
    assert lines[2:] == [("名称", "区域", "公斤", "状态"), ("k000", "140213001", 1, "=再去")]


def test_a_csv_has_one_line_of_heads(ask):
    rows(1)
    out = b"".join(ask(lists.export, "test.counters", "csv", key="k").streaming_content).decode("utf-8-sig")
    assert out.splitlines() == ["名称,区域,公斤,状态", "k000,140213001,1,'=再去"]


def test_too_many_rows_for_paper_are_refused_with_a_way_out(ask, monkeypatch):
    monkeypatch.setattr("sanshe.core.ledgers.queries.exports.MOST_ON_PAPER", 1)
    rows(2)
    answer = ask(lists.export, "test.counters", "pdf")
    assert answer.status_code == 409 and "最多印 1 条" in answer.content.decode()


def send(ask, data=CSV, **more):
    file = SimpleUploadedFile("线下收件.csv", data)
    return ask(imports.upload, "test.import", method="post", file=file, **more)


def test_a_sheet_is_read_mended_and_taken_over(ask, text):
    assert send(ask).status_code == 302
    run = ImportRun.objects.get()
    page = text(imports.run, run.pk)
    assert "5 行里 1 行可以导入，4 行要看" in page and "手机号要 11 位" in page
    assert "本表第 2 行" in page and "03-014" in page
    ask(imports.mend, run.pk, method="post", no=3, field="phone", value="13835207711", what="mend")
    assert "导入 2 行" in text(imports.run, run.pk)
    ask(imports.apply, run.pk, method="post")
    page = text(imports.run, run.pk)
    assert "2 行进来了，3 行没进" in page and '<a href="/new/1/">03-030</a>' in page
    assert [one["phone"] for one in world.APPLIED] == ["13800000000", "13835207711"]


def test_personal_values_are_not_shown_as_samples(ask, text):
    send(ask)
    assert "13800000000" not in text(imports.run, ImportRun.objects.get().pk)


def test_nothing_is_taken_over_while_a_row_is_bad(ask):
    send(ask)
    with pytest.raises(Refused) as refusal:
        ask(imports.apply, ImportRun.objects.get().pk, method="post")
    assert "还有 1 行有错" in say(refusal.value.code, refusal.value.facts) and world.APPLIED == []


def test_bad_rows_may_be_skipped_and_a_row_left_out_comes_back(ask):
    send(ask)
    run = ImportRun.objects.get()
    for what, state in (("skip", "skip"), ("back", "mend")):
        ask(imports.mend, run.pk, method="post", no=3, what=what)
        assert run.rows.get(no=3).state == state
    assert ask(imports.apply, run.pk, method="post", skip_bad="1").status_code == 302
    assert [one["name"] for one in world.APPLIED] == ["暖阳社"]


def test_the_bad_rows_can_be_taken_away(ask):
    send(ask)
    out = b"".join(ask(imports.bad, ImportRun.objects.get().pk).streaming_content).decode("utf-8-sig")
    assert "3,蜜蜂队,1383520771,,手机号要 11 位" in out.splitlines()


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04x", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "名称\n".encode()])
def test_what_is_no_sheet_is_said_beside_the_field(data, ask):
    with pytest.raises(Refused) as refusal:
        send(ask, data)
    assert [one.fields for one in wrongs_of(refusal.value)] == [("file",)]


def test_an_import_of_another_area_is_not_there(ask, officer):
    send(ask)
    with pytest.raises(Http404):
        ask(imports.run, ImportRun.objects.get().pk, actor=officer("140214"))
    with pytest.raises(Http404):
        ask(imports.upload, "test.import", actor=NOBODY)
    with pytest.raises(Http404):
        ask(imports.run, uuid4())


def test_a_template_is_edited_in_the_product(ask, text):
    assert "孵化协议" in text(templates.templates)
    fields = {
        "version": "0",
        "title": "协议",
        "block-0": "乙方：{name}。\n\n自 {from} 起。",
        "block-1": "**第一条** 两年",
    }
    assert ask(templates.edit, "test.paper", method="post", **fields).status_code == 302
    version, doc = queries.template("test.paper")
    assert version == 1 and [one.text for one in doc.blocks[:2]] == ["乙方：{name}。", "自 {from} 起。"]
    assert doc.blocks[2].text[0].bold and "第 1 版" in text(templates.edit, "test.paper")


def test_an_unknown_blank_or_an_older_version_is_refused(ask):
    answer = ask(templates.edit, "test.paper", method="post", version="0", **{"block-0": "{secret}"})
    assert answer.status_code == 409 and "没有“secret”这个空" in answer.content.decode()
    assert ask(templates.edit, "test.paper", method="post", version="3", title="x").status_code == 409


@pytest.mark.parametrize("fmt", ["docx", "pdf"])
def test_a_layout_can_be_looked_at(fmt, ask):
    assert len(ask(templates.sample, "test.paper", fmt).content) > 5000


def test_a_text_is_rearranged_before_it_is_saved(ask):
    page = ask(
        templates.edit, "test.paper", method="post", act="add:0", **{"kind-0": "Table", "block-0": "改了 {name}"}
    )
    assert page.status_code == 200 and "改了 {name}" in page.content.decode() and "表头" in page.content.decode()
    assert queries.template("test.paper")[0] == 0
    assert ask(templates.edit, "test.paper", method="post", act="drop:2").status_code == 200
    assert ask(templates.edit, "test.paper", method="post", act="save", tree="[", version="0").status_code == 409
    assert ask(templates.edit, "test.paper", method="post", act="up:x", version="0").status_code == 200


def test_the_table_of_a_text_is_edited_whole(ask):
    import json

    from sanshe.core.papers.rules import to_json
    from sanshe.core.papers.types import Doc, Table

    tree = json.dumps(to_json(Doc("协议", blocks=(Table(("旧",), (("{name}",),)),))))
    fields = {
        "block-0-head": "序 | 组织",
        "block-0-rows": "1 | {name}",
        "block-0-columns": "1右 6",
        "block-0-caption": "表",
    }
    assert ask(templates.edit, "test.paper", method="post", tree=tree, version="0", **fields).status_code == 302
    assert queries.template("test.paper")[1].blocks == (Table(("序", "组织"), (("1", "{name}"),), (1, 6), (0,), "表"),)


def test_the_preview_shows_what_the_blanks_mean_or_what_is_wrong(ask):
    shown = ask(templates.preview, "test.paper", method="post", **{"block-0": "甲：{name}"}).content.decode()
    assert '<span class="fill">乙方</span>' in shown
    wrong = ask(templates.preview, "test.paper", method="post", **{"block-0": "{secret}"}).content.decode()
    assert "没有“secret”这个空" in wrong
    assert "认不出来" in ask(templates.preview, "test.paper", method="post", tree="{}").content.decode()
    evil = ask(templates.preview, "test.paper", method="post", **{"block-0": "<script>x</script>"}).content.decode()
    assert "<script>" not in evil and "&lt;script&gt;" in evil


def test_versions_are_compared_and_come_back(ask, text):
    for version, words in ((0, "第一次改 {name}"), (1, "第二次改 {name}")):
        ask(templates.edit, "test.paper", method="post", version=str(version), **{"block-0": words})
    shown = text(templates.version, "test.paper", 2)
    assert "<ins>第二次改 {name}</ins>" in shown and "第一次改 {name}</del>" in shown
    assert "系统自带的文字" in text(templates.version, "test.paper", 0)
    assert ask(templates.restore, "test.paper", 1, method="post").status_code == 302
    version, doc = queries.template("test.paper")
    assert version == 3 and doc.blocks[0].text == "第一次改 {name}"
    with pytest.raises(Http404):
        ask(templates.version, "test.paper", 9)
    with pytest.raises(Http404):
        ask(templates.edit, "test.none")


def test_an_official_text_is_approved_on_its_page(ask, text, officer):
    from sanshe.core.papers.enums import P
    from sanshe.core.papers.types import Doc, Para

    declared = {"title": "红头", "blanks": {"name": "名称"}, "tree": Doc("通知", blocks=(Para("{name}"),), org="局")}
    queries.TEMPLATES.add("test.red", declared)
    clerk = officer("140213", P.TEMPLATES)
    ask(templates.edit, "test.red", method="post", actor=clerk, version="0", **{"block-0": "改了 {name}"})
    assert "第 1 版等批准" in text(templates.edit, "test.red") and "等批准" in text(templates.templates)
    assert "批准第 1 版" not in ask(templates.edit, "test.red", actor=clerk).content.decode()
    boss = officer("140213", P.TEMPLATES_APPROVE)
    page = ask(templates.edit, "test.red", actor=boss).content.decode()
    assert "批准第 1 版" in page and "存成新版" not in page
    assert ask(templates.approve, "test.red", 1, method="post", actor=boss).status_code == 302
    assert queries.template("test.red")[0] == 1 and "第 1 版" in text(templates.edit, "test.red")


def test_a_ledger_whose_characters_no_font_draws_is_printed_by_who_was_told(ask):
    Counter.objects.create(key="王\U0002f9ff", area_path="140213001")
    answer = ask(lists.export, "test.counters", "pdf")
    page = answer.content.decode()
    assert answer.status_code == 409 and "U+2F9FF，在“王\U0002f9ff”里" in page and "export.pdf?anyway=yes" in page
    assert ask(lists.export, "test.counters", "docx").status_code == 200
    assert ask(lists.export, "test.counters", "pdf", anyway="yes").content.startswith(b"%PDF")
