"""Quorum and majority of all, votes that cannot exist, places that move up, equals never split by their row."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanshe.incubation.enums.decision.decision import DecisionState, MotionKind, Outcome, PlaceKind, R, Side
from sanshe.incubation.enums.decision.tabulation import TabulationRule
from sanshe.incubation.rules.decision import decision
from sanshe.incubation.types.tabulation import Result, Standing


def result(*ranks, places=2, reserve=1, grey=()):
    rows = [Standing(chr(97 + at), 7, 7, 560, Fraction(80), (), rank, rank in grey) for at, rank in enumerate(ranks)]
    return Result(TabulationRule.MEAN, places, reserve, 16, tuple(rows))


@pytest.mark.parametrize(
    ("members", "present", "votes"), [(3, 2, 2), (5, 4, 3), (6, 4, 4), (7, 5, 4), (8, 6, 5), (9, 6, 5)]
)
def test_quorum_and_majority_are_of_all_members(members, present, votes):
    assert (decision.quorum(members), decision.majority(members)) == (present, votes)


@given(st.integers(1, 99))
def test_quorum_and_majority_in_general(n):
    assert 3 * decision.quorum(n) >= 2 * n > 3 * (decision.quorum(n) - 1)
    assert 2 * decision.majority(n) > n >= 2 * (decision.majority(n) - 1)


@pytest.mark.parametrize(
    ("tabulated", "present", "members", "answer"),
    [(True, 5, 7, None), (True, 4, 7, R.NO_QUORUM), (False, 7, 7, R.NOT_TABULATED), (True, 0, 0, R.NO_QUORUM)],
)
def test_opening(tabulated, present, members, answer):
    assert decision.refusal_to_open(is_tabulated=tabulated, present=present, members=members) is answer


def votes(yes, no=0, abstain=0):
    return [Side.FOR] * yes + [Side.AGAINST] * no + [Side.ABSTAIN] * abstain


@pytest.mark.parametrize(
    ("cast", "time", "answer"),
    [
        (votes(4, 1), 1, Outcome.CARRIED),
        (votes(3, 0, 2), 1, Outcome.RECONSIDER),
        (votes(3, 2), 2, Outcome.FALLEN),
        (votes(4), 2, Outcome.CARRIED),
    ],
)
def test_carried_by_more_than_half_of_all_seven(cast, time, answer):
    assert decision.outcome_of(votes=cast, members=7, time=time) is answer


@pytest.mark.parametrize(
    ("present", "recused", "voted", "outcome", "answer"),
    [
        (True, False, False, Outcome.OPEN, None),
        (True, False, False, Outcome.RECONSIDER, None),
        (True, True, False, Outcome.OPEN, R.RECUSED),
        (False, True, False, Outcome.OPEN, R.RECUSED),
        (False, False, False, Outcome.OPEN, R.NOT_PRESENT),
        (True, False, True, Outcome.OPEN, R.VOTED),
        (True, False, False, Outcome.FALLEN, R.NO_SECOND_TIME),
    ],
)
def test_a_vote(present, recused, voted, outcome, answer):
    asked = decision.refusal_to_vote(is_present=present, is_recused=recused, has_voted=voted, outcome=outcome)
    assert asked is answer


def test_one_block_then_each_recused_and_each_grey_alone():
    said = result(1, 2, 3, 4, 5, places=3, reserve=2, grey=(3, 4))
    block, *alone = decision.motions(said, recused={"b": ["F"], "d": ["G"]})
    assert (block.kind, block.applicants) == (MotionKind.BLOCK, ("a",))
    assert [m.applicants for m in alone] == [("b",), ("c",), ("d",), ("e",)]


def test_recused_in_the_grey_zone_is_out_for_the_whole_zone():
    said = result(1, 2, 3, places=2, grey=(2, 3))
    _, second, third = decision.motions(said, recused={"c": ["G"]})
    assert second.leave == third.leave == {"G"}


def test_the_third_batch_has_25_in_the_block():
    said = result(*range(1, 35), places=30, reserve=4, grey=(29, 30, 31, 32, 33))
    recused = {said.standings[rank - 1].applicant: ["F"] for rank in (5, 9, 27, 31, 33)}
    block, *alone = decision.motions(said, recused=recused)
    assert (len(block.applicants), len(alone)) == (25, 9)


def test_equals_at_the_line_are_put_to_a_vote_by_name():
    said = result(1, 2, 2, places=2, reserve=0)
    tie = [m for m in decision.motions(said, recused={"c": ["F"]}) if m.kind is MotionKind.TIE]
    assert [(m.applicants, m.leave) for m in tie] == [(("b", "c"), {"F"})]


@pytest.mark.parametrize(
    ("ranks", "groups"), [((1, 1, 3, 4), ()), ((1, 2, 3, 3), (("c", "d"),)), ((1, 2, 2, 2), (("b", "c", "d"),))]
)
def test_only_ties_at_a_line_are_voted(ranks, groups):
    assert decision.ties_at_lines(result(*ranks)) == groups


def test_a_vote_by_name_orders_all_who_are_level_with_nobody():
    assert decision.order_of_tie({"b": 2, "c": 3}) == ("c", "b")
    assert decision.order_of_tie({"b": 2, "c": 2, "d": 3}) == ("d",)
    assert decision.order_of_tie({"b": 4, "c": 4, "d": 3}) == ()  # fewer votes pass nobody


@pytest.mark.parametrize(
    ("choices", "time", "outcome"),
    [
        ({"b": 3, "c": 2}, 1, Outcome.CARRIED),
        ({"b": 2, "c": 2}, 1, Outcome.RECONSIDER),
        ({"b": 2, "c": 2}, 2, Outcome.FALLEN),
        ({"b": 1, "c": 2}, 2, Outcome.CARRIED),
    ],
)
def test_equals_left_level_are_voted_once_more_and_then_fall(choices, time, outcome):
    assert decision.outcome_of_tie(choices=choices, time=time) is outcome


def test_of_equals_only_those_left_level_fall_and_the_next_moves_up():
    fell = {"outcome": Outcome.FALLEN, "applicants": ["b", "c", "d"]}
    assert decision.fallen_by(kind=MotionKind.TIE, order=["d"], **fell) == {"b", "c"}
    assert decision.fallen_by(kind=MotionKind.BLOCK, order=[], **fell) == {"b", "c", "d"}
    assert decision.fallen_by(kind=MotionKind.TIE, order=[], **fell | {"outcome": Outcome.CARRIED}) == set()
    said = result(1, 2, 2, 4, places=2, reserve=0)
    got = {a.applicant: a.kind for a in decision.allot(said, fallen={"b", "c"})}
    assert [name for name, kind in got.items() if kind is PlaceKind.SELECTED] == ["a", "d"]


def kinds(said, **how):
    return {a.applicant: (a.kind, a.reserve_no) for a in decision.allot(said, **{"fallen": (), **how})}


def test_places_then_the_reserve_then_nothing():
    got = kinds(result(1, 2, 3, 4))
    assert got["b"] == (PlaceKind.SELECTED, None)
    assert got["c"] == (PlaceKind.RESERVE, 1)
    assert got["d"] == (PlaceKind.NOT_SELECTED, None)


def test_one_who_fell_gets_neither_and_the_next_moves_up():
    got = kinds(result(1, 2, 3, 4), fallen={"b"})
    assert got["b"] == (PlaceKind.NOT_SELECTED, None)
    assert (got["c"], got["d"]) == ((PlaceKind.SELECTED, None), (PlaceKind.RESERVE, 1))


def test_a_vote_orders_equals_at_the_line():
    got = kinds(result(1, 2, 2), tie_orders=[("c", "b")])
    assert (got["c"], got["b"]) == ((PlaceKind.SELECTED, None), (PlaceKind.RESERVE, 1))


def test_equals_within_the_places_need_no_vote():
    assert kinds(result(1, 1, 3))["b"] == (PlaceKind.SELECTED, None)


@given(st.lists(st.integers(0, 4), min_size=1, max_size=12), st.integers(1, 6), st.integers(0, 3))
def test_the_order_of_rows_never_decides(scores, places, reserve):
    """Either a tie at a line is refused, or whoever shares a rank gets the same."""
    ranks = sorted(1 + sum(other > own for other in scores) for own in scores)
    said = result(*ranks, places=places, reserve=reserve)
    if decision.splits_unvoted(said.standings, (), said):
        with pytest.raises(ValueError, match="without a vote"):
            decision.allot(said, fallen=())
        return
    for rank in set(ranks):
        assert len({a.kind for a in decision.allot(said, fallen=()) if a.rank == rank}) == 1


@given(st.lists(st.integers(0, 4), min_size=1, max_size=12), st.integers(1, 6), st.integers(0, 3))
def test_every_tie_that_would_split_is_put_to_the_vote(scores, places, reserve):
    ranks = sorted(1 + sum(other > own for other in scores) for own in scores)
    said = result(*ranks, places=places, reserve=reserve)
    assert not decision.splits_unvoted(said.standings, {a for g in decision.ties_at_lines(said) for a in g}, said)


def submit(**other):
    said = {
        "state": DecisionState.OPEN,
        "outcomes": [Outcome.CARRIED, Outcome.FALLEN],
        "unvoted_tie": (),
        "reason": "合议",
    }
    return decision.refusal_to_submit(**{**said, "present": 5, "members": 7, **other})


@pytest.mark.parametrize(
    ("other", "answer"),
    [
        ({}, None),
        ({"state": DecisionState.SUBMITTED}, R.NOT_OPEN),
        ({"present": 4}, R.NO_QUORUM),
        ({"outcomes": [Outcome.RECONSIDER]}, R.MOTIONS_OPEN),
        ({"outcomes": [Outcome.OPEN]}, R.MOTIONS_OPEN),
        ({"unvoted_tie": ("b", "c")}, R.TIE_AT_LINE),
        ({"reason": " "}, R.NO_REASON),
    ],
)
def test_submitting(other, answer):
    assert submit(**other) is answer


def test_only_what_was_submitted_is_approved():
    approve = decision.refusal_to_approve
    assert approve(state=DecisionState.SUBMITTED) is None
    assert approve(state=DecisionState.OPEN) is R.NOT_SUBMITTED


def test_a_vote_by_name_names_one_of_the_equals():
    ask = {"applicants": ["b", "c"]}
    assert decision.refusal_of_choice(is_choosing=True, choice="z", **ask) == R.NO_CANDIDATE
    assert decision.refusal_of_choice(is_choosing=True, choice="", **ask) == R.NO_CANDIDATE
    assert decision.refusal_of_choice(is_choosing=True, choice="c", **ask) is None
    assert decision.refusal_of_choice(is_choosing=False, choice="", **ask) is None
