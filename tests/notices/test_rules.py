"""Moves, windows, texts of notices: no database."""

from datetime import UTC, date, datetime

import pytest

from sanshe.core.notices import rules
from sanshe.core.notices.enums import PUBLIC, R, State
from sanshe.core.notices.types import Contact

CONTACT = Contact("区民政局", "0352-0000000", "永泰街 1 号", "工作日 8:30 至 12:00")
WINDOW = [date(2022, 1, day) for day in range(17, 22)]


def test_only_along_the_table_of_moves():
    allowed = {(a, b) for a in State for b in State if rules.refusal_to_move(a, b) is None}
    assert allowed == {(a, b) for a, found in State.moves().items() for b in found}
    assert (State.DRAFT, State.PUBLISHED) not in allowed and State.DRAFT not in PUBLIC


@pytest.mark.parametrize("missing", ["office", "phone", "address", "hours"])
def test_a_notice_tells_whom_to_turn_to(missing):
    assert rules.refusal_of_contact(CONTACT.plain()) is None
    assert rules.refusal_of_contact(CONTACT.plain() | {missing: ""}) == R.NO_CONTACT


@pytest.mark.parametrize(
    ("first", "last", "code"),
    [
        (None, None, None),
        (WINDOW[0], None, R.WINDOW_TURNED),
        (WINDOW[1], WINDOW[0], R.WINDOW_TURNED),
        (WINDOW[0], WINDOW[0], None),
    ],
)
def test_a_window_has_two_ends_in_order(first, last, code):
    assert rules.refusal_of_window(first, last) == code


def test_a_window_ends_at_24_in_shanghai():
    last_second, over = datetime(2022, 1, 21, 15, 59, 59, tzinfo=UTC), datetime(2022, 1, 21, 16, 0, tzinfo=UTC)
    assert rules.refusal_to_close(WINDOW[-1], last_second) == R.WINDOW_RUNS
    assert rules.refusal_to_close(WINDOW[-1], over) is None
    assert rules.refusal_to_publish(WINDOW[-1], last_second) is None
    assert rules.refusal_to_publish(WINDOW[-1], over) == R.WINDOW_OVER


@pytest.mark.parametrize(
    ("moment", "day", "left", "is_open", "percent"),
    [
        (datetime(2022, 1, 16, 15, 59, tzinfo=UTC), 0, 5, False, 0),
        (datetime(2022, 1, 16, 16, 0, tzinfo=UTC), 1, 4, True, 20),
        (datetime(2022, 1, 20, 2, 0, tzinfo=UTC), 4, 1, True, 80),
        (datetime(2022, 1, 21, 15, 59, tzinfo=UTC), 5, 0, True, 100),
        (datetime(2022, 1, 21, 16, 0, tzinfo=UTC), 5, 0, False, 100),
    ],
)
def test_how_a_window_stands(moment, day, left, is_open, percent):
    found = rules.window(WINDOW, WINDOW[-1], "workdays", moment)
    assert (found.day, found.days, found.left, found.is_open, found.percent) == (day, 5, left, is_open, percent)


def test_rest_days_do_not_count_when_the_caller_says_so():
    days = [date(2022, 1, 28), date(2022, 2, 7)]
    found = rules.window(days, days[-1], "workdays", datetime(2022, 2, 1, tzinfo=UTC))
    assert (found.day, found.left, found.is_open) == (1, 1, True)
    assert (
        len(rules.days_of(days[0], days[1], ())) == 11
        and rules.window([], None, "days", datetime(2022, 1, 1, tzinfo=UTC)) is None
    )


def test_a_list_has_a_fingerprint_of_every_character():
    assert rules.list_hash(["甲", "乙"]) != rules.list_hash(["甲", "乙 "]) != rules.list_hash(["甲乙"])
