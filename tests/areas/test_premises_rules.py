"""What may be entered about premises, what becomes of them, which may be merged: without a database."""

from datetime import date, timedelta

import pytest

from sanshe.core.areas.enums import PremisesState, R
from sanshe.core.areas.rules import premises as rules
from sanshe.core.areas.types import Merging
from sanshe.core.rows.enums import R as Rows
from sanshe.core.rows.rules import may_move

TODAY = date(2022, 2, 7)
HERE, NEXT = "140213053006", "140213053015"


@pytest.mark.parametrize(
    ("why", "days", "code"),
    [
        ("查无两次", 0, None),
        ("查无两次", -30, None),
        (" ", 0, R.NO_GROUND),
        ("查无两次", 1, Rows.DAY_TO_COME),
        ("查无两次", (date(1948, 12, 31) - TODAY).days, Rows.DAY_LONG_AGO),
        ("查无", (date(1949, 1, 1) - TODAY).days, None),
    ],
)
def test_a_change_has_a_reason_and_a_day_that_has_come(why, days, code):
    assert rules.refusal_of_change(why=why, on=TODAY + timedelta(days), today=TODAY) == code


@pytest.mark.parametrize(
    ("is_same", "into", "state", "code"),
    [
        (False, HERE, PremisesState.LISTED, None),
        (False, HERE, PremisesState.VACANT, None),
        (True, HERE, PremisesState.LISTED, R.MERGE_SELF),
        (False, NEXT, PremisesState.LISTED, R.MERGE_FAR),
        (False, HERE, PremisesState.MERGED, R.MERGE_GONE),
    ],
)
def test_premises_are_merged_into_others_of_the_community(is_same, into, state, code):
    of = Merging(is_same=is_same, area_path=HERE, into_area_path=into, into_state=state)
    assert rules.refusal_to_merge(of) == code


def test_only_who_comes_after_somebody_moved_out_is_new():
    new = [(before, to) for before in PremisesState for to in PremisesState if rules.is_new_occupancy(before, to)]
    assert new == [(PremisesState.MOVED_OUT, PremisesState.LISTED)]


def test_whatever_stands_may_be_listed_again_and_what_was_merged_stays_so():
    merged = PremisesState.MERGED
    for state in set(PremisesState) - {merged}:
        assert may_move(state, merged) and may_move(state, PremisesState.LISTED) == (state != PremisesState.LISTED)
        assert not may_move(merged, state)


def test_a_key_decision_has_a_ground_and_is_made_once():
    assert rules.refusal_to_decide_key(ground="去年 3 户", is_key=False) is None
    assert rules.refusal_to_decide_key(ground="去年 3 户", is_key=True) == R.KEY_ALREADY
    assert rules.refusal_to_decide_key(ground=" ", is_key=False) == R.NO_GROUND


@pytest.mark.parametrize(
    ("ground", "days", "code"),
    [("两季没有", 0, None), ("两季没有", 30, None), ("两季没有", -1, R.KEY_ENDS_EARLY), ("", 30, R.NO_GROUND)],
)
def test_a_key_decision_ends_for_a_ground_and_not_before_it_began(ground, days, code):
    assert rules.refusal_to_end_key(ground=ground, starts_on=TODAY, ends_on=TODAY + timedelta(days)) == code
