"""When one may ask, answer and take back; what is signed."""

from datetime import date, timedelta
from itertools import product

import pytest

from sanshe.core.consents import rules
from sanshe.core.consents.enums import Capacity, Medium, R, Stage, State
from sanshe.core.consents.types import Answer, Asked, Earlier, Life
from sanshe.core.kit.shanghai import at

TICK = timedelta(microseconds=1)
DAY = date(2022, 2, 25)
WORDS = {one: str(one) for one in Medium}


def ask(is_manager=False, earliest=DAY, **more):
    said = {"media": (Medium.TEXT,), "part": "讲述人", "months": 12, "answer_by": DAY}
    return rules.refusal_to_ask(Asked(**{**said, **more}), earliest=earliest, is_manager=is_manager)


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({}, None),
        ({"is_manager": True}, R.MANAGER_ASKS),
        ({"media": ()}, R.NO_MEDIA),
        ({"part": " "}, R.NO_PART),
        ({"months": 36}, None),
        ({"months": 37}, R.BAD_MONTHS),
        ({"months": 0}, R.BAD_MONTHS),
        ({"earliest": date(2022, 2, 26)}, R.DAY_TOO_SOON),
        ({"capacity": Capacity.KIN}, R.NO_GUARDIAN),
        ({"capacity": Capacity.WITH_GUARDIAN, "guardian": "郭某"}, None),
    ],
)
def test_who_asks_is_no_manager_and_leaves_time_to_think(more, code):
    assert ask(**more) == code


def test_who_was_asked_is_left_alone_for_a_week_and_who_agreed_for_the_term():
    asked = Earlier(date(2022, 2, 17), State.ASKED)
    free = at("2022-02-24 00:00")
    assert rules.refusal_to_repeat(asked, at=free - TICK) == R.ASKED_LATELY
    assert rules.refusal_to_repeat(asked, at=free) is None
    given = Earlier(date(2022, 2, 1), State.GIVEN, DAY)
    over = at("2022-02-26 00:00")
    assert rules.refusal_to_repeat(given, at=over - TICK) == R.STANDS
    assert rules.refusal_to_repeat(given, at=over) is None
    assert rules.refusal_to_repeat(None, at=over) is None


def test_silence_is_no_and_a_yes_ends_with_its_term():
    over = at("2022-02-26 00:00")
    asked, given = Life(State.ASKED, DAY), Life(State.GIVEN, date(2022, 1, 1), DAY)
    assert (rules.stage(asked, at=over - TICK), rules.stage(asked, at=over)) == (Stage.WAITING, Stage.SILENT)
    assert (rules.stage(given, at=over - TICK), rules.stage(given, at=over)) == (Stage.GIVEN, Stage.EXPIRED)
    for state, when in product([State.DECLINED, State.WITHDRAWN, State.REPLACED, State.EXPIRED], [over - TICK, over]):
        assert rules.stage(Life(state, DAY, DAY), at=when) == state


def say(answer, when=None, capacity=Capacity.OWN, has_paper=False):
    asked = (Medium.TEXT, Medium.PHOTO)
    when = when or at("2022-02-20 10:00")
    facts = {"asked": asked, "answer_by": DAY, "at": when, "has_paper": has_paper, "capacity": capacity}
    return rules.refusal_to_answer(answer, **facts)


def test_an_answer_comes_in_time_and_is_about_what_was_asked():
    yes, no = Answer(given=(Medium.TEXT,)), Answer(declined=(Medium.TEXT,))
    over = at("2022-02-26 00:00")
    assert (say(yes, over - TICK), say(yes, over), say(no, over)) == (None, R.ANSWER_OVER, R.ANSWER_OVER)
    assert say(Answer()) == say(Answer(given=(Medium.VOICE,))) == R.NO_ANSWER
    assert say(Answer((Medium.TEXT,), (Medium.TEXT,))) == R.NO_ANSWER
    assert say(yes, capacity=Capacity.WITH_GUARDIAN) == R.ON_PAPER
    assert say(yes, capacity=Capacity.WITH_GUARDIAN, has_paper=True) is None
    assert say(no, capacity=Capacity.WITH_GUARDIAN) is None


def test_a_yes_on_paper_has_a_witness_and_its_scan():
    assert rules.refusal_of_paper(witness="常丽", has_scan=True) is None
    assert rules.refusal_of_paper(witness=" ", has_scan=True) == R.NO_PAPER
    assert rules.refusal_of_paper(witness="常丽", has_scan=False) == R.NO_PAPER


@pytest.mark.parametrize("state", State)
def test_only_what_holds_is_taken_back(state):
    found = rules.refusal_to_withdraw(Life(state, DAY, DAY), at=at("2022-02-25 23:59"))
    assert (found is None) == (state == State.GIVEN)


def test_a_year_ends_with_the_day_before_and_names_are_kept_three_more():
    ends = rules.ends_on(date(2022, 2, 17), months=12)
    assert (ends, rules.keep_until(ends)) == (date(2023, 2, 16), date(2026, 2, 16))
    assert rules.ends_on(date(2024, 2, 29), months=12) == date(2025, 2, 27)


def test_the_text_names_what_is_agreed_to_and_what_is_not():
    facts = {"title": "一盏顶灯", "part": "灯的那一户", "months": 12, "words": WORDS}
    both = rules.shown(answer=Answer((Medium.TEXT,), (Medium.PHOTO,)), **facts)
    assert "同意使用我的：text。期限 12 个月" in both and "不同意使用我的：photo。" in both
    one = rules.shown(answer=Answer((Medium.TEXT, Medium.PHOTO)), **facts)
    assert "同意使用我的：text、photo。" in one and "不同意使用" not in one
    assert both != one
