"""Hours and promises, trainings, supervision: pure."""

import datetime
import random

import pytest

from sanshe.core.kit.hours import hours, quarters_of
from sanshe.incubation.enums.stay.supervision import SupervisionRefusal as SR
from sanshe.incubation.enums.stay.training import TrainingRefusal as TR
from sanshe.incubation.enums.stay.training import TrainingState as TS
from sanshe.incubation.rules.stay import supervision, training
from sanshe.incubation.rules.stay.promise import Promise

DAY = datetime.date
NOW = datetime.datetime(2022, 2, 21, 6, 30, tzinfo=datetime.UTC)
HOUR = datetime.timedelta(hours=1)


@pytest.mark.parametrize(
    ("text", "found"),
    [("1.5", 6), ("0.25", 1), (" 8 ", 32), ("8.25", None), ("0", None), ("1.1", None), ("-1", None), ("一", None),
     ("", None), ("1/0", None), ("1e1", None), ("1e999999999", None), ("9" * 5000, None)],
)  # fmt: skip
def test_hours_are_quarters(text, found):
    assert quarters_of(text) == found


def test_every_number_of_quarters_is_written_and_read_back():
    assert all(quarters_of(hours(n)) == n for n in range(1, 33))


def test_promised_given_left_and_over_always_add_up():
    chance = random.Random(7)
    for _ in range(500):
        one = Promise(chance.randrange(0, 100), chance.randrange(0, 200))
        assert one.given + one.left == one.promised + one.over and 0 in (one.left, one.over)
        assert 0 <= one.share <= 100 and (one.over == 0 or one.share == 100)


@pytest.mark.parametrize(
    ("change", "refused"),
    [({}, None), ({"title": " "}, TR.NO_TITLE), ({"place": ""}, TR.NO_TITLE), ({"starts_at": None}, TR.NO_TIME),
     ({"quarters": None}, TR.HOURS_WRONG), ({"invited": 0}, TR.NOBODY_TO_INVITE)],
)  # fmt: skip
def test_planning(change, refused):
    said = {"title": "财务入门", "place": "二楼", "starts_at": NOW, "quarters": 6, "invited": 30}
    assert training.refusal_to_plan(**{**said, **change}) == refused


@pytest.mark.parametrize(
    ("state", "at", "counts", "refused"),
    [(TS.PLANNED, NOW, {1: 2, 2: 0}, None), (TS.HELD, NOW + HOUR, {}, None), (TS.PLANNED, NOW - HOUR, {}, TR.NOT_BEGUN),
     (TS.CALLED_OFF, NOW, {}, TR.MOVE_NOT_ALLOWED), (TS.PLANNED, NOW, {1: -1}, TR.COUNT_WRONG),
     (TS.PLANNED, NOW, {1: 201}, TR.COUNT_WRONG)],
)  # fmt: skip
def test_recording(state, at, counts, refused):
    assert training.refusal_to_record(state=state, starts_at=NOW, at=at, counts=counts) == refused


@pytest.mark.parametrize(
    ("state", "reason", "refused"),
    [(TS.PLANNED, "主讲病了", None), (TS.PLANNED, " ", TR.NO_REASON), (TS.HELD, "x", TR.MOVE_NOT_ALLOWED)],
)
def test_calling_off(state, reason, refused):
    assert training.refusal_to_call_off(state=state, reason=reason) == refused


def test_the_first_supervision_falls_into_the_first_month():
    assert supervision.first_due(DAY(2022, 2, 17)).day == DAY(2022, 3, 16)


@pytest.mark.parametrize(
    ("change", "refused"),
    [({}, None), ({"quarters": None}, SR.HOURS_WRONG), ({"held_on": DAY(2022, 3, 2)}, SR.DAY_TO_COME),
     ({"held_on": DAY(2022, 2, 16)}, SR.DAY_BEFORE_TERM), ({"agreed": ""}, SR.NO_WORDS)],
)  # fmt: skip
def test_putting_down_a_supervision(change, refused):
    said = {"quarters": 6, "held_on": DAY(2022, 3, 1), "starts": DAY(2022, 2, 17), "today": DAY(2022, 3, 1)}
    assert supervision.refusal_to_record(**{**said, "agreed": "先排志愿者的班", **change}) == refused


@pytest.mark.parametrize(
    ("text", "on", "refused"),
    [("", None, None), ("看排班", DAY(2022, 3, 8), None), ("看排班", DAY(2022, 3, 1), None),
     ("看排班", None, SR.FOLLOW_UP_HALF), (" ", DAY(2022, 3, 8), SR.FOLLOW_UP_HALF),
     ("看排班", DAY(2022, 2, 28), SR.FOLLOW_UP_HALF)],
)  # fmt: skip
def test_a_follow_up_has_words_and_a_day(text, on, refused):
    assert supervision.refusal_of_follow_up(text=text, on=on, held_on=DAY(2022, 3, 1)) == refused
