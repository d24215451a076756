"""Bookings: claims keep two apart; used, called off, let go, displaced."""

from datetime import timedelta

import pytest

from sanshe.activities.actions import booking as actions
from sanshe.activities.actions import group as groups
from sanshe.activities.actions import session
from sanshe.activities.actions.retention import purge_rosters
from sanshe.activities.enums import BookingState, GroupKind, R, SessionState
from sanshe.activities.models import Booking, Claim, Member, Miss, Session, Space
from sanshe.activities.queries import booking as queries
from sanshe.core.kit.access import SYSTEM
from sanshe.core.kit.refused import Refused
from sanshe.core.rows.actions import strike
from tests.activities import world
from tests.activities.world import book, when

pytestmark = pytest.mark.django_db
WEST, EAST, ROOM = "多功能厅西区", "多功能厅东区", "排练室"


@pytest.fixture
def station():
    return world.settle()


@pytest.fixture
def choir(station):
    return world.choir(station)


def opera(station):
    return world.choir(station, name="晋剧票友会", size=15, kind=GroupKind.OPERA, phone="13803520002", prefix="票友")


def refused(act, *given, **more):
    with pytest.raises(Refused) as no:
        act(*given, **more)
    return no.value


def test_a_hall_claims_each_of_its_zones_for_each_quarter(choir):
    row = book(choir, "15:30", "17:00", WEST, EAST)
    assert Claim.objects.count() == 12 and {str(one.zone) for one in row.zones.all()} == {WEST, EAST}


def test_of_two_one_is_told_the_next_free_times(station, choir):
    book(choir, "09:00", "10:30", EAST)
    other = opera(station)
    no = refused(book, other, "10:00", "11:00", EAST)
    assert (no.code, no.facts["slots"]) == (R.TAKEN, "2月14日 10:30、2月14日 14:30、2月14日 15:30")
    assert Booking.objects.count() == 1 and Claim.objects.count() == 6
    assert book(other, "10:30", "11:30", EAST) and book(other, "09:00", "10:30", WEST)


@pytest.mark.parametrize(
    ("first", "last", "names", "code"),
    [
        ("11:00", "12:00", (EAST,), R.CLOSED),
        ("09:10", "10:00", (EAST,), R.NOT_A_QUARTER),
        ("09:00", "10:00", (), R.NO_ZONES),
        ("09:00", "10:00", (EAST, ROOM), R.NO_ZONES),
    ],
)
def test_what_may_not_be_booked_is_told_why(choir, first, last, names, code):
    assert refused(book, choir, first, last, *names).code == code and not Booking.objects.exists()


def test_a_group_that_is_not_filed_walks_in_instead(station):
    band = world.choir(station, name="电子琴班", size=5, file=False)
    assert refused(book, band, "09:00", "10:00", EAST).code == R.NOT_FILED
    assert world.enter(station, "09:00", EAST, name="电子琴班")


def test_two_are_open_at_once_and_three_with_a_roster_that_is_half_the_same(station, choir):
    twin = world.choir(station, name="槐韵小合唱", size=4, phone="13803520003")
    book(choir, "09:00", "10:00", EAST)
    book(choir, "10:00", "11:00", EAST)
    assert refused(book, choir, "09:00", "10:00", WEST).code == R.QUOTA
    book(twin, "09:00", "10:00", WEST)
    no = refused(book, twin, "10:00", "11:00", WEST)
    assert (no.code, no.facts["n"]) == (R.QUOTA, 3)
    assert book(opera(station), "10:00", "11:00", WEST)


def test_who_booked_comes_and_is_a_session(station, choir):
    row = book(choir, "09:00", "10:30", EAST)
    part = session.arrive(booking=row, heads=24, by=SYSTEM, at=when("08:58"))
    assert (part.session.booking, part.name, row.state) == (row, "槐韵合唱队", BookingState.ARRIVED)
    world.close(part.session, "10:00", seen=24)
    row.refresh_from_db()
    assert (row.state, Claim.objects.count()) == (BookingState.FINISHED, 0)


def test_who_walked_in_gives_way_when_the_booked_time_begins(station, choir):
    row = book(choir, "09:00", "10:30", EAST)
    assert refused(world.enter, station, "08:45", EAST).code == R.BOOKED_NOW
    early = world.enter(station, "08:31", EAST)
    assert world.enter(station, "08:32", ROOM)
    whole = session.arrive(booking=row, heads=24, by=SYSTEM, at=when("09:00"))
    early.session.refresh_from_db()
    assert early.session.state == SessionState.CLOSED and whole.session.state == SessionState.OPEN
    assert Session.objects.filter(state=SessionState.OPEN).count() == 2


def test_who_walked_in_to_the_whole_hall_keeps_what_was_not_booked(station, choir):
    row = book(choir, "09:00", "10:30", EAST)
    band = world.enter(station, "08:31", EAST, WEST)
    session.arrive(booking=row, heads=24, by=SYSTEM, at=when("09:00"))
    band.session.refresh_from_db()
    assert band.session.state == SessionState.OPEN
    assert [str(one.zone) for one in band.session.uses.filter(until=None)] == [WEST]


def test_a_booked_session_is_shared_only_by_who_booked_it(station, choir):
    row = book(choir, "09:00", "10:30", EAST)
    part = session.arrive(booking=row, heads=24, by=SYSTEM, at=when("09:00"))
    assert refused(world.ask, part, "09:05", heads=3, name="老友乐队").code == R.BOOKED_NOW
    open_one = book(opera(station), "10:30", "11:30", EAST, may_share=True)
    world.close(part.session, "10:30")
    other = session.arrive(booking=open_one, heads=15, by=SYSTEM, at=when("10:30"))
    assert world.ask(other, "10:35", heads=3, name="老友乐队")


def test_nobody_came_and_the_zones_are_free_again(station, choir):
    row = book(choir, "09:00", "10:30", EAST)
    assert refused(actions.release, booking=row, at=when("09:14")).code == R.TOO_EARLY
    actions.release(booking=row, at=when("09:15"))
    assert (row.state, Claim.objects.count(), Miss.objects.count()) == (BookingState.RELEASED, 0, 1)
    assert refused(session.arrive, booking=row, heads=24, by=SYSTEM, at=when("09:16")).code == R.NOBODY_CAME
    assert world.enter(station, "09:16", EAST, heads=24, name="槐韵合唱队")


def test_two_missed_shut_the_book_but_not_the_door_and_a_lifted_one_never_counted(station, choir):
    for first, last in (("09:00", "10:00"), ("10:00", "11:00")):
        row = book(choir, first, last, EAST)
        actions.release(booking=row, at=row.starts_at + timedelta(minutes=15))
    again = {"day": "2022-02-16", "now": "2022-02-14 12:00"}
    no = refused(book, choir, "09:00", "10:00", EAST, **again)
    assert (no.code, no.facts["date"]) == (R.BANNED, "3月16日")
    assert world.enter(station, "15:00", EAST, name="槐韵合唱队")
    strike(row=Miss.objects.order_by("missed_at")[0], reason="站里停电", by=SYSTEM, at=when("16:00"))
    assert book(choir, "09:00", "10:00", EAST, **again)


def test_calling_off_frees_the_zones_and_costs_nothing_until_two_hours_before(choir):
    row = book(choir, "15:30", "17:00", EAST)
    actions.cancel(booking=row, why="队长有事", by=SYSTEM, at=when("13:29"))
    assert (row.state, Claim.objects.count(), Miss.objects.count()) == (BookingState.CANCELLED, 0, 0)
    late = book(choir, "15:30", "17:00", EAST)
    actions.cancel(booking=late, by=SYSTEM, at=when("13:31"))
    assert Miss.objects.count() == 1
    assert refused(actions.cancel, booking=late, by=SYSTEM, at=when("13:32")).code == "rows.not_now"


def test_hours_that_are_taken_away_displace_what_was_booked_in_them(station, choir):
    taken, kept = book(choir, "09:00", "10:00", EAST), book(choir, "15:00", "16:00", EAST)
    world.shut(station, "08:30", "11:30", space=Space.objects.get(name="多功能厅"))
    taken.refresh_from_db(), kept.refresh_from_db()
    assert (taken.state, taken.why, kept.state) == (BookingState.DISPLACED, "核酸采样", BookingState.CONFIRMED)
    assert Claim.objects.count() == 4 and not Miss.objects.exists()
    assert refused(world.enter, station, "09:00", EAST).code == R.CLOSED
    assert world.enter(station, "09:00", ROOM)


def test_a_dissolved_group_books_nothing(choir):
    groups.suspend(group=choir, why="没有队长", by=SYSTEM, at=when("08:00"))
    assert refused(book, choir, "09:00", "10:00", EAST).code == R.NOT_FILED
    groups.resume(group=choir, by=SYSTEM, at=when("08:05"))
    assert book(choir, "09:00", "10:00", EAST) and queries.standing(choir).count() == 1


def test_a_roster_is_destroyed_ninety_days_behind_its_group(station, choir):
    groups.dissolve(group=choir, why="解散", by=SYSTEM, at=when("08:00"))
    over = when("08:00") + timedelta(days=90)
    assert purge_rosters(at=over - timedelta(microseconds=1)) == 0
    assert purge_rosters(at=over) == 24 and purge_rosters(at=over) == 0
    assert {one.name for one in Member.objects.all()} == {""}
