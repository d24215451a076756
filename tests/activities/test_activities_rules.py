"""Rules of hours, people, joining and booking without a database."""

from datetime import date, datetime, time, timedelta
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanshe.activities.enums import BookingState, GroupState, R, SessionState, Sound
from sanshe.activities.rules import booking, group, hours, session, station
from sanshe.activities.types import Change, Place, Plan, Span
from sanshe.core.kit.shanghai import at
from sanshe.core.rows.rules import may_move

MONDAY = date(2022, 2, 14)
SPANS = [Span(1, time(8, 30), time(11, 30)), Span(1, time(14, 30), time(17, 30))]
TICK = timedelta(microseconds=1)


def when(clock):
    return at(f"2022-02-14 {clock}")


def open_now(*changes):
    return hours.open_quarters(MONDAY, SPANS, changes)


def place(most=22, session=None, booked=None):
    return Place(uuid4(), uuid4(), most, session, booked, "剪纸组" if booked else "")


@pytest.mark.parametrize(
    ("moment", "is_open"),
    [
        (when("08:30") - TICK, False),
        (when("08:30"), True),
        (when("11:30") - TICK, True),
        (when("11:30"), False),
        (when("14:30"), True),
        (when("17:30"), False),
    ],
)
def test_a_station_is_open_from_its_first_moment_to_the_last_before_it_shuts(moment, is_open):
    assert (hours.quarter(moment) in open_now()) is is_open
    assert (hours.closes(open_now(), moment) is not None) is is_open


def test_hours_are_told_as_a_door_says_them_and_a_day_without_any_otherwise():
    assert hours.said(open_now()) == "8:30–11:30、14:30–17:30"
    assert hours.open_quarters(MONDAY + timedelta(1), SPANS) == frozenset()
    assert hours.closed_word(R.CLOSED, frozenset()) == R.SHUT_TODAY
    assert hours.closed_word(R.CLOSED, open_now()) == R.CLOSED and hours.closed_word(None, frozenset()) is None


def test_a_change_takes_quarters_away_or_gives_them_and_the_later_one_holds():
    shut, opened = Change(when("09:00"), when("10:00"), False), Change(when("09:30"), when("12:00"), True)
    assert hours.said(open_now(shut)) == "8:30–9:00、10:00–11:30、14:30–17:30"
    assert hours.said(open_now(shut, opened)) == "8:30–9:00、9:30–12:00、14:30–17:30"
    assert hours.said(open_now(opened, shut)) == "8:30–9:00、10:00–12:00、14:30–17:30"


def test_who_came_a_little_early_leaves_when_the_hours_end():
    assert hours.shuts(open_now(), when("08:20")) == when("11:30")
    assert hours.shuts(open_now(), when("11:30")) == when("17:30")
    assert hours.shuts(open_now(), when("17:30")) is None


@given(st.integers(0, 95), st.integers(1, 96))
def test_quarters_are_as_many_as_the_time_has_and_hang_together(first, n):
    begins = at("2022-02-14 00:00") + first * hours.QUARTER
    some = hours.quarters(begins, begins + n * hours.QUARTER)
    assert len(some) == n == len(set(some)) and some[0] == begins
    assert hours.runs(some) == [(begins, begins + n * hours.QUARTER)]


@given(st.datetimes(datetime(2022, 1, 1), datetime(2022, 12, 31), timezones=st.just(at("2022-01-01 00:00").tzinfo)))
def test_every_moment_lies_in_its_quarter_and_in_no_other(moment):
    first = hours.quarter(moment)
    assert first <= moment < first + hours.QUARTER and hours.on_quarter(first)
    assert hours.quarters(moment, moment + TICK) == [first]


@pytest.mark.parametrize(
    ("spans", "code"),
    [
        (SPANS, None),
        ([], R.SPAN_WRONG),
        ([Span(1, time(9), time(9))], R.SPAN_WRONG),
        ([Span(1, time(9), time(11)), Span(1, time(10, 45), time(12))], R.SPAN_WRONG),
        ([Span(1, time(9), time(11)), Span(1, time(11), time(12))], None),
        ([Span(1, time(9), time(11)), Span(2, time(10), time(12))], None),
        ([Span(1, time(9, 10), time(11))], R.NOT_A_QUARTER),
    ],
)
def test_a_timetable_stands_on_quarters_and_never_overlaps(spans, code):
    assert hours.refusal_of_spans(spans) == code


@pytest.mark.parametrize(
    ("moment", "emergency", "code"),
    [
        (when("08:30") - timedelta(days=1) - TICK, False, None),
        (when("08:30") - timedelta(days=1), False, R.TOO_LATE),
        (when("08:30") - timedelta(days=1), True, None),
        (when("10:00") - TICK, True, None),
        (when("10:00"), True, R.PAST),
    ],
)
def test_hours_are_taken_away_a_day_before_or_in_an_emergency(moment, emergency, code):
    change = Change(when("08:30"), when("10:00"), False)
    assert hours.refusal_to_change(change=change, ground="核酸", is_emergency=emergency, at=moment) == code


@pytest.mark.parametrize(
    ("first", "last", "ground", "code"),
    [
        ("08:30", "10:00", " ", R.NO_GROUND),
        ("10:00", "08:30", "核酸", R.SPAN_WRONG),
        ("08:35", "10:00", "核酸", R.NOT_A_QUARTER),
        ("18:00", "20:00", "核酸", None),
    ],
)
def test_a_change_has_a_ground_and_stands_on_quarters_and_more_hours_need_no_notice(first, last, ground, code):
    change = Change(when(first), when(last), True)
    assert hours.refusal_to_change(change=change, ground=ground, is_emergency=False, at=when("08:00")) == code


@pytest.mark.parametrize(
    ("clock", "loud", "sound", "code"),
    [
        ("11:59", True, Sound.OPEN, None),
        ("12:00", True, Sound.OPEN, R.QUIET),
        ("12:00", True, Sound.PROOF, None),
        ("12:00", False, Sound.OPEN, None),
        ("14:30", True, Sound.OPEN, None),
        ("20:00", True, Sound.OPEN, R.QUIET),
        ("10:00", True, Sound.SILENT, R.QUIET),
    ],
)
def test_loudspeakers_play_behind_proof_walls_in_the_quiet_hours(clock, loud, sound, code):
    assert session.refusal_of_sound(is_loud=loud, sound=sound, is_quiet=hours.is_quiet(when(clock))) == code


@pytest.mark.parametrize(("edge", "is_quiet"), [("12:00", True), ("14:30", False), ("20:00", True)])
def test_the_quiet_hours_begin_and_end_at_their_moment(edge, is_quiet):
    assert hours.is_quiet(when(edge)) is is_quiet and hours.is_quiet(when(edge) - TICK) is not is_quiet


def test_a_limit_counts_whole_people_and_a_hall_holds_what_its_zones_hold():
    assert [station.limited(n, 75) for n in (40, 30, 12, 70, None)] == [30, 22, 9, 52, None]
    assert station.together([30, 22]) == 52 and station.together([30, None]) is None
    assert [station.refusal_of_percent(n) for n in (0, 1, 100, 101, None)] == [
        R.BAD_PERCENT, None, None, R.BAD_PERCENT, R.BAD_PERCENT,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "zones", "code"),
    [
        ("厅", (("东区", 40), ("西区", 30)), None),
        ("厅", (("", None),), None),
        (" ", (("", 12),), R.NO_NAME),
        ("厅", (), R.NO_ZONES),
        ("厅", (("东区", 40), ("东区", 30)), R.NO_ZONES),
        ("厅", (("东区", 40), ("", 30)), R.NO_ZONES),
        ("厅", (("", 0),), R.BAD_CAPACITY),
    ],
)
def test_a_space_has_zones_that_are_told_apart(name, zones, code):
    assert station.refusal_of_plan(Plan(name, Sound.OPEN, zones)) == code


@pytest.mark.parametrize(
    ("is_open", "heads", "places", "code"),
    [
        (True, 22, [place()], None),
        (True, 23, [place()], R.FULL),
        (True, 44, [place(), place()], None),
        (True, 500, [place(None)], None),
        (True, 0, [place()], R.NO_HEADS),
        (True, None, [place()], R.NO_HEADS),
        (True, 3, [], R.NO_ZONES),
        (True, 3, [place(session=uuid4())], R.IN_USE),
        (True, 3, [place(booked=when("15:30"))], R.BOOKED_NOW),
        (False, 3, [place()], R.CLOSED),
    ],
)
def test_who_walks_in_finds_open_free_and_large_enough_zones(is_open, heads, places, code):
    assert session.refusal_to_enter(is_open=is_open, heads=heads, places=places) == code


def test_who_joins_gets_the_zones_beside_as_far_as_they_are_needed():
    west, east, more = place(22), place(30), place(10)
    zones = session.zones_for
    assert zones(heads=19, present=3, used=[west], beside=[east]) == []
    assert zones(heads=24, present=3, used=[west], beside=[east, more]) == [east.zone]
    assert zones(heads=49, present=3, used=[west], beside=[east]) == [east.zone]
    assert zones(heads=50, present=3, used=[west], beside=[east]) is None
    assert zones(heads=24, present=3, used=[west], beside=[place(30, session=uuid4()), east]) == [east.zone]


def test_who_joins_is_agreed_to_by_all_who_are_there():
    one, other = uuid4(), uuid4()
    agreed = session.is_agreed
    assert agreed(there=[one], answers={one: True}) is True
    assert agreed(there=[one, other], answers={one: True}) is None
    assert agreed(there=[one, other], answers={one: True, other: True}) is True
    assert agreed(there=[one, other], answers={other: False}) is False
    assert agreed(there=[other], answers={one: False}) is None and agreed(there=[], answers={}) is None


def test_a_silence_of_ten_minutes_is_an_answer():
    asked = when("09:05")
    assert not session.is_lapsed(asked_at=asked, at=asked + timedelta(minutes=10) - TICK)
    assert session.is_lapsed(asked_at=asked, at=asked + timedelta(minutes=10))


def test_who_asks_is_not_there_and_asks_once():
    said = {"state": SessionState.OPEN, "is_open": True, "heads": 24, "is_there": False, "has_asked": False}
    asked = session.refusal_to_ask
    assert asked(**said) is None
    assert asked(**{**said, "state": SessionState.CLOSED}) == R.OVER
    assert asked(**{**said, "is_open": False}) == R.CLOSED
    assert asked(**{**said, "heads": 0}) == R.NO_HEADS
    assert asked(**{**said, "is_there": True}) == R.THERE_ALREADY
    assert asked(**{**said, "has_asked": True}) == R.ASKED_ALREADY


def test_people_are_counted_until_it_is_signed_and_corrected_behind_it():
    open_, over, signed = SessionState.OPEN, SessionState.CLOSED, SessionState.SIGNED
    assert session.refusal_to_count(state=open_, seen=0) is None
    assert session.refusal_to_count(state=over, seen=None) == R.NO_HEADS
    assert session.refusal_to_count(state=signed, seen=16) == R.SIGNED
    assert session.refusal_to_sign(state=over, seen=0) is None
    assert session.refusal_to_sign(state=over, seen=None) == R.NOT_COUNTED
    assert session.refusal_to_sign(state=signed, seen=16) == R.SIGNED
    correct = session.refusal_to_correct
    assert correct(state=signed, now=16, by_n=-16, why="数重了") is None
    assert correct(state=signed, now=16, by_n=-17, why="数重了") == R.BELOW_ZERO
    assert correct(state=signed, now=16, by_n=0, why="数重了") == R.NO_HEADS
    assert correct(state=signed, now=16, by_n=1, why=" ") == R.NO_GROUND
    assert correct(state=over, now=16, by_n=1, why="数重了") == R.NOT_SIGNED


@pytest.mark.parametrize(
    ("name", "leader", "phone", "members", "agreed", "code"),
    [
        ("合唱队", "纪玉兰", "138", 3, True, None),
        (" ", "纪玉兰", "138", 3, True, R.NO_NAME),
        ("合唱队", "", "138", 3, True, R.NO_LEADER),
        ("合唱队", "纪玉兰", " ", 3, True, R.NO_LEADER),
        ("合唱队", "纪玉兰", "138", 2, True, R.TOO_FEW),
        ("合唱队", "纪玉兰", "138", 3, False, R.NOT_AGREED),
    ],
)
def test_a_group_has_a_leader_three_members_and_the_rules_of_the_house(name, leader, phone, members, agreed, code):
    said = {"name": name, "leader": leader, "phone": phone, "members": members, "has_agreed": agreed}
    assert group.refusal_to_form(**said) == code


def test_two_rosters_are_one_when_they_share_half_of_the_smaller():
    assert (
        group.shares_half("abcd", "ab") and group.shares_half("abcd", "axyb") and not group.shares_half("abcd", "axyz")
    )
    assert group.shares_half("abc", "bcd") and not group.shares_half("", "abc") and not group.shares_half("", "")


@given(st.sets(st.integers(0, 20), max_size=12), st.sets(st.integers(0, 20), max_size=12))
def test_sharing_half_is_the_same_from_both_sides(one, other):
    assert group.shares_half(one, other) == group.shares_half(other, one)


@pytest.mark.parametrize(
    ("start", "end", "now", "code"),
    [
        ("09:00", "11:30", when("08:00"), None),
        ("09:00", "11:45", when("08:00"), R.CLOSED),
        ("09:05", "10:00", when("08:00"), R.NOT_A_QUARTER),
        ("10:00", "10:00", when("08:00"), R.SPAN_WRONG),
        ("09:00", "10:00", when("09:00") - TICK, None),
        ("09:00", "10:00", when("09:00"), R.PAST),
        ("09:00", "10:00", when("09:00") - timedelta(days=14), None),
        ("09:00", "10:00", when("09:00") - timedelta(days=14) - TICK, R.TOO_FAR),
    ],
)
def test_a_booking_lies_in_open_quarters_from_now_to_two_weeks_ahead(start, end, now, code):
    said = {"starts_at": when(start), "ends_at": when(end), "open_then": open_now(), "at": now}
    assert booking.refusal_of_time(**said) == code


@pytest.mark.parametrize(
    ("state", "own", "shared", "code"),
    [
        (GroupState.FORMING, 0, 0, R.NOT_FILED),
        (GroupState.SUSPENDED, 0, 0, R.NOT_FILED),
        (GroupState.FILED, 1, 0, None),
        (GroupState.ACTIVE, 2, 0, R.QUOTA),
        (GroupState.ACTIVE, 1, 1, None),
        (GroupState.ACTIVE, 1, 2, R.QUOTA),
        (GroupState.ACTIVE, 0, 3, R.QUOTA),
    ],
)
def test_a_filed_group_has_two_open_and_three_with_its_twin(state, own, shared, code):
    assert booking.refusal_of_group(state=state, own=own, shared=shared) == code


def test_two_missed_within_ninety_days_shut_the_book_for_thirty():
    first = when("09:15")
    near, far = first + timedelta(days=90) - TICK, first + timedelta(days=90)
    assert booking.banned_until([first], first) is None
    assert booking.banned_until([first, far], far) is None
    assert booking.banned_until([near, first], near) == near + timedelta(days=30)
    assert booking.banned_until([near, first], near + timedelta(days=30) - TICK) == near + timedelta(days=30)
    assert booking.banned_until([near, first], near + timedelta(days=30)) is None


def test_a_booking_is_kept_for_fifteen_minutes():
    start = when("09:00")
    late, soon = start + timedelta(minutes=15), start - timedelta(minutes=15)
    assert not booking.is_missed(starts_at=start, at=late - TICK) and booking.is_missed(starts_at=start, at=late)
    arrive = booking.refusal_to_arrive
    assert arrive(starts_at=start, at=soon - TICK) == R.TOO_EARLY and arrive(starts_at=start, at=soon) is None
    assert arrive(starts_at=start, at=late - TICK) is None and arrive(starts_at=start, at=late) == R.NOBODY_CAME


def test_calling_off_is_free_until_two_hours_before():
    start = when("09:00")
    assert not booking.is_late(starts_at=start, at=start - timedelta(hours=2) - TICK)
    assert booking.is_late(starts_at=start, at=start - timedelta(hours=2))


def test_what_is_over_stays_over():
    ways = {(a, b) for states in (BookingState, SessionState) for a in states for b in states if may_move(a, b)}
    assert len(ways) == 5 + 3
    assert not any(may_move(GroupState.DISSOLVED, one) for one in GroupState)
