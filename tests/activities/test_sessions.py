"""Sessions: walking in, asking to join, three kinds of people, the signed ledger."""

import pytest

from sanshe.activities.actions import ledger, session
from sanshe.activities.enums import Channel, GroupState, Heads, JoiningState, R, SessionState
from sanshe.activities.models import Joining, Part, Session, Use
from sanshe.activities.queries import group as groups
from sanshe.activities.queries import session as queries
from sanshe.core.audit.models import AuditEvent
from sanshe.core.kit.access import SYSTEM
from sanshe.core.kit.digest import fingerprint
from sanshe.core.kit.refused import Refused
from tests.activities import world
from tests.activities.world import when

pytestmark = pytest.mark.django_db
WEST, EAST, ROOM = "多功能厅西区", "多功能厅东区", "排练室"


@pytest.fixture
def station():
    return world.settle()


def refused(act, *given, **more):
    with pytest.raises(Refused) as no:
        act(*given, **more)
    return no.value.code


def test_the_morning_of_the_first_day(station):
    """08:31 three players, 09:05 a choir of 24, 11:12 the end: one session, two parts, 27 said and 16 seen."""
    choir = world.choir(station)
    band = world.enter(station, "08:31", WEST, heads=3, name="老友乐队")
    asked = world.ask(band, "09:05")
    world.say(asked, band, "09:06")
    row = Session.objects.get()
    assert [one.name for one in queries.there(row)] == ["老友乐队", "槐韵合唱队"]
    assert [str(use.zone) for use in row.uses.all()] == [WEST, EAST] and queries.present(row) == 27
    choir.refresh_from_db()
    assert choir.state == GroupState.ACTIVE and asked.part.group == choir
    world.close(row, "11:12", seen=16)
    signed = world.sign(row, "11:20")
    found = queries.counts([signed])[signed.pk]
    assert (found.named, found.told, found.seen) == (0, 27, 16)
    assert (Session.objects.count(), Part.objects.count(), Use.objects.filter(until=None).count()) == (1, 2, 0)
    assert signed.digest == fingerprint(queries.line(signed))
    assert AuditEvent.objects.filter(event="activities.ledger_signed").count() == 1


@pytest.mark.parametrize(
    ("clock", "names", "heads", "code"),
    [
        ("08:29", (WEST,), 3, R.CLOSED),
        ("11:30", (WEST,), 3, R.CLOSED),
        ("08:31", (WEST,), 23, R.FULL),
        ("08:31", (WEST, EAST), 53, R.FULL),
        ("08:31", (WEST, ROOM), 3, R.NO_ZONES),
        ("08:31", (), 3, R.NO_ZONES),
        ("08:31", (WEST,), 0, R.NO_HEADS),
    ],
)
def test_who_may_not_walk_in_is_told_why(station, clock, names, heads, code):
    assert refused(world.enter, station, clock, *names, heads=heads) == code
    assert not Session.objects.exists()


def test_the_door_says_its_hours_and_how_many_it_takes(station):
    with pytest.raises(Refused) as no:
        world.enter(station, "12:10", WEST)
    assert no.value.facts["hours"] == "8:30–11:30、14:30–17:30" and no.value.facts["station"] == "槐园实践站"
    with pytest.raises(Refused) as no:
        world.enter(station, "09:00", WEST, heads=23)
    assert (no.value.facts["n"], no.value.facts["m"]) == (22, 0)


def test_a_hall_is_taken_whole_and_a_used_zone_by_nobody_else(station):
    world.enter(station, "08:31", WEST, EAST, heads=52)
    assert refused(world.enter, station, "08:32", WEST) == R.IN_USE
    assert refused(world.enter, station, "08:32", EAST) == R.IN_USE
    assert world.enter(station, "08:32", ROOM, heads=9).session.uses.count() == 1


def test_no_name_is_needed_and_one_that_is_known_is_recognised(station):
    choir = world.choir(station)
    alone = world.enter(station, "08:31", WEST, heads=1)
    known = world.enter(station, "08:32", EAST, heads=24, name=" 槐韵 合唱队")
    assert (alone.group, alone.name, known.group, known.name) == (None, "", choir, "槐韵合唱队")
    assert alone.channel == Channel.DOOR


def test_a_loud_group_plays_in_the_hall_but_not_where_silence_is_wanted(station):
    world.choir(station, is_loud=True)
    assert refused(world.enter, station, "08:31", "阅览室", name="槐韵合唱队") == R.QUIET
    assert world.enter(station, "08:31", EAST, heads=24, name="槐韵合唱队")


def test_one_no_is_a_no_and_they_may_ask_again(station):
    band = world.enter(station, "08:31", WEST)
    asked = world.ask(band, "09:05", heads=5)
    assert world.say(asked, band, "09:06", is_yes=False).state == JoiningState.DECLINED
    assert queries.present(band.session) == 3 and Part.objects.count() == 1
    assert refused(world.say, asked, band, "09:07") == R.OVER
    assert world.ask(band, "09:08", heads=5).state == JoiningState.ASKED


def test_nobody_joins_before_all_who_are_there_agreed(station):
    band = world.enter(station, "08:31", WEST, name="老友乐队")
    drums = world.say(world.ask(band, "08:40", heads=2, name="鼓"), band, "08:41").part
    asked = world.ask(band, "09:05", heads=5, name="笛")
    world.say(asked, band, "09:06")
    assert Joining.objects.get(pk=asked.pk).state == JoiningState.ASKED and Part.objects.count() == 2
    world.say(asked, drums, "09:07")
    assert Part.objects.count() == 3 and queries.present(band.session) == 10


def test_who_is_not_answered_in_ten_minutes_asks_again(station):
    band = world.enter(station, "08:31", WEST)
    asked = world.ask(band, "09:05", heads=5)
    assert refused(world.ask, band, "09:10", heads=5) == R.ASKED_ALREADY
    assert refused(world.say, asked, band, "09:15") == R.OVER
    assert queries.asked(band.session, when("09:15")) == []
    assert world.ask(band, "09:15", heads=5)


def test_two_who_ask_at_once_are_never_let_in_past_the_limit(station):
    band = world.enter(station, "08:31", WEST, heads=3)
    first = world.ask(band, "09:05", heads=40, name="甲队")
    second = world.ask(band, "09:05", heads=40, name="乙队")
    world.say(first, band, "09:06")
    world.say(second, band, "09:07")
    third = Part.objects.get(name="甲队")
    assert refused(world.say, second, third, "09:08") == R.FULL
    assert queries.present(band.session) == 43 and Joining.objects.get(pk=second.pk).state == JoiningState.ASKED


def test_what_could_never_fit_is_told_when_it_is_asked(station):
    band = world.enter(station, "08:31", WEST)
    assert refused(world.ask, band, "09:05", heads=50) == R.FULL
    world.enter(station, "08:40", EAST, heads=1)
    assert refused(world.ask, band, "09:05", heads=20) == R.FULL
    assert world.ask(band, "09:05", heads=19)


def test_leaving_ends_ones_own_part_and_the_last_one_ends_the_session(station):
    band = world.enter(station, "08:31", WEST, name="老友乐队")
    choir = world.say(world.ask(band, "09:05"), band, "09:06").part
    session.leave(part=Part.objects.get(pk=band.pk), by=SYSTEM, at=when("10:00"))
    row = Session.objects.get()
    assert row.state == SessionState.OPEN and queries.present(row) == 24
    session.leave(part=Part.objects.get(pk=choir.pk), by=SYSTEM, at=when("11:12"))
    row.refresh_from_db()
    assert (row.state, row.closed_at, row.seen) == (SessionState.CLOSED, when("11:12"), None)
    assert refused(world.sign, row, "11:20") == R.NOT_COUNTED
    assert queries.counts([row])[row.pk].told == 27


def test_what_still_runs_ends_when_the_hours_end(station):
    world.enter(station, "08:31", WEST)
    assert session.shut(at=when("11:29")) == 0
    assert session.shut(at=when("11:31")) == 1 and session.shut(at=when("11:32")) == 0
    assert Session.objects.get().closed_at == when("11:30")
    assert world.enter(station, "14:30", WEST)


def test_named_said_and_seen_are_three_figures(station):
    choir = world.choir(station, size=4)
    part = world.enter(station, "08:31", EAST, heads=4, name="槐韵合唱队")
    roster = groups.roster(choir)
    assert session.tick(part=part, members=roster[:3], by=SYSTEM, at=when("08:40")) == 3
    assert session.tick(part=part, members=roster, by=SYSTEM, at=when("08:41")) == 1
    assert refused(session.tick, part=part, members=roster, by=SYSTEM, at=when("08:42")) == R.NO_HEADS
    session.count_heads(session=part.session, seen=6, by=SYSTEM, at=when("09:00"))
    found = queries.counts([part.session])[part.session.pk]
    assert (found.named, found.told, found.seen) == (4, 4, 6)


def test_a_signed_line_is_corrected_by_another_line(station):
    row = world.enter(station, "08:31", WEST, heads=3).session
    assert (
        refused(ledger.correct, session=row, kind=Heads.TOLD, by_n=1, why="漏", by=SYSTEM, at=when("09:00"))
        == R.NOT_SIGNED
    )
    world.close(row, "09:00", seen=2)
    signed = world.sign(row, "09:05")
    digest = signed.digest
    assert refused(session.count_heads, session=signed, seen=9, by=SYSTEM, at=when("09:06")) == R.SIGNED
    ledger.correct(session=signed, kind=Heads.SEEN, by_n=-1, why="数重了", by=SYSTEM, at=when("09:10"))
    found = queries.counts([signed])[signed.pk]
    assert (found.told, found.seen, signed.seen, signed.digest) == (3, 1, 2, digest)
    no = {"session": signed, "kind": Heads.SEEN, "by_n": -2, "why": "再改", "by": SYSTEM, "at": when("09:11")}
    assert refused(ledger.correct, **no) == R.BELOW_ZERO


def test_a_closed_session_is_closed_once(station):
    row = world.enter(station, "08:31", WEST).session
    world.close(row, "09:00")
    assert refused(world.close, row, "09:01") == R.OVER
