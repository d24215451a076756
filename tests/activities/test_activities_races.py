"""Many at once: a quarter of a zone is claimed once, a zone is used by one session, nobody joins past the limit."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from threading import Barrier, BrokenBarrierError

import pytest
from django.db import connection, connections

from sanshe.activities.actions import booking as actions
from sanshe.activities.actions import session
from sanshe.activities.enums import R
from sanshe.activities.models import Booking, Claim, Group, Joining, Part, Station, Use
from sanshe.activities.queries import session as queries
from sanshe.core.kit.access import NOBODY
from sanshe.core.kit.refused import Refused
from tests.activities import world
from tests.activities.world import when

pytestmark = [pytest.mark.django_db(transaction=True)]
N = 6
WEST, EAST = "多功能厅西区", "多功能厅东区"


@pytest.fixture(autouse=True)
def _a_file_or_a_server():
    if connection.vendor == "sqlite" and "mode=memory" in str(connection.settings_dict["NAME"]):
        pytest.skip("threads share one connection in memory: run with SANSHE_TEST_FILE")


@pytest.fixture
def groups():
    row = world.settle()
    made = [world.choir(row, name=f"队{i}", size=3, phone=f"1380352000{i}", prefix=f"甲{i}") for i in range(N)]
    return [one.pk for one in made]


def at_once(work, n=N):
    """The outcomes of n calls at the same time: a value, or the code of a refusal."""
    gate = Barrier(n)

    def one(i):
        try:
            gate.wait()
            return work(i)
        except Refused as refused:
            return str(refused.code)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(n) as pool:
        return list(pool.map(one, range(n)))


def meet(gate):
    """All have asked before anyone writes; where the database lets in one writer at a time, they go on alone."""
    with suppress(BrokenBarrierError):
        gate.wait(timeout=1)


def times(i):
    """Hours that overlap: from 09:00, 09:15 and so on, an hour each."""
    return when(f"09:{15 * (i % 4):02}"), when(f"10:{15 * (i % 4):02}")


@pytest.fixture
def all_have_asked(monkeypatch):
    gate, claim = Barrier(N), actions._claim

    def late(*given):
        meet(gate)
        return claim(*given)

    monkeypatch.setattr(actions, "_claim", late)


def book(groups, i, **more):
    starts_at, ends_at = times(i)
    said = {"group": Group.objects.select_related("station").get(pk=groups[i]), "zones": [world.zone(EAST)]}
    return actions.book(**said, starts_at=starts_at, ends_at=ends_at, by=NOBODY, at=when("08:00"), **more)


def overlapping(rows):
    spans = sorted((one.starts_at, one.ends_at) for one in rows)
    return sum(a[1] > b[0] for a, b in zip(spans, spans[1:], strict=False))


def test_of_overlapping_bookings_at_once_one_is_made(groups, all_have_asked):
    outcomes = at_once(lambda i: book(groups, i))
    made = [one for one in outcomes if isinstance(one, Booking)]
    assert len(made) == 1 and outcomes.count(str(R.TAKEN)) == N - 1
    assert Booking.objects.count() == 1 and Claim.objects.count() == 4 and not overlapping(Booking.objects.all())


def test_the_race_is_one_without_claims_they_are_all_made(groups, monkeypatch):
    """The control: the same race with a look instead of a claim books the zone for everybody."""
    gate = Barrier(N)

    def look(i):
        row = Group.objects.select_related("station").get(pk=groups[i])
        starts_at, ends_at = times(i)
        if row.station.bookings.filter(starts_at__lt=ends_at, ends_at__gt=starts_at).exists():
            raise Refused(R.TAKEN)
        meet(gate)
        said = {"starts_at": starts_at, "ends_at": ends_at, "area_path": row.area_path, "booked_at": when("08:00")}
        return Booking.objects.create(station=row.station, group=row, **said)

    at_once(look)
    assert Booking.objects.count() == N and overlapping(Booking.objects.all()) > 0


def test_a_hall_and_its_zone_booked_at_once_are_one_booking(groups, all_have_asked):
    def work(i):
        zones = [world.zone(EAST), world.zone(WEST)] if i % 2 else [world.zone(EAST)]
        row = Group.objects.select_related("station").get(pk=groups[i])
        said = {"starts_at": when("09:00"), "ends_at": when("10:00"), "by": NOBODY, "at": when("08:00")}
        return actions.book(group=row, zones=zones, **said)

    outcomes = at_once(work)
    assert sum(isinstance(one, Booking) for one in outcomes) == 1 == Booking.objects.count()
    assert Claim.objects.filter(zone=world.zone(EAST)).count() == 4


def test_of_two_who_scan_at_once_one_is_in(groups):
    pk = Station.objects.get().pk
    outcomes = at_once(lambda _i: world.enter(Station.objects.get(pk=pk), "08:31", EAST))
    assert sum(isinstance(one, Part) for one in outcomes) == 1 and outcomes.count(str(R.IN_USE)) == N - 1
    assert Use.objects.count() == 1 == Part.objects.count()


def test_who_is_let_in_at_once_is_never_more_than_the_hall_takes(groups):
    band = world.enter(Station.objects.get(), "08:31", WEST, heads=3)
    asked = [world.ask(band, "09:05", heads=20, name=f"来{i}").pk for i in range(N)]

    def work(i):
        joining = Joining.objects.select_related("session__station").get(pk=asked[i])
        part = Part.objects.get(pk=band.pk)
        return session.answer(joining=joining, part=part, is_yes=True, by=NOBODY, at=when("09:06"))

    at_once(work)
    assert queries.present(band.session) <= 52 and Part.objects.count() == 2
