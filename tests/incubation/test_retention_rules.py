"""How long what identifies a person is kept."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanshe.incubation.rules.retention import is_image_over, objections_closed_before


@pytest.mark.parametrize(
    ("ended", "today", "over"),
    [
        (date(2022, 1, 21), date(2022, 2, 20), False),
        (date(2022, 1, 21), date(2022, 2, 21), True),
        (None, date(2032, 1, 1), False),
    ],
)
def test_an_image_goes_after_thirty_whole_days(ended, today, over):
    assert is_image_over(review_ended_on=ended, today=today) is over


@given(st.dates(date(2010, 1, 1), date(2090, 1, 1)))
def test_three_years_are_three_years_on_every_day_of_the_calendar(today):
    assert timedelta(1095) <= today - objections_closed_before(today) <= timedelta(1097)
