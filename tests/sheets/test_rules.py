"""Answers by their kind, what is missing, what is stale; handing in and judging."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanshe.core.rows.enums import R as Rows
from sanshe.core.sheets import rules
from sanshe.core.sheets.enums import Answer
from sanshe.core.sheets.enums import R as D
from sanshe.core.sheets.enums import SheetState as S
from sanshe.core.sheets.types import Question

HEAT = Question("heat", 10, Answer.CHOICE, options=(("coal", "烧煤"), ("grid", "集中供热")))
ASKED = (
    Question("what", 5),
    Question("day", 10, Answer.DAY, is_optional=True),
    Question("people", 6, Answer.COUNT),
    Question("cost", 12, Answer.MONEY, is_optional=True),
    Question("phone", 30, Answer.PHONE, is_optional=True),
    HEAT,
)
WHOLE = {"what": "换煤", "people": "3", "heat": "coal"}


@pytest.mark.parametrize(
    ("code", "text", "kept", "fault"),
    [
        ("what", "12345", None, None), ("what", "123456", D.TOO_LONG, D.TOO_LONG), ("what", "", None, None),
        ("day", "2022-02-30", D.NO_DAY, D.NO_DAY), ("day", "2022-02-28", None, None), ("day", "", None, None),
        ("people", "三", None, Rows.BAD_COUNT), ("people", "１２", None, None),
        ("cost", "12.345", None, D.NO_MONEY), ("cost", "1,234.50", None, None), ("cost", "-1", None, D.NO_MONEY),
        ("cost", "12.", None, None), ("cost", ".5", None, D.NO_MONEY), ("cost", "一百", None, D.NO_MONEY),
        ("phone", "0352", None, Rows.BAD_PHONE), ("phone", "13903521234", None, None),
        ("heat", "wood", D.NO_CHOICE, D.NO_CHOICE), ("heat", "grid", None, None),
        ("name", "x", D.UNKNOWN_FIELD, None),
    ],
)  # fmt: skip
def test_a_draft_keeps_half_an_answer_that_is_no_answer_yet(code, text, kept, fault):
    assert rules.refusal_to_keep(ASKED, code, text) == kept
    assert rules.wrong(ASKED, {**WHOLE, code: text}).get(code) == fault


def test_what_is_missing_is_named_in_order():
    assert rules.missing(ASKED, {"people": " "}) == ("what", "people", "heat") and rules.missing(ASKED, WHOLE) == ()


def test_only_the_same_answer_kept_since_is_stale():
    first = rules.merged({}, {"what": "甲"}, 1)
    both = rules.merged(first, {"people": "2"}, 2)
    assert {name: both[name] for name in ("what", "people")} == {"what": "甲", "people": "2"}
    assert rules.is_stale(both, "what", 1) and not rules.is_stale(both, "what", 2)
    assert rules.is_stale(both, "people", 2) and not rules.is_stale(both, "day", 1)


@given(st.text(max_size=12))
def test_no_text_breaks_the_checker(text):
    assert set(rules.wrong(ASKED, dict.fromkeys((one.code for one in ASKED), text))) <= {one.code for one in ASKED}


def test_a_version_is_read_back_as_it_was_laid_down():
    assert rules.read_back(rules.laid_down(ASKED)) == ASKED


@pytest.mark.parametrize(("state", "left", "refused"), [
    (S.DRAFT, 0, None), (S.RETURNED, 0, None), (S.DRAFT, 1, D.INCOMPLETE),
    (S.SUBMITTED, 0, D.CLOSED), (S.AGREED, 0, D.CLOSED),
])  # fmt: skip
def test_handing_in(state, left, refused):
    assert rules.refusal_to_hand_in(state=state, left=left) == refused


@pytest.mark.parametrize(
    ("state", "own", "agrees", "words", "refused"),
    [(S.SUBMITTED, False, True, "", None), (S.SUBMITTED, False, False, "改", None),
     (S.SUBMITTED, False, False, " ", D.NO_WORDS), (S.SUBMITTED, True, True, "", D.OWN_HAND),
     (S.DRAFT, False, True, "", D.MOVE_NOT_ALLOWED), (S.AGREED, False, True, "", D.MOVE_NOT_ALLOWED)],
)  # fmt: skip
def test_judging(state, own, agrees, words, refused):
    assert rules.refusal_to_judge(state=state, is_own_hand=own, agrees=agrees, words=words) == refused


def test_wrong_answers_are_not_handed_in():
    assert rules.refusal_to_hand_in(state=S.DRAFT, left=0, wrong=1) == D.WRONG
    assert rules.refusal_to_hand_in(state=S.DRAFT, left=1, wrong=1) == D.INCOMPLETE
