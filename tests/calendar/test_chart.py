"""Deadlines side by side across holidays, as values."""

from datetime import date

import pytest

from sanshe.core.calendar.enums import Special
from sanshe.core.calendar.rules import Calendar, chart
from sanshe.core.calendar.types import Bar

D = date
SPRING = {D(2022, 1, 31): Special.REST, D(2022, 1, 29): Special.MAKE_UP}
YEARS = Calendar(2021, 2022, SPRING)


TODAY = D(2022, 1, 20)


def made(*bars, today=TODAY):
    return chart(YEARS, [("甲", bar) for bar in bars], today)


def test_it_runs_from_the_first_day_to_two_after_the_last():
    found = made(Bar(D(2021, 12, 25), D(2022, 1, 3)), Bar(D(2022, 2, 17), D(2022, 2, 17)))
    assert (found.days[0].day, found.days[-1].day) == (D(2021, 12, 25), D(2022, 2, 19))
    assert [span for _month, span in found.months] == [7, 31, 19]


@pytest.mark.parametrize(
    ("day", "mark"),
    [
        (D(2022, 1, 20), "now"),
        (D(2022, 1, 22), "off"),
        (D(2022, 1, 29), "makeup"),
        (D(2022, 1, 31), "off"),
        (D(2022, 1, 21), ""),
    ],
)
def test_each_day_is_marked(day, mark):
    found = made(Bar(D(2022, 1, 10), D(2022, 2, 10)))
    assert next(one.mark for one in found.days if one.day == day) == mark


def test_mondays_and_today_are_numbered_but_no_monday_beside_today():
    found = made(Bar(D(2022, 1, 10), D(2022, 1, 28)), today=D(2022, 1, 18))
    assert [one.number for one in found.days if one.number] == ["10", "18", "24"]


def test_every_line_is_as_wide_as_the_chart():
    found = made(Bar(D(2022, 1, 10), D(2022, 1, 12)), Bar(D(2022, 1, 11), D(2022, 1, 28), "很长的一句话放得下"))
    assert {sum(cell.span for cell in cells) for _label, cells in found.lanes} == {len(found.days)}


def test_a_text_stands_in_its_bar_where_it_fits_else_where_there_is_room():
    wide = Bar(D(2022, 1, 10), D(2022, 1, 28), "六个字放得下", "done")
    early, late = Bar(D(2022, 1, 10), D(2022, 1, 10), "放不下"), Bar(D(2022, 1, 28), D(2022, 1, 28), "放不下")
    told = [[cell.state for cell in cells if cell.text] for _label, cells in made(wide, early, late).lanes]
    assert told == [["bar done"], ["after"], ["before"]]


def test_a_chart_is_cut_where_it_would_not_be_read():
    assert len(made(Bar(D(2022, 1, 1), D(2022, 12, 1))).days) == 93
