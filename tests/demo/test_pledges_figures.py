"""The told campaign: every sum of pledges at every moment, counted from the records."""

import pytest

from sanshe.core.figures.queries import FIGURES
from sanshe.core.kit.shanghai import at
from sanshe.core.signing.queries import chain_of, check
from sanshe.pledges.models import Campaign, Session
from sanshe.pledges.pages.campaign import board
from sanshe.pledges.queries import pledges as queries
from sanshe.pledges.queries.campaigns import CHAIN

pytestmark = pytest.mark.django_db


def of_b_and_c(rows, when):
    tally = queries.tally(rows, when)
    return tally.own_phone, tally.witnessed


MOMENTS = {  # when, B and C in force, heads together beside them
    "0113a": ("2022-01-13 16:40", 38, 5, 0),
    "0120a": ("2022-01-20 09:12", 82, 14, 0),
    "0126b": ("2022-01-26 10:42", 82, 14, 0),
    "0207p": ("2022-02-07 08:40", 143, 22, 40),
    "0216d": ("2022-02-16 10:20", 266, 91, 100),
    "0531a": ("2022-05-31 10:00", 332, 136, 100),
    "0218a": ("2022-02-18 08:30", 288, 124, 100),
}
FOUND = {}
FIFTH = []
NOW = at("2022-02-18 08:30")


@pytest.fixture(scope="module", autouse=True)
def told(district):
    """What is counted at each moment, then the day of the desk for all tests."""
    for code, (when, *_counts) in MOMENTS.items():
        with district.at(code):
            FOUND[code] = FIGURES["pledges"]("140213", at(when))
            if code == "0216d":
                see_the_fifth(at(when))
    with district.at("0218a"):
        yield


def see_the_fifth(when):
    rows = Session.objects.get(number=5).pledges.all()
    FIFTH.extend([of_b_and_c(rows, when), queries.waiting(rows, when)])


@pytest.mark.parametrize("code", MOMENTS)
def test_what_is_in_force_at_each_moment(code):
    _when, b, c, heads = MOMENTS[code]
    assert FOUND[code] == {"effective": b + c, "A": 0, "B": b, "C": c, "D": heads}


@pytest.fixture
def row():
    return Campaign.objects.get()


def test_sessions_and_what_was_signed_at_none(row):
    found = [(one.heads, one.tally.own_phone, one.tally.witnessed, one.together) for one in board(row, NOW).sessions]
    assert found == [(None, 0, 0, 0), (96, 41, 33, 0), (112, 52, 41, 60), (72, 61, 8, 40), (58, 44, 9, 0),
                     (46, 38, 5, 0), (None, 52, 28, 0)]  # fmt: skip
    assert sum(one.heads or 0 for one in row.sessions.all()) == 384


def test_rows_versions_and_the_chain(row):
    assert row.pledges.count() == 417
    assert queries.ended(row) == {"taken_back": 2, "withdrawn": 2, "void": 1}
    by_text = [of_b_and_c(row.pledges.filter(text__number=number), NOW) for number in (1, 2)]
    assert by_text == [(225, 79), (63, 45)]
    checked = check(chain_of(CHAIN, row.pk))
    assert (checked.links, checked.holds) == (417, True)


def test_coverage_is_by_each_units_own_count(row):
    found = {one.name: (one.tally.whole, one.coverage.drivers, one.rate) for one in board(row, NOW).units}
    assert found == {
        "恒途客运": (69, 75, "92.0 %"), "北魏坊酒店": (53, 60, "88.3 %"), "御东冷链": (43, 52, "82.7 %"),
        "云岭物业": (14, 18, "77.8 %"), "康达制药厂": (11, 40, "27.5 %"), "和美超市": (0, None, ""),
    }  # fmt: skip


def test_the_session_that_runs():
    assert FIFTH == [(19, 0), 4]
