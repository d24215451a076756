"""What is open at the moments before and after the default one."""

import pytest

from sanshe.appeals.enums import State
from sanshe.appeals.ledgers.register import published
from sanshe.appeals.models import Appeal
from sanshe.core.kit import shanghai

SEEN = {}


def stands():
    open_ones = Appeal.objects.exclude(state__in=State.over())
    closed = Appeal.objects.filter(state=State.CLOSED)
    return dict(open_ones.values_list("number", "state")), closed.count()


@pytest.fixture(scope="module")
def told(district):
    """What stands at each moment, then the last one for all tests."""
    for code in ("0214s", "0222e", "0531a"):
        with district.at(code):
            SEEN[code] = stands()
    with district.at("0222e"):
        yield
    district.leave()


pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("told")]


def test_at_0214s_the_call_was_just_typed():
    assert SEEN["0214s"][0]["220214-017"] == State.RECEIVED


def test_at_0222e_eleven_are_open_and_one_waits_for_its_call():
    found = published("140213", shanghai.at("2022-02-22 16:30"))
    assert (found["received"], found["open"], found["overdue"]) == (214, 11, 0)
    waiting = sorted(number for number, state in SEEN["0222e"][0].items() if state == State.VERIFIED)
    assert waiting == ["220214-017", "220215-004", "220216-006", "220216-027"]


def test_at_the_end_of_may_none_is_open():
    open_ones, closed = SEEN["0531a"]
    assert (open_ones, closed) == ({}, 45 + 2 + 17)  # two of January; the seventeen that were open in February
