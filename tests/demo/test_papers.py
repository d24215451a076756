"""Every kind of paper is made from the story at a fitting moment, as Word and PDF, with its facts and no open blank."""

import contextlib
import io
import re
from uuid import uuid4

import pytest
from docx import Document as Word
from docx.oxml.ns import qn

from sanshe.core.kit.access import Actor, Grant
from sanshe.core.kit.refused import Refused
from sanshe.core.kit.shanghai import at
from sanshe.core.papers.adapters import docx, pdf
from sanshe.core.papers.queries import DOCUMENTS, items_for
from sanshe.core.papers.queries.papers import name_of, text_of
from sanshe.core.papers.rules import blanks_in, to_json
from sanshe.core.papers.types import Table
from tests.papers import pdftext

pytestmark = pytest.mark.django_db
UNTIL = "0217a"
NAME = "incubation."
SEEN_AT = {
    "1228b": "2021-12-28 10:00",
    "0104c": "2022-01-04 08:51",
    "0111b": "2022-01-11 09:00",
    "0113a": "2022-01-13 16:40",
    "0114b": "2022-01-14 12:02",
    "0114c": "2022-01-14 17:06",
    "0120a": "2022-01-20 09:12",
    "0126b": "2022-01-26 10:42",
    "0217a": "2022-02-17 14:30",
}
# kind -> (moment, how many, words that stand in one of them)
FITTING = {
    "call": ("1228b", 2, ("第三批社会组织孵化招募公告", "五、联系方式", "20 分", "资深社工 3 人")),
    "amendment": ("1228b", 1, ("更正", "多留三天", "2022年1月4日 24 时", "2022年1月3日 24 时")),
    "not_accepted": ("0104c", None, ("石榴籽社区小组", "0:00:21", "不予受理")),
    "form_registered": ("0111b", None, ("统一社会信用代码", "52140213")),
    "form_forming": ("0111b", None, ("发起人", "正在筹办", "*")),
    "eligibility": ("0111b", None, ("申报条件", "符合", "初审通过")),
    "correction": ("0111b", 5, ("2022年1月10日 24 时前", "三位发起人只传了一位的身份证明", "逾期没有交回")),
    "refusal": ("0114b", 6, ("申报条件第 5 条", "收费调解属有偿法律服务", "申请复核", "补正期满没有交回")),
    "declaration": ("0114b", 7, ("薛", "回避", "保密")),
    "order": ("0114b", 1, ("34", "暖阳助老服务中心", "种子")),
    "score_sheet": ("0114c", 233, ("封存", "总分", "暖阳助老服务中心", "指标")),
    "summary": ("0114c", 1, ("616", "76.00", "75.83", "结果指纹")),
    "minutes": ("0120a", 1, ("应到 7 人", "赞成 5（", "赞成 4（", "反对 1（", "不减全体人数")),
    "notice": ("0120a", 1, ("2022年1月17日", "2022年1月21日", "暖阳助老服务中心", "异议")),
    "objection_accepted": ("0126b", 1, ("220120-001", "木作园", "2022年2月8日 24 时前")),
    "objection_answer": ("0217a", 1, ("不成立", "220120-001", "申请复核")),
    "objection_review": ("0126b", 1, ("最后答复", "部分成立", "记录已经改正")),
    "selected": ("0217a", 30, ("入选", "2022年2月17日", "18 时前", "社会组织孵化协议文本")),
    "reserve_letter": ("0217a", 3, ("候补第 1", "2022年5月16日")),
    "not_selected": ("0217a", 1, ("没有入选", "欢迎申报以后批次")),
    "agreement": ("0217a", 30, ("孵化期 12 个月", "甲方", "平城区")),
}  # fmt: skip
MADE: dict[str, list] = {}
EARLY: dict[str, list] = {}


def boss():
    """Somebody who holds every code of papers, sits on no panel, and is nobody's handler."""
    grant = Grant("test", frozenset(code for one in DOCUMENTS for code in one.codes), "140213")
    return Actor(uuid4(), "谁也不是", is_staff=True, grants=(grant,))


def batch():
    from sanshe.incubation.models import Batch

    return Batch.objects.select_related("centre").get(no=3)


@pytest.fixture(scope="module")
def told(district):
    """What is seen at each of these moments, then the last one for all tests."""
    for code in SEEN_AT:
        with district.at(code):
            see(code)
    with district.at(UNTIL):
        yield


def see(code):
    when = at(SEEN_AT[code])
    _unheard_of(code, when)
    for kind, (moment, _n, _words) in FITTING.items():
        document = DOCUMENTS[NAME + kind]
        items = items_for(document, boss(), batch(), when)
        if code == moment:
            MADE[kind] = [(one, text_of(document, one, when)[1], name_of(document, one)) for one in items]
        EARLY.setdefault(kind, []).append((code, len(items)))


def _unheard_of(code, when):
    """What the story does not tell: a correction of the call, a review of an answer, somebody who got nothing."""
    from sanshe.core.kit.access import SYSTEM
    from sanshe.core.objections.models import Objection
    from sanshe.incubation.actions.call import application as applications
    from sanshe.incubation.actions.call import batch as batches
    from sanshe.incubation.models import Application, Place

    if code == "1228b":
        old = batch().calls.get()
        said = {"reason": "多留三天", "closes_on": old.closes_on.replace(day=4), "content": old.content}
        new = batches.amend_call(call=old, **said, by=SYSTEM, at=when)
        batches.approve_call(call=new, by=boss(), at=when)
        batches.publish_call(call=new, by=boss(), at=when)
    if code == "0104c":
        for late in Application.objects.filter(state="draft"):
            with contextlib.suppress(Refused):
                applications.submit(application=late, by=boss(), at=at("2022-01-04 00:00:21"))
    if code == "0126b":
        told = {"outcome": "partly", "answer": "记录已经改正，名单不变。", "reviewed_at": when, "review_asked_at": when}
        Objection.objects.update(**told, answered_at=when)
    if code == "0217a":
        Place.objects.filter(kind="reserve", reserve_no=4).update(
            state="not_selected", kind="not_selected", reserve_no=None
        )


def said(doc):
    """All words of a paper, without spaces."""
    return "".join("".join(_texts(to_json(doc))).split())


def _texts(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from _texts(one)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from _texts(one)


@pytest.mark.parametrize("kind", list(FITTING))
def test_a_kind_is_made_with_its_facts_and_no_open_blank(told, kind):
    _moment, n, words = FITTING[kind]
    made = MADE[kind]
    assert made and (n is None or len(made) == n)
    whole = "".join(said(doc) for _item, doc, _name in made)
    assert [word for word in words if "".join(word.split()) not in whole] == []
    assert {blank for _item, doc, _name in made for blank in blanks_in(to_json(doc))} == set()
    assert not re.search(r"[{}]", whole)


def test_every_kind_declared_for_a_batch_is_told_here(told):
    assert {one.code for one in DOCUMENTS if one.case == "incubation.batch"} >= {NAME + kind for kind in FITTING}
    assert len(FITTING) == 21


@pytest.mark.parametrize("kind", list(FITTING))
def test_word_and_pdf_say_the_same(told, kind):
    for _item, doc, _name in MADE[kind][:2]:
        heads = ["".join("".join(one.head).split()) for one in doc.blocks if isinstance(one, Table)]
        word, printed = _word(docx.render(doc)), re.sub(r"—\d+—", "", pdftext.words(pdf.render(doc)))
        for head in filter(None, heads):  # a long table repeats its head on every printed page
            assert head in word and head in printed
            word, printed = word.replace(head, ""), printed.replace(head, "")
        assert printed == word


def _word(data):
    """The words of a DOCX in order, opened by python-docx."""
    body = Word(io.BytesIO(data)).element.body
    return "".join("".join(node.text or "" for node in body.iter(qn("w:t"))).split())


@pytest.mark.parametrize("kind", list(FITTING))
def test_nobody_s_telephone_or_name_is_in_it_whole(told, kind):
    from sanshe.core.objections.models import Objection
    from sanshe.incubation.queries.call.application import private_of

    whole = "".join(said(doc) for _item, doc, _name in MADE[kind])
    assert not re.search(r"(?<![0-9a-f])1[35]\d{9}(?![0-9a-f])", whole)
    objector = Objection.objects.get()
    assert objector.name not in whole and objector.phone not in whole
    from sanshe.incubation.models import Application

    people = {private_of(one).get("head_name", "") for one in Application.objects.filter(serial__isnull=False)[:12]}
    assert not {name for name in people if len(name) > 1 and name in whole}


def test_a_score_sheet_is_not_made_before_the_last_seal(told):
    early = dict(EARLY["score_sheet"])
    assert (early["0114b"], early["0114c"]) == (0, 233)
    assert dict(EARLY["summary"])["0114b"] == 0 and dict(EARLY["selected"])["0120a"] == 0


def test_a_recused_member_has_nothing_of_that_applicant(told):
    from sanshe.incubation.models import Panelist

    han = Panelist.objects.get(name__startswith="韩", panel__batch=batch())
    as_han = Actor(han.person, han.name, is_staff=True, grants=boss().grants)
    for kind in ("score_sheet", "form_registered", "form_forming", "eligibility", "agreement", "selected"):
        document, when = DOCUMENTS[NAME + kind], at(SEEN_AT["0217a"])
        mine = {one.name.split(" ")[0] for one in items_for(document, as_han, batch(), when)}
        shut = {one.application.name for one in han.relations.exclude(decision="no_conflict")}
        assert mine and shut and not mine & shut, kind
    declarations = items_for(DOCUMENTS[NAME + "declaration"], as_han, batch(), when)
    assert [one.subject for one in declarations] == [han.pk]


def test_the_printed_page_is_that_of_the_standard(told):
    from sanshe.core.papers.types import Doc, Para

    data = pdf.render(Doc("满页", blocks=(Para("版" * 3000),)))
    rows = [row for row in pdftext.lines(data, 2) if "版" in row]
    assert len(rows) == 22 and {len(row) for row in rows} == {28}


def test_files_have_names_one_knows_them_by(told):
    assert MADE["refusal"][0][2].endswith("初审未通过通知书") and MADE["refusal"][0][2].startswith("03-0")
