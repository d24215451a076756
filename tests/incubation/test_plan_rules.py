"""When a plan is due, what it lacks, what counts as late, when a milestone is reached."""

import datetime

import pytest

from sanshe.core.calendar.enums import Special
from sanshe.core.calendar.rules import Calendar
from sanshe.core.sheets import rules as sheets
from sanshe.core.sheets.enums import R as D
from sanshe.incubation.enums.stay.plan import PlanRefusal as R
from sanshe.incubation.rules.stay import plan

DAY = datetime.date
TERM = {"starts": DAY(2022, 2, 17), "ends": DAY(2023, 2, 16)}
WHOLE = {"aim": "a", "service": "b", "measure": "c", "m1": "开第一次活动", "m1_by": "2022-03-31"}


def test_ten_working_days_after_signing_at_six():
    due = plan.due(entered_on=DAY(2022, 2, 17), calendar=Calendar(2022, 2022))
    assert (due.day, due.hour) == (DAY(2022, 3, 3), 18)


def test_a_holiday_does_not_count():
    calendar = Calendar(2022, 2022, {DAY(2022, 2, 21): Special.REST})
    assert plan.due(entered_on=DAY(2022, 2, 17), calendar=calendar).day == DAY(2022, 3, 4)


@pytest.mark.parametrize(
    ("change", "left"),
    [({}, ()), ({"aim": " "}, ("aim",)), ({"m1": ""}, ("m1",)), ({"m1_by": ""}, ("m1_by",)),
     ({"m1_by": "2023-02-17"}, ("m1_by",)), ({"m1_by": "2022-02-16"}, ("m1_by",)), ({"m1_by": "2023-02-16"}, ()),
     ({"m2": "第二件"}, ("m2_by",)), ({"want": ""}, ())],
)  # fmt: skip
def test_what_is_missing(change, left):
    assert plan.missing({**WHOLE, **change}, **TERM) == left


def test_milestones_are_numbered_by_their_days():
    said = {**WHOLE, "m2": "早的", "m2_by": "2022-03-01", "m3": "没有日子"}
    assert [(no, what) for no, what, _day in plan.milestones(said)] == [(1, "早的"), (2, "开第一次活动")]


def test_the_plan_begins_with_what_the_application_said():
    said = plan.first_text({"for_whom": "老人", "what": "x" * 400, "money": "捐款"})
    assert said == {"aim": "老人", "service": "x" * 300}


@pytest.mark.parametrize(
    ("code", "value", "refused"),
    [("aim", "半句", None), ("aim", "x" * 301, D.TOO_LONG), ("m1_by", "三月", D.NO_DAY), ("m1_by", "", None),
     ("phone", "1", D.UNKNOWN_FIELD)],
)  # fmt: skip
def test_what_a_draft_may_keep(code, value, refused):
    assert sheets.refusal_to_keep(plan.QUESTIONS, code, value) == refused


def test_late_begins_at_the_last_moment_itself():
    due = plan.due(entered_on=DAY(2022, 2, 17), calendar=Calendar(2022, 2022)).moment
    second = datetime.timedelta(seconds=1)
    assert not sheets.is_late(handed_at=due - second, due=due) and sheets.is_late(handed_at=due, due=due)
    assert not sheets.is_late(handed_at=None, due=due)


@pytest.mark.parametrize(
    ("change", "refused"),
    [({}, None), ({"is_reached": True}, R.ALREADY_REACHED), ({"done_on": DAY(2022, 4, 2)}, R.DAY_TO_COME),
     ({"done_on": DAY(2022, 2, 16)}, R.DAY_OUTSIDE_TERM), ({"evidence": " "}, R.NO_EVIDENCE)],
)  # fmt: skip
def test_reaching_a_milestone(change, refused):
    said = {"is_reached": False, "done_on": DAY(2022, 3, 25), "starts": DAY(2022, 2, 17), "today": DAY(2022, 4, 1)}
    assert plan.refusal_to_reach(**{**said, "evidence": "登记本第 3 页", **change}) == refused
