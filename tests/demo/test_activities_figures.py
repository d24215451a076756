"""The activities of the story against records, at its moments (seven_days §6)."""

from collections import Counter

import pytest

from sanshe.activities.enums import BookingState, GroupState, Origin, SessionState
from sanshe.activities.ledgers.figures import published
from sanshe.activities.models import Booking, Claim, Group, Miss, Part, Session
from sanshe.activities.queries.session import counts
from sanshe.activities.queries.station import open_then, percent_on
from sanshe.core.kit import shanghai
from sanshe.core.rows.queries import within

HERE, THERE = "140213", "140214"
RUIHE, LIUHANG, HENGDA, HUAIYUAN = "140213059006", "140213050012", "140213066007", "140214029001"
NOW = shanghai.at("2022-02-18 08:30")
SEEN = {}
PUBLISHED = {"groups": 23, "sessions_week": 31, "bookings": 15, "released": 2, "sessions_today": 5}


def held(path=HERE, **more):
    return Session.objects.filter(within([path]), **more)


def parts_of(row):
    return row.parts.count(), row.parts.filter(group=None).count()


def week():
    """What the week was when it was over."""
    rows = list(held())
    return {
        "days": Counter(shanghai.day(one.opened_at).day for one in rows),
        "stations": Counter(one.area_path for one in rows),
        "origins": Counter(one.origin for one in rows),
        "parts": Counter(map(parts_of, rows)),
        "of_groups": Part.objects.filter(within([HERE]), group__isnull=False).count(),
        "states": {one.state for one in rows},
        "claims": Claim.objects.count(),
    }


def early():
    """槐园 before it opens."""
    groups = Group.objects.filter(area_path=HUAIYUAN)
    row, at = groups.get(name="槐韵合唱队").station, shanghai.at("2022-02-14 08:28")
    return {
        "sizes": sorted(one.members.count() for one in groups),
        "states": Counter(groups.values_list("state", flat=True)),
        "sessions": held(THERE).count(),
        "opens": min(open_then(row, shanghai.day(at))),
        "percent": percent_on(row, shanghai.day(at)),
    }


@pytest.fixture(scope="module")
def told(district):
    """What stood before and behind the default moment, then that one for all tests."""
    for code, what in (("0214h", early), ("0222e", week)):
        with district.at(code):
            SEEN[code] = what()
    with district.at("0218a"):
        yield
    district.leave()


pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("told")]


def test_what_is_published_at_the_default_moment():
    assert published(HERE, NOW) == PUBLISHED
    groups = Group.objects.filter(within([HERE]))
    assert Counter(groups.values_list("area_path", flat=True)) == {RUIHE: 9, LIUHANG: 8, HENGDA: 6}
    # those of today's opening are active with it
    assert Counter(groups.values_list("state", flat=True)) == {
        GroupState.ACTIVE: 17, GroupState.FILED: 3, GroupState.FORMING: 2, GroupState.SUSPENDED: 1,
    }  # fmt: skip
    over = held().exclude(state=SessionState.OPEN)
    assert Counter(shanghai.day(one.opened_at).day for one in over) == {14: 6, 15: 7, 16: 6, 17: 7}
    found = counts(over).values()
    assert sum(one.named for one in found) == 198
    assert sum(one.told for one in found) == 188
    assert sum(one.seen for one in found) == 120
    assert Counter(Booking.objects.values_list("state", flat=True)) == {
        BookingState.FINISHED: 9, BookingState.CONFIRMED: 4, BookingState.RELEASED: 2,
    }  # fmt: skip
    assert Miss.objects.count() == 2 and Miss.objects.values("group").distinct().count() == 2
    assert Claim.objects.values("booking").distinct().count() == 4


def test_the_week_at_its_end():
    assert SEEN["0222e"] == {
        "days": {14: 6, 15: 7, 16: 6, 17: 7, 18: 5},
        "stations": {RUIHE: 13, LIUHANG: 10, HENGDA: 8},
        "origins": {Origin.WALK_IN: 18, Origin.BOOKED: 13},
        "parts": {(2, 0): 4, (1, 0): 18, (1, 1): 9},
        "of_groups": 26,
        "states": {SessionState.SIGNED},
        "claims": 0,
    }


def test_the_other_station_before_its_day():
    assert SEEN["0214h"] == {
        "sizes": [3, 5, 12, 15, 20, 24],
        "states": {GroupState.FILED: 4, GroupState.FORMING: 2},
        "sessions": 0,
        "opens": shanghai.at("2022-02-14 08:30"),
        "percent": 75,
    }


def test_the_other_station_after_its_day():
    first, *rest = held(THERE).order_by("opened_at")
    found = counts([first])[first.pk]
    assert (first.parts.count(), found.told, found.seen, found.named) == (2, 27, 16, 0)
    assert [one.name for one in first.parts.order_by("joined_at")] == ["老友乐队", "槐韵合唱队"]
    assert len(rest) == 2 and published(THERE, NOW)["groups"] == 6
