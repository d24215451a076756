"""When rules are due, and what becomes of a failed attempt."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanshe.core.jobs import rules
from sanshe.core.jobs.types import Handler, Progress, Rule
from sanshe.core.kit import ids, shanghai

MOMENTS = st.datetimes(datetime(2021, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC))
RULES = [Rule("minute", "x"), Rule("hour", "x"), Rule("day", "x", at_hour=3)]


@pytest.mark.parametrize(
    ("rule", "due"),
    list(zip(RULES, ["2022-01-05T23:07", "2022-01-05T23:00", "2022-01-05T19:00"], strict=True)),
)
def test_the_latest_moment_due(rule, due):
    now = datetime(2022, 1, 5, 23, 7, 40, tzinfo=UTC)  # 07:07:40 of the 6th in Shanghai; 03:00 there was 19:00 here
    assert rules.last_due(rule, now) == datetime.fromisoformat(due).replace(tzinfo=UTC)


@given(MOMENTS, st.sampled_from(RULES))
def test_due_is_never_ahead_nor_more_than_one_round_behind(now, rule):
    due = rules.last_due(rule, now)
    assert (
        timedelta(0)
        <= now - due
        < {"minute": timedelta(minutes=1), "hour": timedelta(hours=1)}.get(rule.every, timedelta(days=1))
    )


@given(MOMENTS)
def test_a_daily_rule_keeps_its_hour_of_shanghai(now):
    assert rules.last_due(RULES[2], now).astimezone(shanghai.ZONE).hour == 3


def test_attempts_run_out():
    handler = Handler(run=print, attempts=2)
    assert [rules.may_try_again(handler, n) for n in (1, 2)] == [True, False]


def test_pauses_grow_and_then_stay():
    assert [rules.pause_after(n).seconds for n in (1, 2, 3, 9)] == [10, 60, 300, 300]


def test_a_running_work_is_overdue_only_behind_its_limit():
    start = datetime(2022, 1, 1, tzinfo=UTC)
    handler = Handler(run=print, limit_seconds=60)
    assert not rules.is_overdue(handler, start, start + timedelta(seconds=60))
    assert rules.is_overdue(handler, start, start + timedelta(seconds=61))


def test_progress_says_100_only_when_done():
    assert Progress(ids.new(), "x", "running", 10, 10, "").percent == 99
    assert Progress(ids.new(), "x", "done", 0, 0, "").percent == 100
