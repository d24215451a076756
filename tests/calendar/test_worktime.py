"""Clocks in working time: acceptance cases, brute force over make-up days, pauses, changed terms, hours as set."""

import datetime
from dataclasses import replace

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from sanshe.core.audit.models import AuditEvent
from sanshe.core.calendar import actions, queries, rules
from sanshe.core.calendar.adapters import published
from sanshe.core.calendar.enums import DayKind, R, Special
from sanshe.core.calendar.rules.worktime import to_minute
from sanshe.core.calendar.types import Due, Hours, Pause, Span, Term
from sanshe.core.kit import shanghai
from sanshe.core.kit.access import SYSTEM
from sanshe.core.kit.refused import Refused
from sanshe.core.kit.shanghai import at

D, T = datetime.date.fromisoformat, datetime.time.fromisoformat
DAY = (Span(T("08:30"), T("12:00")), Span(T("14:30"), T("18:00")))
SHORT = (Span(T("09:00"), T("17:00")),)
YEARS = rules.Calendar(2021, 2022, {**published(2021), **published(2022)})
WORK = rules.Worktime(YEARS, (Hours(D("2021-01-01"), DAY),))
HOURS, DAYS, NATURAL = DayKind.WORK_HOUR, DayKind.WORKDAY, DayKind.DAY
MINUTE, MICRO = datetime.timedelta(minutes=1), datetime.timedelta(microseconds=1)


def spell(moment):
    return f"{shanghai.local(moment):%m-%d %H:%M}"


@pytest.mark.parametrize(
    ("start", "n", "kind", "due"),
    [
        ("2022-01-28 16:30", 4, HOURS, "01-29 11:00"),  # a Saturday that works, before the Spring Festival
        ("2022-01-30 16:30", 4, HOURS, "02-07 11:00"),  # the last working day before seven days of rest
        ("2022-02-14 09:38", 4, HOURS, "02-14 16:08"),
        ("2022-02-16 16:00", 7, HOURS, "02-17 16:00"),
        ("2022-02-17 17:30", 7, HOURS, "02-18 17:30"),
        ("2022-02-17 15:00", 4, HOURS, "02-18 09:30"),
        ("2022-02-17 16:10", 4, HOURS, "02-18 10:40"),
        ("2022-02-17 17:40", 1, HOURS, "02-18 09:10"),
        ("2022-02-18 08:20", 1, HOURS, "02-18 09:30"),
        ("2022-02-18 08:30", 7, HOURS, "02-18 18:00"),  # ends with the day, not with the next one's beginning
        ("2022-02-18 12:30", 1, HOURS, "02-18 15:30"),
        ("2022-02-14 09:38", 5, DAYS, "02-21 18:00"),
        ("2022-02-16 23:59", 3, DAYS, "02-21 18:00"),
        ("2022-01-28 10:00", 2, DAYS, "01-30 18:00"),
        ("2022-02-19 10:00", 1, DAYS, "02-21 18:00"),
        ("2022-02-22 16:45", 15, NATURAL, "03-10 00:00"),
        ("2022-01-16 10:00", 15, NATURAL, "02-08 00:00"),  # the last day is a holiday: the next working day
        ("2022-02-18 10:00", 3, DayKind.HOUR, "02-18 13:00"),
    ],
)
def test_dues(start, n, kind, due):
    assert spell(WORK.due(at(start), Term(n, kind))) == due


def test_a_clock_runs_from_the_minute_of_the_event():
    late = at("2022-02-14 09:38") + datetime.timedelta(seconds=59, microseconds=9)
    assert WORK.due(late, Term(4, HOURS)) == at("2022-02-14 16:08")


def test_it_is_too_late_from_the_due_on_and_not_a_microsecond_before():
    due = rules.due_of(WORK.due(at("2022-02-14 09:38"), Term(4, HOURS)))
    assert due == Due(D("2022-02-14"), 16, DAYS, 8)
    assert not WORK.calendar.left(due.moment - MICRO, due).is_over and WORK.calendar.left(due.moment, due).is_over


def test_midnight_is_printed_as_the_day_that_ends():
    assert rules.due_of(at("2022-03-10 00:00"), NATURAL) == Due(D("2022-03-09"), kind=NATURAL)


@pytest.mark.parametrize(
    ("pause", "due"),
    [
        (("2022-02-16 09:00", "2022-02-17 09:00"), "02-22 18:00"),  # a whole working day
        (("2022-02-16 09:00", "2022-02-16 11:00"), "02-22 10:30"),
        (("2022-02-16 12:00", "2022-02-16 14:30"), "02-21 18:00"),  # no working time lay in it
        (("2022-02-19 09:00", "2022-02-20 09:00"), "02-21 18:00"),
        (("2022-02-21 18:00", "2022-02-22 18:00"), "02-21 18:00"),  # it was over already
    ],
)
def test_a_pause_moves_the_due_by_the_working_time_in_it(pause, due):
    found = WORK.due(at("2022-02-14 09:38"), Term(5, DAYS), [Pause(*map(at, pause))])
    assert spell(found) == due


def test_a_pause_over_the_spring_festival_moves_by_its_working_days_only():
    pause = Pause(at("2022-01-29 08:30"), at("2022-02-07 08:30"))
    assert spell(WORK.due(at("2022-01-27 10:00"), Term(3, DAYS), [pause])) == "02-08 18:00"
    assert (WORK.workdays_in(pause), spell(WORK.pause_ends(pause.start, 2, 3))) == (2, "01-30 18:00")


def test_another_term_counts_from_the_same_start_and_leaves_a_working_day():
    start, now = at("2022-02-14 09:38"), at("2022-02-18 10:00")
    assert spell(WORK.changed(start, Term(5, DAYS), [], now)) == "02-21 18:00"
    assert spell(WORK.changed(start, Term(3, DAYS), [], now)) == "02-21 18:00"  # it would have been the 17th
    assert spell(WORK.changed(start, Term(10, DAYS), [], now)) == "02-28 18:00"


@pytest.mark.parametrize(
    ("due", "kind", "near"),
    [
        ("2022-02-22 18:00", DAYS, "02-21 18:00"),
        ("2022-02-21 18:00", DAYS, "02-18 18:00"),
        ("2022-02-07 18:00", DAYS, "01-30 18:00"),
        ("2022-02-22 10:30", DAYS, "02-21 10:30"),
        ("2022-02-18 09:10", HOURS, "02-17 17:40"),
        ("2022-02-14 16:08", HOURS, "02-14 15:08"),
        ("2022-03-10 00:00", NATURAL, "03-09 00:00"),
    ],
)
def test_when_a_due_is_near(due, kind, near):
    assert spell(WORK.near(at(due), kind)) == near


def test_new_hours_count_from_their_day_on():
    both = replace(WORK, hours=(*WORK.hours, Hours(D("2022-02-15"), SHORT)))
    assert spell(both.due(at("2022-02-14 17:00"), Term(2, HOURS))) == "02-15 10:00"
    assert spell(both.due(at("2022-02-14 17:00"), Term(1, DAYS))) == "02-15 17:00"


def test_where_nothing_is_known_nothing_is_guessed():
    for moment, code in (("2020-12-31 10:00", "calendar.not_loaded"), ("2022-12-30 16:00", "calendar.not_loaded")):
        with pytest.raises(Refused) as no:
            WORK.due(at(moment), Term(40, HOURS))
        assert no.value.code == code
    with pytest.raises(Refused) as no:
        rules.Worktime(YEARS, (Hours(D("2022-02-15"), DAY),)).due(at("2022-02-14 10:00"), Term(1, HOURS))
    assert no.value.code == R.NO_HOURS


# Brute force: every minute is looked at alone.

FIRST = D("2022-02-01")
dates = st.integers(0, 20).map(lambda n: FIRST + datetime.timedelta(days=n))
clocks = st.builds(lambda day, m: shanghai.moment(day) + m * MINUTE, dates, st.integers(0, 24 * 60 - 1))
specials = st.dictionaries(dates, st.sampled_from(Special), max_size=8)


def worktime(special):
    return rules.Worktime(rules.Calendar(2022, 2022, special), (Hours(FIRST, DAY), Hours(D("2022-02-12"), SHORT)))


def is_worked(special, moment):
    local = shanghai.local(moment)
    rest = local.weekday() > 4
    if local.date() in special:
        rest = special[local.date()] == Special.REST
    spans = DAY if local.date() < D("2022-02-12") else SHORT
    return not rest and any(one.opens <= local.time() < one.closes for one in spans)


def walk(special, start, minutes, pauses=()):
    """The moment behind the last of so many worked minutes, minute by minute."""
    now = start
    while minutes:
        stands = any(one.start <= now < one.end for one in pauses)
        minutes -= is_worked(special, now) and not stands
        now += MINUTE
    return now


@settings(max_examples=40, deadline=None)
@given(specials, clocks, st.integers(1, 15))
def test_hours_are_the_minutes_that_were_worked(special, start, n):
    assert worktime(special).due(start, Term(n, HOURS)) == walk(special, start, n * 60)


@settings(max_examples=40, deadline=None)
@given(specials, clocks, st.integers(1, 12), st.lists(st.tuples(clocks, st.integers(1, 3000)), max_size=2))
def test_pauses_are_minutes_that_do_not_count(special, start, n, given_pauses):
    pauses = sorted((Pause(at, at + m * MINUTE) for at, m in given_pauses), key=lambda one: one.start)
    assume(all(a.end <= b.start for a, b in zip(pauses, pauses[1:], strict=False)))
    assume(all(one.start >= start for one in pauses))
    assert worktime(special).due(start, Term(n, HOURS), pauses) == walk(special, start, n * 60, pauses)


@settings(max_examples=60, deadline=None)
@given(specials, clocks, st.integers(1, 5), st.integers(1, 4000))
def test_a_term_of_days_is_moved_by_what_was_worked_in_its_pause(special, start, n, length):
    work = worktime(special)
    pause = Pause(start, start + length * MINUTE)
    before, after = work.due(start, Term(n, DAYS)), work.due(start, Term(n, DAYS), [pause])
    assert work.worked(before, after) == work.worked(pause.start, pause.end) and after >= before


@settings(max_examples=60, deadline=None)
@given(specials, clocks, st.integers(0, 59), st.integers(1, 30), st.integers(0, 30))
def test_more_time_is_never_due_earlier_and_seconds_change_nothing(special, start, second, n, more):
    work = worktime(special)
    due = work.due(start, Term(n, HOURS))
    assert due <= work.due(start, Term(n + more, HOURS))
    assert due == work.due(start + datetime.timedelta(seconds=second), Term(n, HOURS))
    assert work.worked(to_minute(start), due) == datetime.timedelta(hours=n)
    assert work.near(due, HOURS) < due


@pytest.mark.parametrize("text", ["", "8:30", "8:30-12:00 11:00-18:00", "12:00-8:30", "8:30-25:00", "8:30-12:00 abc"])
def test_hours_that_cannot_be_read(text):
    try:
        refused = rules.refusal_of_hours(rules.read_hours(text))
    except Refused as no:
        refused = no.code
    assert refused == R.HOURS_WRONG


def test_hours_as_typed():
    assert rules.read_hours("8:30-12:00，14:30—18:00") == DAY


@pytest.mark.django_db
def test_hours_are_set_for_days_to_come_and_stay_for_days_gone():
    said = {"by": SYSTEM, "at": at("2022-02-14 09:00")}
    actions.load_published(first=2022, last=2022, **said)
    actions.set_hours(starts_on=D("2022-01-01"), spans=DAY, **said)
    assert spell(queries.worktime().due(at("2022-02-14 09:38"), Term(4, HOURS))) == "02-14 16:08"
    actions.set_hours(starts_on=D("2022-02-15"), spans=SHORT, **said)
    assert spell(queries.worktime().due(at("2022-02-14 17:00"), Term(2, HOURS))) == "02-15 10:00"
    with pytest.raises(Refused) as no:
        actions.set_hours(starts_on=D("2022-02-13"), spans=SHORT, **said)
    assert no.value.code == R.HOURS_PAST
    assert AuditEvent.objects.filter(event="calendar.hours_set").count() == 2


@pytest.mark.django_db
def test_an_officer_sets_the_hours_and_a_worker_does_not(client_as, it_is):
    it_is("2022-02-14 09:00")
    actions.load_published(first=2022, last=2022, by=SYSTEM, at=at("2022-02-14 09:00"))
    officer = client_as("district_admin")
    wrong = officer.post("/calendar/hours/", {"starts_on": "2022-02-15", "spans": "9-5"})
    assert wrong.status_code == 422 and "上班时间看不懂" in wrong.content.decode()
    assert officer.post("/calendar/hours/", {"starts_on": "2022-02-15", "spans": "9:00-17:00"}).status_code == 302
    assert queries.hours() == [Hours(D("2022-02-15"), SHORT)]
    assert "09:00–17:00" in officer.get("/calendar/").content.decode()
    assert client_as("community_worker").get("/calendar/hours/").status_code == 403
