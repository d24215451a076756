"""Sheets: not scored is never zero, a seal is once, nobody looks before the last seal."""

from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanshe.incubation.enums.panel.score import AfterCall, ChangeState, R, SheetState
from sanshe.incubation.rules.panel import score

POINTS = dict.fromkeys(range(1, 6), 20)
FULL = dict(zip(POINTS, (16, 18, 14, 17, 17), strict=True))
HALF = {**FULL, 5: None}
marks = st.fixed_dictionaries({no: st.none() | st.integers(0, 20) for no in POINTS})


def test_total_of_the_sheet_in_the_mock_up():
    assert score.total(FULL) == 82


@given(marks)
def test_not_scored_is_never_zero(sheet):
    refused = score.refusal_to_seal(state=SheetState.DRAFT, marks=sheet, points=POINTS)
    assert (refused is R.NOT_SCORED) == (None in sheet.values()) == (score.total(sheet) is None)


@given(marks)
def test_a_half_sheet_may_always_be_saved(sheet):
    assert score.refusal_to_save(state=SheetState.DRAFT, marks=sheet, points=POINTS) is None


def test_zero_is_a_score():
    assert score.total(dict.fromkeys(POINTS, 0)) == 0


def test_an_empty_sheet_has_no_total():
    assert score.total({}) is None


@pytest.mark.parametrize("mark", [-1, 21, 16.5, True, "16"])
def test_marks_off_the_scale(mark):
    assert score.fault_in_marks({**FULL, 3: mark}, POINTS) is R.OFF_SCALE


def test_marks_of_another_rubric():
    assert score.fault_in_marks({1: 10}, POINTS) is R.OTHER_CRITERIA


def test_criteria_not_scored_are_named():
    assert score.not_scored({**HALF, 2: None}) == (2, 5)


def test_a_seal_is_once():
    assert score.refusal_to_seal(state=SheetState.SEALED, marks=FULL, points=POINTS) is R.IS_SEALED
    assert score.refusal_to_save(state=SheetState.SEALED, marks=FULL, points=POINTS) is R.IS_SEALED


def test_the_place_of_a_recused_sheet_takes_no_marks():
    assert score.refusal_to_save(state=SheetState.RECUSED, marks=HALF, points=POINTS) is R.RECUSED
    assert score.refusal_to_seal(state=SheetState.RECUSED, marks=FULL, points=POINTS) is R.RECUSED


@pytest.mark.parametrize(
    ("on_panel", "recused", "called", "answer"),
    [
        (True, False, True, None),
        (True, False, False, R.NOT_CALLED),
        (True, True, True, R.RECUSED),
        (True, True, False, R.RECUSED),
        (False, True, True, R.NOT_ON_PANEL),
    ],
)
def test_who_may_score(on_panel, recused, called, answer):
    assert score.refusal_to_score(is_on_panel=on_panel, is_recused=recused, is_called=called) is answer


def ask(**other):
    said = {
        "state": SheetState.SEALED,
        "is_tabulated": False,
        "reason": "看错一行",
        "old": FULL,
        "new": {**FULL, 1: 15},
    }
    return score.refusal_to_ask_change(**{**said, "points": POINTS, **other})


@pytest.mark.parametrize(
    ("other", "answer"),
    [
        ({}, None),
        ({"state": SheetState.DRAFT}, R.NOT_SEALED),
        ({"is_tabulated": True}, R.TABULATED),
        ({"reason": "  "}, R.NO_REASON),
        ({"new": HALF}, R.NOT_SCORED),
        ({"new": FULL}, R.NO_CHANGE),
        ({"new": {**FULL, 1: 21}}, R.OFF_SCALE),
    ],
)
def test_asking_for_a_change(other, answer):
    assert ask(**other) is answer


def test_a_change_is_agreed_to_while_it_is_open():
    agree = score.refusal_to_agree
    assert agree(state=ChangeState.FIRST_AGREED, is_tabulated=False) is None
    assert agree(state=ChangeState.FIRST_AGREED, is_tabulated=True) is R.TABULATED
    assert agree(state=ChangeState.IN_FORCE, is_tabulated=False) is R.STALE


def seal(**other):
    ids = {"sheet": uuid4(), "application": uuid4(), "panelist": uuid4()}
    said = {**ids, "marks": FULL, "comment": "", "nonce": "n"}
    return score.sheet_hash(**said), score.sheet_hash(**{**said, **other})


@pytest.mark.parametrize(
    "other", [{"nonce": "m"}, {"comment": "好"}, {"marks": {**FULL, 1: 17}}, {"panelist": uuid4()}]
)
def test_the_seal_holds_everything_said(other):
    sealed, altered = seal(**other)
    assert sealed != altered


def test_the_seal_does_not_depend_on_the_order_of_marks():
    sealed, again = seal(marks=dict(reversed(FULL.items())))
    assert sealed == again


@pytest.mark.parametrize(
    ("times", "went_last", "answer"),
    [
        (1, False, AfterCall.CALL_AGAIN),
        (2, True, AfterCall.CALL_AGAIN),
        (3, False, AfterCall.GO_LAST),
        (3, True, AfterCall.ABSENT),
    ],
)
def test_called_three_times(times, went_last, answer):
    assert score.after_unanswered_call(times=times, went_last=went_last) is answer


def test_the_panel_day_expects_238_less_5():
    panel, applicants = "ABCDEFG", [str(n) for n in range(1, 35)]
    recusals = [("F", "17"), ("F", "29"), ("F", "34"), ("B", "2"), ("G", "14")]
    assert len(score.sheets_due(panelists=panel, present=applicants, recusals=recusals)) == 233


def test_an_absent_applicant_is_owed_no_sheet():
    due = score.sheets_due(panelists=["A"], present=["1"], recusals=[("A", "2")])
    assert due == {("A", "1")}


@given(st.integers(0, 400), st.integers(0, 400))
def test_nobody_looks_before_the_last_seal(sealed, due):
    assert score.is_session_sealed(sealed=sealed, due=due) == (due > 0 and sealed >= due)
