"""Working days: oracles, refusals, the loaded years, the pages."""

import datetime

import holidays
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanshe.core.calendar import actions, queries, rules
from sanshe.core.calendar.adapters import published
from sanshe.core.calendar.enums import DayKind, R, Special
from sanshe.core.calendar.types import Due
from sanshe.core.kit.access import SYSTEM
from sanshe.core.kit.refused import Refused

D = datetime.date.fromisoformat
YEARS = rules.Calendar(2021, 2022, {**published(2021), **published(2022)})


@pytest.mark.parametrize(
    ("start", "n", "end"),
    [
        ("2022-01-26", 5, "2022-02-07"),
        ("2022-01-05", 3, "2022-01-10"),
        ("2022-01-20", 10, "2022-02-08"),
        ("2022-02-17", 10, "2022-03-03"),
        ("2022-01-14", 5, "2022-01-21"),
        ("2022-01-14", 7, "2022-01-25"),
        ("2022-01-21", 7, "2022-01-30"),
    ],
)
def test_terms_in_working_days(start, n, end):
    assert YEARS.add_workdays(D(start), n) == D(end)


@pytest.mark.parametrize(
    ("day", "works"),
    [("2022-01-03", False), ("2022-01-29", True), ("2022-01-30", True), ("2022-01-31", False), ("2022-02-06", False)],
)
def test_the_spring_festival_of_2022(day, works):
    assert YEARS.is_workday(D(day)) is works


@pytest.mark.parametrize(
    ("opens", "n", "kind", "end"),
    [
        ("2022-01-17 09:00", 5, DayKind.WORKDAY, "2022-01-21"),
        ("2022-01-17 09:01", 5, DayKind.WORKDAY, "2022-01-24"),
        ("2021-12-25 09:00", 10, DayKind.DAY, "2022-01-03"),
    ],
)
def test_a_window_counts_its_first_day_when_it_opened_by_nine(at, opens, n, kind, end):
    assert YEARS.window_end(at(opens), n, kind) == D(end)


def test_beyond_the_loaded_years_nothing_is_counted():
    with pytest.raises(Refused) as refused:
        YEARS.add_workdays(D("2022-12-30"), 5)
    assert refused.value.code == R.NOT_LOADED and refused.value.facts == {"year": 2023, "last": 2022}


@given(st.dates(D("2021-01-01"), D("2022-11-01")), st.integers(0, 30))
def test_counting_forward_and_between_agree(start, n):
    assert YEARS.workdays_between(start, YEARS.add_workdays(start, n)) == n


@pytest.mark.parametrize("year", [2021, 2022, 2023])
def test_a_second_source_agrees(year):
    other = holidays.China(years=year)
    rest = {day for day in other if day.weekday() < 5}
    assert {day for day, kind in published(year).items() if kind == Special.REST} == rest


def test_a_last_day_ends_at_midnight_in_shanghai(at):
    assert Due(D("2022-01-03")).moment == at("2022-01-04 00:00")
    assert Due(D("2022-02-23"), 18).moment == at("2022-02-23 18:00")


@pytest.mark.parametrize(
    ("now", "n", "kind", "over"),
    [
        ("2022-01-20 10:00", 10, DayKind.WORKDAY, False),
        ("2022-02-08 08:00", 16, DayKind.HOUR, False),
        ("2022-02-09 08:00", 1, DayKind.WORKDAY, True),
    ],
)
def test_what_is_left(at, now, n, kind, over):
    left = YEARS.left(at(now), Due(D("2022-02-08")))
    assert (left.n, left.kind, left.is_over) == (n, kind, over)


def test_a_notice_is_read_line_by_line():
    days = rules.read_notice("休 01-31 至 02-06\n\n班 01-29", 2022)
    assert len(days) == 8 and days[D("2022-01-29")] == Special.MAKE_UP


@pytest.mark.parametrize(
    ("text", "code"),
    [("", R.NOTHING_GIVEN), ("假 01-01", R.DATE_WRONG), ("休 13-01", R.DATE_WRONG), ("休 02-06 至 01-31", R.DATE_WRONG),
     ("休 01-01\n班 01-01", R.BOTH)],
)  # fmt: skip
def test_a_bad_notice_is_named(text, code):
    with pytest.raises(Refused) as refused:
        rules.read_notice(text, 2022)
    assert refused.value.code == code


@pytest.fixture
def year(db, at):
    actions.load_published(first=2022, last=2022, by=SYSTEM, at=at("2021-12-01 09:00"))


def test_a_loaded_year_is_counted_at_once_and_anew_when_it_changes(year, at):
    assert queries.workdays().add_workdays(D("2022-01-26"), 5) == D("2022-02-07")
    actions.load_year(year=2022, days={}, source="x", by=SYSTEM, at=at("2022-01-01 09:00"))
    assert queries.workdays().add_workdays(D("2022-01-26"), 5) == D("2022-02-02")


def test_the_page_shows_the_months(year, client_as, it_is):
    it_is("2022-02-18 08:30")
    page = client_as("community_worker").get("/calendar/").content.decode()
    assert page.count("s-month b") == 12 and "make_up" in page
    assert '<ol class="s-month b"><li class="rest w6">1</li>' in page  # 2022-01-01 was a Saturday


@pytest.mark.parametrize("asked", ["9" * 5000, "²", "-1", "x"])
def test_a_year_that_is_none_shows_this_one(year, client_as, it_is, asked):
    it_is("2022-02-18 10:00")
    answer = client_as("community_worker").get("/calendar/", {"year": asked})
    assert answer.status_code == 200 and answer.content.decode().count("2022") > 1


def test_an_officer_loads_a_year(year, client_as):
    officer = client_as("bureau_officer")
    wrong = officer.post("/calendar/load/", {"year": 2023, "days": "假 01-01"})
    assert wrong.status_code == 422 and "这一行看不懂" in wrong.content.decode()
    assert officer.post("/calendar/load/", {"year": 2023, "days": "休 01-02"}).status_code == 302
    assert not queries.workdays().is_workday(D("2023-01-02"))


def test_a_worker_does_not_load_a_year(year, client_as):
    assert client_as("community_worker").get("/calendar/load/").status_code == 403
