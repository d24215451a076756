"""A sheet from the first word to its end, on a plan: kept, handed in with its questions, judged point by point."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import translation

from sanshe.core.calendar.types import Due
from sanshe.core.kit import ids
from sanshe.core.kit.access import Actor
from sanshe.core.kit.refused import Refused
from sanshe.core.sheets import actions, queries
from sanshe.core.sheets.enums import R
from sanshe.core.sheets.enums import SheetState as S
from sanshe.core.sheets.models import BlankVersion
from sanshe.core.sheets.types import BlankSheet, Question
from sanshe.incubation.models import Plan
from sanshe.incubation.pages.stay.paper_form import PLAN
from tests.incubation import world

pytestmark = pytest.mark.django_db
AT = world.AT
ASKED = (Question("aim", 9, label="做什么"), Question("want", 9, is_optional=True, label="要什么"))
BLANK = BlankSheet("test.plan", ASKED)
WRITES, JUDGES = Actor(ids.new(), "崔玉兰"), Actor(ids.new(), "梁晓芸")
DUE = Due((AT + timedelta(days=9)).date())


@pytest.fixture
def row(db):
    entry = world.entry()
    return Plan.objects.create(entry=entry, area_path=entry.area_path, due_on=DUE.day, saved_at=AT)


def keep(row, field, value, version=9):
    actions.keep_one(row, ASKED, field=field, value=value, version=version, saved_at=AT)


def handed_in(row, blank=BLANK):
    keep(row, "aim", "陪伴老人")
    return actions.hand_in(row, blank, left=0, due=DUE, by=WRITES, at=AT)


def refused(why, act, *given, **more):
    with pytest.raises(Refused) as fault, transaction.atomic():
        act(*given, **more)
    assert fault.value.code == why
    return fault.value.facts


def test_two_devices_write_side_by_side_but_not_over_one_another(row):
    phone = Plan.objects.get(pk=row.pk)
    keep(row, "aim", "甲", version=1)
    computer = Plan.objects.get(pk=row.pk)
    keep(computer, "want", "乙", version=1)  # another answer: no matter how old
    told = refused(R.STALE, keep, Plan.objects.get(pk=row.pk), "aim", "丙", version=1)
    assert (told["theirs"], told["yours"]) == ("甲", "丙")
    refused(R.STALE, keep, phone, "aim", "丁")  # read before either: nothing is written over
    row.refresh_from_db()
    assert (row.said["aim"], row.said["want"]) == ("甲", "乙")


def test_nothing_is_kept_in_what_was_handed_in(row):
    handed_in(row)
    refused(R.CLOSED, keep, row, "aim", "改")
    refused(R.CLOSED, actions.keep_all, row, ASKED, values={"aim": "改"}, saved_at=AT)


def test_it_keeps_the_questions_it_answers_though_the_blank_goes_on(row):
    handed_in(row)
    later = BlankSheet("test.plan", (replace(ASKED[0], label="为谁做什么"), *ASKED[1:]))
    assert [one.question.label for one in queries.lines(row, later)] == ["做什么", "要什么"]
    actions.judge(row, agrees=False, words="改", by=JUDGES, at=AT)
    assert queries.lines(row, later)[0].question.label == "为谁做什么"  # it is written anew, under today's
    actions.hand_in(row, later, left=0, due=DUE, by=WRITES, at=AT)
    assert [one.version for one in BlankVersion.objects.order_by("version")] == [1, 2]


def test_the_same_questions_are_one_version_in_any_language(db):
    with translation.override("en"):
        one = actions.keep_version(PLAN, at=AT)
    assert actions.keep_version(PLAN, at=AT) == one and one.questions[0]["label"] == "这一年为谁、做成什么"


def test_two_versions_never_share_a_number_or_their_questions(db):
    one = actions.keep_version(BLANK, at=AT)
    two = actions.keep_version(BlankSheet("test.plan", ASKED[:1]), at=AT)
    for same in ({"version": one.version}, {"fingerprint": one.fingerprint}):
        with pytest.raises(IntegrityError), transaction.atomic():
            BlankVersion.objects.filter(pk=two.pk).update(**same)


def test_a_return_says_why_in_sum_or_beside_an_answer(row):
    handed_in(row)
    refused(R.NO_WORDS, actions.judge, row, agrees=False, words=" ", by=JUDGES, at=AT)
    refused(R.NO_WORDS, actions.judge, row, agrees=False, words="", remarks={"nothing": "x"}, by=JUDGES, at=AT)
    refused(R.OWN_HAND, actions.judge, row, agrees=False, words="改", by=WRITES, at=AT)
    actions.judge(row, agrees=False, words="", remarks={"aim": " 写一个能数的数 ", "want": ""}, by=JUDGES, at=AT)
    assert (row.state, row.words, row.remarks) == (S.RETURNED, "", {"aim": "写一个能数的数"})
    assert [one.remark for one in queries.lines(row, BLANK)] == ["写一个能数的数", ""]
    actions.hand_in(row, BLANK, left=0, due=DUE, by=WRITES, at=AT)
    assert row.remarks == {}


def test_late_is_taken_in_and_said_once(row):
    keep(row, "aim", "陪伴老人")
    late = DUE.moment
    assert actions.hand_in(row, BLANK, left=0, due=DUE, by=WRITES, at=late) and row.is_late
    actions.judge(row, agrees=False, words="改", by=JUDGES, at=late)
    assert not actions.hand_in(row, BLANK, left=0, due=DUE, by=WRITES, at=late + timedelta(days=1))
    assert row.is_late and row.handed_at == late


def test_an_answer_nobody_can_use_is_not_handed_in(row):
    blank = BlankSheet("test.plan", (*ASKED, Question("by", 10, kind="day")))
    Plan.objects.filter(pk=row.pk).update(fields={"aim": "甲", "by": "三月"})
    row.refresh_from_db()
    assert refused(R.WRONG, actions.hand_in, row, blank, left=0, due=DUE, by=WRITES, at=AT)["field"] == "by"
