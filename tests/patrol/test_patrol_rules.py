"""Rules of rounds without a database: days, the frame that was read, who is sent, what is added."""

import random
from datetime import date, timedelta
from uuid import uuid4

import pytest

from sanshe.core.rows.rules import may_move
from sanshe.patrol.enums import ProgrammeState, R, RoundState
from sanshe.patrol.rules import round as rules
from sanshe.patrol.rules import season

SEASON = (date(2021, 11, 1), date(2022, 3, 31))
RUNNING, PLANNED, CLOSED = RoundState.RUNNING, RoundState.PLANNED, RoundState.CLOSED
TIAN, OTHER = uuid4(), uuid4()


def day(n):
    return SEASON[0] + timedelta(n)


@pytest.mark.parametrize(
    ("first", "last", "code"),
    [
        (0, 0, None),
        (0, 150, None),
        (18, 18, None),
        (-1, 10, R.ROUND_DAYS_WRONG),
        (140, 151, R.ROUND_DAYS_WRONG),
        (10, 9, R.ROUND_DAYS_WRONG),
    ],
)
def test_a_round_lies_in_its_season(first, last, code):
    assert rules.refusal_of_days(starts_on=day(first), ends_on=day(last), season=SEASON) == code


@pytest.mark.parametrize("many", [0, 1, 2, 30])
def test_the_digest_knows_the_doors_and_not_their_order(many):
    doors = [uuid4() for _no in range(many)]
    assert rules.digest(doors) == rules.digest(random.sample(doors, many))
    assert all(rules.digest(doors) != rules.digest([one for one in doors if one != left]) for left in doors)


@pytest.mark.parametrize(
    ("state", "doors", "now", "code"),
    [
        (PLANNED, 3, "a", None),
        (PLANNED, 3, "b", R.FRAME_MOVED),
        (PLANNED, 0, "a", R.FRAME_EMPTY),
        (RUNNING, 3, "a", R.FRAME_FROZEN),
        (CLOSED, 3, "a", R.FRAME_FROZEN),
    ],
)
def test_only_the_frame_that_was_read_is_frozen_and_once(state, doors, now, code):
    assert rules.refusal_to_freeze(state=state, doors=doors, read="a", now=now) == code


@pytest.mark.parametrize(
    ("state", "stops", "may", "code"),
    [
        (RUNNING, 1, {TIAN, OTHER}, None),
        (RUNNING, 1, {OTHER}, R.NOT_A_WALKER),
        (RUNNING, 1, set(), R.NOT_A_WALKER),
        (RUNNING, 0, {TIAN}, R.NO_STOPS),
        (PLANNED, 1, {TIAN}, R.NOT_FROZEN),
        (CLOSED, 1, {TIAN}, R.ROUND_OVER),
    ],
)
def test_only_who_may_visit_there_is_sent_and_only_while_it_is_walked(state, stops, may, code):
    assert rules.refusal_to_assign(state=state, stops=stops, worker=TIAN, may=may) == code


@pytest.mark.parametrize(
    ("state", "is_there", "is_merged", "code"),
    [
        (RUNNING, False, False, None),
        (RUNNING, True, False, R.STOP_THERE),
        (RUNNING, False, True, R.PREMISES_MERGED),
        (PLANNED, False, False, R.NOT_FROZEN),
        (CLOSED, False, False, R.ROUND_OVER),
    ],
)
def test_a_door_is_added_once_beside_a_frozen_frame(state, is_there, is_merged, code):
    assert rules.refusal_to_add(state=state, is_there=is_there, is_merged=is_merged) == code


@pytest.mark.parametrize(
    ("name", "last", "code"), [("冬季", 1, None), (" ", 1, R.NO_NAME), ("冬季", 0, R.SEASON_WRONG)]
)
def test_a_programme_has_a_name_and_a_season(name, last, code):
    assert season.refusal_to_open(name=name, starts_on=day(0), ends_on=day(last)) == code


def test_a_season_is_not_closed_over_an_open_round():
    assert season.refusal_to_close(open_rounds=1) == R.ROUNDS_OPEN and season.refusal_to_close(open_rounds=0) is None


def test_rounds_and_programmes_go_one_way():
    ways = {(a, b) for a in RoundState for b in RoundState if may_move(a, b)}
    assert ways == {(PLANNED, RUNNING), (RUNNING, CLOSED)}
    assert not may_move(ProgrammeState.CLOSED, ProgrammeState.OPEN)
