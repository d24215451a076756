"""When a reminder goes out, and its name for life."""

from datetime import date

import pytest

from sanshe.core.calendar.types import Due
from sanshe.core.duties import rules
from sanshe.core.duties.enums import Step


@pytest.mark.parametrize(
    ("when", "step"),
    [("2022-08-23 23:59", None), ("2022-08-24 00:00", Step.WEEK), ("2022-08-29 23:59", Step.WEEK),
     ("2022-08-30 00:00", Step.DAY), ("2022-08-31 23:59", Step.DAY), ("2022-09-01 00:00", Step.OVERDUE)],
)  # fmt: skip
def test_the_step_of_a_reminder(at, when, step):
    assert rules.step_at(Due(date(2022, 8, 31)), at(when)) == step


def test_a_moved_date_is_another_reminder():
    said = {"duty": "x:1", "step": Step.DAY, "to": "u"}
    first, second = (rules.key_of(due=Due(date(2022, 8, day)), **said) for day in (30, 31))
    assert first != second
