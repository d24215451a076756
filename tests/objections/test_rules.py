"""Objections: one rule, one code. No database."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanshe.core.objections import phrases, rules
from sanshe.core.objections.enums import Deed, Duty, E, Letter, Outcome, R, State, Verdict
from sanshe.core.objections.types import Barred, Listing

NOON = datetime(2022, 1, 20, 4, tzinfo=UTC)
TICK = timedelta(microseconds=1)
ASK = {"handler": "h", "co_handler": "c", "reviewer": "r", "workers": {"h", "c", "old"}, "handler_left": False}


def test_an_objection_lies_in_its_window_to_the_microsecond():
    window = {"opens": NOON, "closes": NOON + timedelta(1), "on_list": True}
    ask = rules.refusal_to_raise
    assert ask(at=NOON - TICK, **window) == R.NOT_IN_WINDOW
    assert ask(at=NOON, **window) is None
    assert ask(at=NOON + timedelta(1) - TICK, **window) is None
    assert ask(at=NOON + timedelta(1), **window) == R.NOT_IN_WINDOW
    assert ask(at=NOON, **window | {"on_list": False}) == R.NOT_ON_LIST


def test_everything_that_is_missing_is_named_at_once():
    assert rules.faults_of(fact="短", name=" ", phone="12-34") == {
        "fact": R.NO_FACT,
        "name": R.NO_NAME,
        "phone": R.NO_PHONE,
    }
    assert rules.faults_of(fact="公示的地点和实际不一样。", name="许建国", phone="0352-5550101") == {}


def test_ten_minutes_to_take_back_and_never_behind_the_window():
    until = rules.undo_until(raised_at=NOON, closes=NOON + timedelta(1))
    assert until == NOON + timedelta(minutes=10)
    assert rules.undo_until(raised_at=NOON, closes=NOON + timedelta(minutes=2)) == NOON + timedelta(minutes=2)
    ask = rules.refusal_to_take_back
    assert ask(state=State.RECEIVED, until=until, at=until - TICK) is None
    assert ask(state=State.RECEIVED, until=until, at=until) == R.UNDO_OVER
    assert ask(state=State.ACCEPTED, until=until, at=NOON) == R.HANDLED


def test_who_raised_it_withdraws_until_it_is_taken_up_and_its_handler_until_it_is_answered():
    ask = rules.refusal_to_withdraw
    assert ask(state=State.RECEIVED, is_own=True) is None
    assert ask(state=State.ACCEPTED, is_own=True) == R.HANDLED
    assert ask(state=State.ACCEPTED, is_own=False) is None
    assert ask(state=State.ANSWERED, is_own=False) == R.MOVE_NOT_ALLOWED


def test_who_had_a_part_is_barred_by_person_or_by_role_and_told_which():
    barred = Barred({"a": "参加了评审"}, {"operator": "是承办方"})
    assert rules.why_barred("a", [], barred) == "参加了评审"
    assert rules.why_barred("b", ["reader", "operator"], barred) == "是承办方"
    assert rules.why_barred("b", ["reader"], barred) is None


@pytest.mark.parametrize(
    ("person", "state", "handles", "reviews", "why", "duty", "deeds"),
    [
        ("x", State.RECEIVED, True, False, None, Duty.INDEPENDENT, {Deed.READ, Deed.REVEAL, Deed.TAKE_UP}),
        ("x", State.RECEIVED, False, True, None, Duty.INDEPENDENT, {Deed.READ}),
        ("x", State.RECEIVED, False, False, None, Duty.FOLLOWER, set()),
        ("x", State.RECEIVED, True, True, "part", Duty.FOLLOWER, set()),
        ("h", State.ACCEPTED, True, False, None, Duty.HANDLER, {Deed.READ, Deed.REVEAL, Deed.WORK, Deed.NAME}),
        ("h", State.ANSWERED, True, False, None, Duty.HANDLER, {Deed.READ, Deed.REVEAL, Deed.WORK}),
        ("h", State.ACCEPTED, True, False, "part", Duty.FOLLOWER, set()),
        ("h", State.ACCEPTED, False, False, None, Duty.FOLLOWER, set()),
        ("c", State.ACCEPTED, True, False, None, Duty.CO_HANDLER, {Deed.READ, Deed.REVEAL, Deed.WORK}),
        ("x", State.ACCEPTED, True, True, None, Duty.INDEPENDENT, {Deed.READ}),
        ("x", State.UNDER_REVIEW, False, True, None, Duty.INDEPENDENT, {Deed.READ, Deed.REVEAL, Deed.REVIEW}),
        ("x", State.UNDER_REVIEW, True, False, None, Duty.INDEPENDENT, {Deed.READ}),
        ("old", State.UNDER_REVIEW, True, True, None, Duty.INDEPENDENT, {Deed.READ}),
        ("r", State.CLOSED, False, True, None, Duty.REVIEWER, {Deed.READ, Deed.REVEAL}),
    ],
)
def test_what_somebody_is_to_a_case(person, state, handles, reviews, why, duty, deeds):
    who = {"person": person, "state": state, "may_handle": handles, "may_review": reviews, "why": why}
    found = rules.standing(**who, **ASK)
    assert (found.duty, found.deeds) == (duty, frozenset({Deed.FOLLOW, *deeds}))


def test_another_takes_over_only_where_the_handler_has_left():
    who = {"person": "x", "state": State.ACCEPTED, "may_handle": True, "may_review": False, "why": None}
    left = rules.standing(**who, **ASK | {"handler_left": True})
    here = rules.standing(**who, **ASK)
    assert left.may(Deed.TAKE_OVER) and not here.may(Deed.TAKE_OVER) and not left.may(Deed.REVEAL)
    assert rules.refusal_of_deed(here, Deed.TAKE_OVER, State.ACCEPTED) == R.HANDLER_IS_HERE


def test_each_refused_deed_says_why():
    def mine(person, state, may=True, why=None):
        who = {"person": person, "state": state, "may_handle": may, "may_review": may, "why": why}
        return rules.standing(**who, **ASK)

    ask = rules.refusal_of_deed
    assert ask(mine("x", State.RECEIVED, why="part"), Deed.REVEAL, State.RECEIVED) == R.BARRED
    assert ask(mine("x", State.RECEIVED, may=False), Deed.READ, State.RECEIVED) == R.NOT_YOURS
    assert ask(mine("x", State.ACCEPTED), Deed.WORK, State.ACCEPTED) == R.NOT_HANDLER
    assert ask(mine("x", State.ACCEPTED), Deed.TAKE_UP, State.ACCEPTED) == R.MOVE_NOT_ALLOWED
    assert ask(mine("c", State.ACCEPTED), Deed.NAME, State.ACCEPTED) == R.NOT_HANDLER
    assert ask(mine("h", State.ANSWERED), Deed.NAME, State.ANSWERED) == R.MOVE_NOT_ALLOWED
    assert ask(mine("old", State.UNDER_REVIEW), Deed.REVIEW, State.UNDER_REVIEW) == R.REVIEWER_HANDLED
    assert ask(mine("x", State.CLOSED), Deed.REVIEW, State.CLOSED) == R.MOVE_NOT_ALLOWED


def test_an_answer_rests_on_what_was_found():
    def ask(verdicts, outcome, text="经核实"):
        return rules.refusal_to_answer(verdicts=verdicts, outcome=outcome, text=text)

    true, false = Verdict.TRUE, Verdict.FALSE
    assert ask([], Outcome.DISMISSED) == R.NO_POINTS
    assert ask([false, Verdict.OPEN], Outcome.DISMISSED) == R.POINTS_OPEN
    assert ask([false], Outcome.DISMISSED, " ") == R.NO_ANSWER
    assert ask([false], Outcome.DISMISSED) is None
    assert ask([false], Outcome.UPHELD) == ask([false], Outcome.PARTLY) == R.OUTCOME_AGAINST_POINTS
    assert ask([true], Outcome.DISMISSED) == R.OUTCOME_AGAINST_POINTS
    assert ask([true, false], Outcome.DISMISSED) is ask([true, false], Outcome.UPHELD) is None


def test_a_review_is_asked_for_and_a_case_closed_to_the_microsecond():
    ask = rules.refusal_to_ask_review
    assert ask(due_moment=NOON, at=NOON - TICK, reason="没有看到原件") is None
    assert ask(due_moment=NOON, at=NOON, reason="没有看到原件") == R.REVIEW_OVER
    assert ask(due_moment=NOON, at=NOON - TICK, reason=" ") == R.NO_REASON
    assert rules.refusal_to_close(review_due_moment=NOON, at=NOON - TICK) == R.REVIEW_OPEN
    assert rules.refusal_to_close(review_due_moment=NOON, at=NOON) is None


def test_names_go_three_years_after_the_end():
    assert rules.closed_before(date(2025, 2, 1)) == date(2022, 2, 1)
    assert rules.closed_before(date(2024, 2, 29)) == date(2021, 2, 28)


@given(st.dates(date(2010, 1, 1), date(2090, 1, 1)))
def test_three_years_are_three_years_on_every_day_of_the_calendar(today):
    assert timedelta(1095) <= today - rules.closed_before(today) <= timedelta(1097)


def test_the_last_day_of_a_window_is_the_day_before_it_closes():
    closes = datetime(2022, 1, 21, 16, tzinfo=UTC)  # 24:00 in Shanghai
    assert Listing(None, "", "", NOON, closes, (), {}).last_day == date(2022, 1, 21)


def test_every_code_has_its_words():
    assert set(phrases.SENTENCES) == set(R) and set(phrases.STATES) == set(State)
    assert set(phrases.EVENTS) == set(E) and set(phrases.LETTERS) == set(Letter)
    assert set(State.moves()) == set(State)


def test_a_public_count_under_three_tells_nobody():
    assert [phrases.counted(n) for n in (0, 1, 2, 3)] == ["0", "少于 3", "少于 3", "3"]
