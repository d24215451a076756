"""How long what identifies a person is kept."""

from datetime import date

import pytest

from sanshe.incubation.rules.retention import is_image_over


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
