"""Texts of papers: lists in tables, refusals, hostile text, editing, versions, approval; and how they are set."""

import io
import json
import re
import zipfile
from urllib.parse import urlencode

import pytest
from django.template.loader import render_to_string
from docx import Document as Word
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st

from sanshe.core.duties.queries import owed
from sanshe.core.kit.access import NOBODY, SYSTEM
from sanshe.core.kit.refused import Refused
from sanshe.core.papers import actions, queries, rules
from sanshe.core.papers.adapters import docx, pdf
from sanshe.core.papers.enums import P, R
from sanshe.core.papers.types import (
    Annexes,
    Box,
    Break,
    Doc,
    Heading,
    KeyValue,
    NameList,
    Para,
    QrCode,
    Run,
    Signature,
    Table,
)
from tests.fixtures import FORM
from tests.papers import pdftext

HOSTILE = (
    "{{ 7 * 7 }} {% include '/etc/passwd' %}",
    '#panic("x") #read("/etc/passwd") $x^2$ *粗* `码` <标签> @引用 \\',
    "{ MERGEFIELD x } PAGE \\* MERGEFORMAT =1+1 <w:p/> &amp; ]]>",
    "{name.__class__} {blank.__class__.__mro__} {0} {}",
)


def runs(doc):
    return "".join(one if isinstance(one, str) else one.text for block in doc.blocks for one in block.text)


@pytest.mark.parametrize("text", HOSTILE)
def test_what_people_type_comes_out_as_text(text):
    """As a value, and as the text of a template: it is never run, in either writer."""
    doc = rules.filled(
        Doc("标题", blocks=(Para("前{name}后"), Table(("头",), (("{list.it}",),)))),
        {"name": text, "list": [{"it": text}]},
    )
    plain = Doc("标题", blocks=(Para(text), Heading(text), KeyValue(((text, text),)), Table((text,), ((text,),))))
    wanted = "".join(text.split())
    for one, times in ((doc, 2), (plain, 6)):
        word = "".join(
            "".join(n.text or "" for n in Word(io.BytesIO(docx.render(one))).element.body.iter(qn("w:t"))).split()
        )
        assert word.count(wanted) == times
        assert pdftext.words(pdf.render(one)).count(wanted) == times
    fields = zipfile.ZipFile(io.BytesIO(docx.render(plain))).read("word/document.xml").decode()
    assert "instrText" not in fields and "fldSimple" not in fields


def test_a_row_is_repeated_for_each_thing_of_a_list():
    doc = Doc("x", blocks=(
        Table(("序", "组织", "签"), (("固定", "行", ""), ("{all.no}", "{all.name} {batch}", "")), (1, 2, 1), (0,)),
        KeyValue((("{all.name}", "{all.no}"),)),
        NameList(("{all.name}",)),
        Signature(boxes=(Box("{all.name}", ("签 {batch}",)),), style="boxes"),
        Para("{all.no}．{all.name}"),
    ))  # fmt: skip
    made = rules.filled(doc, {"batch": "三", "all": [{"no": 1, "name": "甲"}, {"no": 2, "name": "{all.no}"}]})
    assert made.blocks[0].rows == (("固定", "行", ""), ("1", "甲 三", ""), ("2", "{all.no} 三", ""))
    assert made.blocks[1].pairs == (("甲", "1"), ("{all.no}", "2")) and made.blocks[2].names == ("甲", "{all.no}")
    assert [box.label for box in made.blocks[3].boxes] == ["甲", "{all.no}"] and len(made.blocks) == 6
    empty = rules.filled(doc, {"batch": "三", "all": []})
    assert empty.blocks[0].rows == (("固定", "行", ""),) and len(empty.blocks) == 4


@pytest.mark.parametrize(
    ("values", "blank"),
    [({}, "all.name"), ({"all": [{"no": 1}]}, "all.name"), ({"all": "甲"}, "all.name")],
)
def test_a_list_without_its_facts_is_named(values, blank):
    with pytest.raises(Refused) as refusal:
        rules.filled(Doc("x", blocks=(NameList(("{all.name}",)),)), values)
    assert refusal.value.code == R.EMPTY_BLANK and refusal.value.facts == {"blank": blank}


@pytest.mark.parametrize(
    ("block", "wrong"),
    [
        (Para("{a.x} {b.x}"), "b"),
        (Table(("{a.x}",), (("",),)), "a"),
        (Table(("头",), (("{a.x}", "{b.x}"),)), "b"),
        (Signature(names=("{a.x}",), date="{a.x}"), "a"),
        (Table(("头",), (("{a.x}",), ("{b.x}",))), None),
        (Para("{a.x} {a.y} {c}"), None),
    ],
)
def test_a_list_stands_only_where_something_is_repeated(block, wrong):
    assert rules.fault_in_lists(rules.to_json(Doc("x", blocks=(block,)))) == wrong


def test_a_list_in_a_title_is_misplaced():
    assert rules.fault_in_lists(rules.to_json(Doc("{a.x}"))) == "a"


text = st.text(alphabet=st.sampled_from("甲乙丙一 |\\*n右{}.\n#a1"), max_size=12)
line = text.map(lambda one: " ".join(one.split()))
word = line.filter(bool)
run_text = st.one_of(text, st.lists(st.builds(Run, text, st.booleans(), st.booleans()), max_size=3).map(tuple))
small = st.integers(1, 9)


@st.composite
def tables(draw, cell=text):
    n = draw(st.integers(2, 4))
    row = st.tuples(*[cell] * n)
    numeric = tuple(sorted(draw(st.sets(st.integers(0, n - 1)))))
    return Table(
        draw(row),
        tuple(draw(st.lists(row, max_size=3))),
        tuple(draw(st.lists(small, min_size=n, max_size=n))),
        numeric,
        draw(cell),
    )


blocks = st.one_of(
    st.builds(Heading, text, st.integers(1, 2)),
    st.builds(Para, run_text, st.sampled_from(["body", "plain", "centre", "note"])),
    tables(),
    st.builds(KeyValue, st.lists(st.tuples(text, run_text), max_size=3).map(tuple), st.integers(1, 3)),
    st.builds(NameList, st.lists(text, max_size=3).map(tuple), text, st.integers(1, 3)),
    st.builds(Signature, st.lists(st.builds(Box, text, st.lists(text, max_size=2).map(tuple)), max_size=2).map(tuple),
              st.lists(text, max_size=2).map(tuple), text, st.sampled_from(["right", "boxes", "seal"])),
    st.builds(Annexes, st.lists(text, max_size=3).map(tuple)),
    st.builds(QrCode, text, st.lists(text, max_size=3).map(tuple)),
    st.just(Break()),
)  # fmt: skip
docs = st.builds(
    Doc,
    text,
    text,
    st.lists(blocks, max_size=5).map(tuple),
    st.sampled_from(["official", "plain"]),
    text,
    text,
    st.booleans(),
)


@settings(max_examples=200, deadline=None)
@given(docs)
def test_any_paper_survives_being_edited_and_stored(doc):
    """What nobody changed stands as it was, whatever is in it; through a browser too, which sends \\r\\n."""
    fields = {place: dict(rules.parts_of(block)) for place, block in enumerate(doc.blocks)}
    sent = {
        place: {part: text.replace("\n", "\r\n") for part, text in parts.items()} for place, parts in fields.items()
    }
    assert rules.edited(doc, sent, title=doc.title) == doc
    assert rules.from_json(json.loads(json.dumps(rules.to_json(doc)))) == doc


@settings(max_examples=25, deadline=None)
@given(docs)
def test_any_paper_can_be_set_in_both_writers(doc):
    assert docx.render(doc).startswith(b"PK") and pdf.render(doc).startswith(b"%PDF")


def test_rows_are_as_long_as_their_head():
    tree = {
        "title": "x",
        "blocks": [{"block": "Table", "head": ["a", "b"], "rows": [["1"], ["1", "2", "3"], ["{list}"]]}],
    }
    assert rules.from_json(tree).blocks[0].rows == (("1", ""), ("1", "2"), ("{list}",))
    with pytest.raises(Refused, match=R.NOT_A_TREE):
        rules.from_json({"title": "x", "blocks": [{"block": "Table", "head": [], "rows": []}]})


@settings(max_examples=200, deadline=None)
@given(tables(line))
def test_a_table_is_what_its_fields_say(table):
    """Read anew from its own fields, on top of quite another table."""
    other = Table(("别的",), (("另一行",),), (5,), (), "别的题")
    parts = dict(rules.parts_of(table))
    made = rules.remade(other, parts)[0]
    assert dict(rules.parts_of(made)) == parts
    assert (made.head, made.rows, made.widths) == (table.head, table.rows, table.widths)


def test_one_blank_stands_for_all_rows_also_when_its_table_was_edited():
    doc = Doc("x", blocks=(Table(("", "什么"), (("{list}",),), (2, 10)),))
    made = rules.edited(doc, {0: {"head": "序 | 什么", "rows": "{list}", "columns": "1 9 右"}})
    assert made.blocks[0] == Table(("序", "什么"), (("{list}",),), (1, 9))
    assert rules.filled(made, {"list": [("1", "桌"), ("2", "椅")]}).blocks[0].rows == (("1", "桌"), ("2", "椅"))


def test_a_paper_is_rearranged_block_by_block():
    doc = Doc("x", blocks=(Para("一"), Para("二")))
    assert [b.text for b in rules.rearranged(doc, "up", 1).blocks] == ["二", "一"]
    assert [b.text for b in rules.rearranged(doc, "down", 0).blocks] == ["二", "一"]
    assert rules.rearranged(doc, "drop", 0).blocks == (Para("二"),)
    added = rules.rearranged(doc, "add", 0, "Table").blocks
    assert isinstance(added[1], Table) and len(added) == 3
    for act, place, kind in (("add", 9, "Para"), ("add", 0, "Script"), ("drop", 9, ""), ("boom", 0, "")):
        assert rules.rearranged(doc, act, place, kind) == doc


def test_two_versions_differ_line_by_line():
    old = Doc("题", blocks=(Para("一"), Table(("头",), (("行",),))))
    new = Doc("题", blocks=(Para("改"), Table(("头",), (("行",), ("加",)))))
    found = rules.difference(old, new)
    assert ("out", "一") in found and ("in", "改") in found and ("in", "加") in found and ("same", "题") in found


@pytest.mark.parametrize(("names", "wanted"), [
    (("03-014", "暖阳/社", "入选通知书"), "03-014 暖阳_社 入选通知书"),
    (("", "", ".."), "paper"),
    (("a\u202egpj", "x"), "a_gpj x"),
])  # fmt: skip
def test_files_are_named_without_what_a_disk_minds(names, wanted):
    assert rules.file_name(*names) == wanted


def test_no_two_files_have_one_name():
    assert rules.distinct(["甲", "乙", "甲"]) == ["甲", "乙", "甲 2"]


def test_a_number_of_columns_that_is_none_is_no_tree():
    for block in (
        {"block": "KeyValue", "pairs": [], "across": 0},
        {"block": "Table", "head": [], "rows": [], "widths": [0]},
    ):
        with pytest.raises(Refused, match=R.NOT_A_TREE):
            rules.from_json({"title": "x", "blocks": [block]})


@pytest.mark.parametrize(
    "tree",
    ["[" * 100_000, '{"blocks":' * 100_000, '{"title": "\\ud800"}',
     '{"blocks": [{"block": "Para", "text": "\\udfff"}]}',
     '{"blocks": [{"block": "Table", "head": ["a"], "rows": [], "widths": [1e999]}]}', "[" * 900 + "]" * 900],
)  # fmt: skip
@pytest.mark.django_db
def test_what_cannot_be_a_tree_is_refused_on_the_page(client_as, tree):
    browser = client_as("district_admin")
    for act in ("save", "up:0"):
        answer = browser.post("/ledgers/templates/test.paper/", {"tree": tree, "act": act, "version": "0"})
        assert answer.status_code == 409 and "认不出来" in answer.content.decode()
    assert "认不出来" in browser.post("/ledgers/templates/test.paper/preview/", {"tree": tree}).content.decode()


@pytest.mark.parametrize("place", ["--5", "-", "9" * 5000, "-2", "x", ""])
@pytest.mark.django_db
def test_a_place_that_is_none_changes_nothing(client_as, place):
    browser = client_as("district_admin")
    given = {"act": f"up:{place}", f"block-{place}": "x", "block-0-columns": "9" * 5000}
    forms = map(urlencode, (given, {"act": "up:x"}))
    said, plain = (browser.post("/ledgers/templates/test.paper/", one, content_type=FORM) for one in forms)
    trees = [re.findall(r'name="tree" value="([^"]+)"', one.content.decode()) for one in (said, plain)]
    assert said.status_code == 200 and trees[0] == trees[1] != []


@pytest.mark.parametrize("share", ["5000", "9" * 5000])
def test_a_share_beyond_all_bounds_still_makes_a_tree(share):
    doc = Doc("x", blocks=(Table(("a", "b"), ()),))
    made = rules.edited(doc, {0: {"columns": f"{share} 1"}})
    assert rules.from_json(rules.to_json(made)) == made


OFFICE = "平城区社区治理创享中心"
OFFICIAL = Doc(
    "通知书",
    "创享〔2022〕1 号",
    (
        Para("正文。"),
        Heading("一、甲"),
        Heading("（一）乙", 2),
        Annexes(("甲", "乙")),
        Signature(names=(OFFICE,), date="2022年1月17日", style="seal"),
    ),
    org=OFFICE,
)


def test_word_has_real_styles_fonts_grid_and_page_numbers():
    paper = Word(io.BytesIO(docx.render(OFFICIAL)))
    used = [line.style.name for line in paper.paragraphs]
    assert {"Title", "Body Text", "Heading 1", "Heading 2", "Org", "Number", "Signature"} <= set(used)
    font = paper.styles["Body Text"].element.rPr.rFonts.get(qn("w:eastAsia"))
    assert font == "仿宋_GB2312" and paper.styles["Title"].element.rPr.rFonts.get(qn("w:eastAsia")) == "方正小标宋简体"
    section = paper.sections[0]
    margins = (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)
    assert [round(one.mm) for one in margins] == [37, 35, 28, 26]
    grid = section._sectPr.find(qn("w:docGrid"))
    assert (grid.get(qn("w:type")), grid.get(qn("w:linePitch"))) == ("linesAndChars", "580")
    assert paper.settings.odd_and_even_pages_header_footer
    for footer, side in ((section.footer, "RIGHT"), (section.even_page_footer, "LEFT")):
        line = footer.paragraphs[0]
        assert line.alignment.name == side and "PAGE" in line._p.xml and line.text == "—  —"


def test_the_pdf_puts_page_numbers_outside_and_the_date_under_its_office():
    data = pdf.render(Doc("满", blocks=(Para("版" * 900), *OFFICIAL.blocks[-1:])))
    numbers = {page: x for page, x, y, _size, text in pdftext.pieces(data) if text.strip("— ").isdigit() and y < 99}
    assert numbers[1] > 450 and numbers[2] < 100
    where = {text: x for _page, x, _y, _size, text in pdftext.pieces(data)}
    office = where[OFFICE]
    date = next(x for text, x in where.items() if text.startswith("2022"))
    assert 0 < date - office < 60
    assert b"/FontFile" in b"".join(pdftext.objects(data).values())  # the Chinese font travels along


@pytest.fixture
def stored(db, declared, monkeypatch):
    """An official paper and a plain one, declared."""
    blanks = {"name": "名称", "all.x": "一串"}
    queries.TEMPLATES.add(
        "test.red", {"title": "红头", "blanks": blanks, "tree": Doc("通知", blocks=(Para("{name}"),), org="局")}
    )
    return queries


def saved(by, at, code="test.red", version=0, words="改了 {name}"):
    return actions.save_template(
        code=code, tree=Doc("通知", blocks=(Para(words),), org="局"), version=version, by=by, at=at
    )


def test_an_official_text_is_used_once_somebody_else_approved_it(stored, officer, at):
    by, other, when = officer(), officer(), at("2022-01-05 10:00")
    saved(by, when)
    assert queries.template("test.red")[0] == 0 and queries.newest_template("test.red")[0] == 1
    with pytest.raises(Refused, match=R.SAVED_BY_YOU):
        actions.approve_template(code="test.red", version=1, by=by, at=when)
    actions.approve_template(code="test.red", version=1, by=other, at=when)
    assert queries.template("test.red")[0] == 1
    with pytest.raises(Refused, match=R.NOT_WAITING):
        actions.approve_template(code="test.red", version=1, by=other, at=when)


def test_who_may_approve_finds_it_on_the_desk_until_it_is_done(stored, officer, at):
    by, other = (officer("140213", P.TEMPLATES, P.TEMPLATES_APPROVE) for _ in range(2))
    when = at("2022-01-05 10:00")
    saved(by, when)
    assert owed(by, when).duties == ()
    (item,) = owed(other, when).duties
    assert item.title == "红头第 1 版文字等批准" and item.url == "/ledgers/templates/test.red/"
    actions.approve_template(code="test.red", version=1, by=other, at=when)
    assert owed(other, when).duties == ()


def test_a_text_that_every_place_uses_is_changed_by_who_looks_after_a_whole_district(stored, officer, at):
    when, wide, narrow = at("2022-01-05 10:00"), officer("1402"), officer("140213003")
    for by in (narrow, officer("140213", P.TEMPLATES_APPROVE)):
        with pytest.raises(Refused, match=R.NOT_YOURS):
            saved(by, when)
        with pytest.raises(Refused, match=R.NOT_YOURS):
            actions.restore_template(code="test.red", version=0, on=0, by=by, at=when)
    assert queries.newest_template("test.red")[0] == 0
    assert saved(wide, when).version == 1 and saved(officer("140213"), when, version=1).version == 2
    assert [rules.may_change(one) for one in (wide, narrow, SYSTEM, NOBODY)] == [True, False, True, False]


def test_only_the_newest_version_is_approved(stored, officer, at):
    by, when = officer(), at("2022-01-05 10:00")
    saved(by, when)
    saved(by, when, version=1)
    with pytest.raises(Refused, match=R.NOT_WAITING):
        actions.approve_template(code="test.red", version=1, by=officer(), at=when)


def test_a_plain_text_is_used_at_once_and_an_old_one_comes_back(stored, officer, at):
    by, when = officer(), at("2022-01-05 10:00")
    doc = queries.template("test.paper")[1]
    changed = rules.edited(doc, {0: "乙方：{name}，新的。"})
    actions.save_template(code="test.paper", tree=changed, version=0, by=by, at=when)
    assert queries.template("test.paper")[0] == 1
    actions.restore_template(code="test.paper", version=0, on=1, by=by, at=when)
    assert queries.template("test.paper") == (2, doc) and queries.template("test.paper", 1)[1] == changed


@pytest.mark.parametrize(
    ("words", "code"),
    [("{secret}", R.UNKNOWN_BLANK), ("{name.__class__}", R.UNKNOWN_BLANK), ("{all.x} {name}", None)],
)
def test_unknown_blanks_are_refused_when_saving(stored, officer, at, words, code):
    if code is None:
        assert saved(officer(), at("2022-01-05 10:00"), words=words).version == 1
        return
    with pytest.raises(Refused) as refusal:
        saved(officer(), at("2022-01-05 10:00"), words=words)
    assert refusal.value.code == code


def test_a_list_out_of_place_is_refused_when_saving(stored, officer, at):
    with pytest.raises(Refused, match=R.LIST_MISPLACED):
        actions.save_template(code="test.red", tree=Doc("{all.x}"), version=0, by=officer(), at=at("2022-01-05 10:00"))


def test_a_title_with_control_characters_is_printed_without_them():
    made = Word(io.BytesIO(docx.render(Doc("甲\x00\x01\x0b社", org="乙\x1f", blocks=(Para("丙\x01"),)))))
    assert (made.core_properties.title, made.core_properties.author) == ("甲社", "乙")


def test_a_code_is_drawn_in_every_writer_and_its_address_may_be_a_blank():
    address = "https://sanshe.example/v/abcd"
    doc = rules.filled(
        Doc("证书", blocks=(QrCode("{scan}", ("扫码核验", "{code}")),)), {"scan": address, "code": "ab cd"}
    )
    assert doc.blocks == (QrCode(address, ("扫码核验", "ab cd")),) == rules.from_json(rules.to_json(doc)).blocks
    word = Word(io.BytesIO(docx.render(doc)))
    picture = word.inline_shapes[0]
    assert (picture.width.mm, picture._inline.docPr.get("descr")) == (pytest.approx(30, abs=0.1), address)
    assert "abcd" in "".join("".join(one.text.split()) for one in word.paragraphs)
    printed = pdf.render(doc)
    assert "扫码核验" in pdftext.words(printed) and len(printed) > len(pdf.render(Doc("证书")))
    page = render_to_string("papers/_doc.html", {"doc": doc})
    assert "<svg" in page and "扫码核验<br>ab cd" in page
