"""The appeals of the story against records, at each of its moments (seven_days §8)."""

from collections import Counter

import pytest

from sanshe.appeals.enums import ClockKind, State
from sanshe.appeals.ledgers.register import published
from sanshe.appeals.models import Appeal, Clock, Night
from sanshe.appeals.queries import figures
from sanshe.appeals.queries.appeals import over
from sanshe.core.accounts.queries.people import actor_for, user_by_username
from sanshe.core.calendar.enums import DayKind
from sanshe.core.duties.queries import owed
from sanshe.core.kit import shanghai
from sanshe.core.search.queries import find

UNTIL = "0218a"
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("told")]
DISTRICT, NOW = "140213", shanghai.at("2022-02-18 08:30")
PUBLISHED = {
    "received": 214, "accepted": 67, "open": 17, "closed": 51, "overdue": 1,
    "reached": 41, "solved": 36, "rated": 33, "satisfied": 29,
}  # fmt: skip
DUE = {  # the resident's day, as it stands at 0218a
    "220214-017": "02-22 18:00", "220216-032": "02-21 18:00", "220217-009": "02-22 18:00", "220211-005": "02-23 18:00",
    "220215-004": "02-22 18:00", "220216-013": "02-21 18:00", "220216-006": "02-21 18:00", "220216-027": "02-21 18:00",
    "220217-005": "02-22 18:00", "220217-008": "02-24 18:00", "220217-011": "02-24 18:00", "220217-013": "02-22 18:00",
}  # fmt: skip


def still_open():
    return Appeal.objects.exclude(state__in=State.over())


def spell(moment):
    return f"{shanghai.local(moment):%m-%d %H:%M}"


def running(number, kind):
    return Clock.objects.get(appeal__number=number, kind=kind, stopped_at=None)


def test_what_is_published_at_the_default_moment():
    assert published(DISTRICT, NOW) == PUBLISHED
    assert published("140214", NOW) == dict.fromkeys(PUBLISHED, 0)


def test_the_sums_of_what_came():
    found = figures.counted([DISTRICT], figures.month_of(NOW), NOW)
    assert (found.answered, found.redirected, found.declined, found.accepted, found.waiting) == (128, 15, 3, 67, 1)
    assert (found.withdrawn, found.closed - found.withdrawn) == (6, 45)
    assert (found.called, found.called - found.reached) == (46, 5)
    assert (found.solved_solved, found.solved_partly, found.solved_unsolved) == (36, 2, 3)
    assert (found.said_satisfied, found.said_fair, found.said_dissatisfied, found.said_unsaid) == (29, 3, 1, 8)
    assert (found.contacted, found.contact_due) == (61, 64)
    assert (found.met, found.met + found.missed) == (44, 47)


def test_how_many_came_each_day():
    rows = figures.received_in([DISTRICT], figures.month_of(NOW)).values_list("received_at", flat=True)
    found = Counter(shanghai.day(one).day for one in rows)
    assert [found[day] for day in range(7, 19)] == [24, 22, 21, 23, 20, 3, 4, 29, 19, 34, 14, 1]


def test_where_the_open_ones_are_and_where_they_stand():
    places = Counter(still_open().values_list("area_path", flat=True))
    assert sorted(places.values(), reverse=True) == [6, 5, 2, 2, 2] and places["140213059006"] == 6
    states = Counter(still_open().values_list("state", flat=True))
    assert states == {
        State.RECEIVED: 1, State.DISPATCHED: 1, State.DISPUTED: 1, State.SIGNED: 2, State.IN_HAND: 7,
        State.HANDLED: 3, State.VERIFIED: 1, State.REDO: 1,
    }  # fmt: skip
    kinds = Counter(still_open().values_list("category__name", flat=True))
    assert kinds == {
        "邻里噪声": 4, "入户求助": 3, "排水堵塞": 3, "接种帮助": 2, "供热": 2, "楼道堆物": 2, "路灯": 1,
    }  # fmt: skip


def test_every_due():
    assert {number: spell(running(number, ClockKind.HANDLE).due_at) for number in DUE} == DUE
    leg = running("220216-032", ClockKind.LEG)
    assert (spell(leg.due_at), leg.leg.unit_name) == ("02-17 16:00", "小区物业")
    assert still_open().get(over(NOW)).number == "220216-032"
    assert spell(running("220217-002", ClockKind.VERIFY).due_at) == "02-18 17:30"
    assert spell(running("220214-022", ClockKind.CALL).due_at) == "02-22 18:00"
    contacts = Clock.objects.filter(kind=ClockKind.CONTACT, stopped_at=None).order_by("appeal__number")
    assert {one.appeal.number: spell(one.due_at) for one in contacts} == {
        "220217-008": "02-18 09:30", "220217-011": "02-18 10:40", "220217-013": "02-18 09:10",
        "220218-001": "02-18 09:30",
    }  # fmt: skip


def test_the_three_that_end_today_are_checks():
    in_days = Clock.objects.filter(kind__in=(ClockKind.HANDLE, ClockKind.VERIFY, ClockKind.CALL, ClockKind.LEG))
    ends = in_days.filter(stopped_at=None, due_at__gt=NOW, due_at__lte=shanghai.at("2022-02-19 00:00"))
    assert {one.appeal.number for one in ends} == {"220216-011", "220217-002", "220216-020"}


def test_what_was_done_again_keeps_its_first_term():
    first, second = Clock.objects.filter(appeal__number="220211-005", kind=ClockKind.HANDLE).order_by("started_at")
    assert (spell(first.due_at), first.is_met, spell(first.stopped_at)) == ("02-18 18:00", True, "02-15 10:00")
    assert second.stopped_at is None and second.day_kind == DayKind.WORKDAY


def test_the_nights_that_were_counted():
    rows = Night.objects.filter(appeal__number="220214-017")
    assert [(one.night.day, one.times) for one in rows] == [(12, 5), (13, 6), (14, 5), (15, 1), (16, 0), (17, 1)]


def test_who_owes_what():
    def duties(key):
        found = owed(actor_for(user_by_username(key), NOW), NOW).duties
        return sorted(one.title for one in found if one.seal == "诉")

    assert duties("xing") == [
        "派出去的要办完 220216-032", "要派人核查 220216-011", "要派人核查 220217-002", "诉求等受理 220218-001",
    ]  # fmt: skip
    assert duties("hancm") == ["派单等签收 220217-011", "诉求要办完 220214-017", "诉求要办完 220216-006"]
    assert duties("yue") == ["要核查 220216-020"]
    assert "派单异议要定 220217-013" in duties("he")
    assert "要回访 220214-022" in duties("yin")
    over_now = owed(actor_for(user_by_username("xing"), NOW), NOW).over(NOW, "诉")
    assert over_now == 1


def test_one_is_found_by_its_number_and_a_sensitive_one_says_nothing():
    chang, other = (actor_for(user_by_username(key), NOW) for key in ("chang", "gao"))
    assert [hit.url for hit in find(chang, "220214-017").hits]
    assert "接种" not in str(find(chang, "220216-006").hits)
    assert not find(other, "220214-017").hits  # of another subdistrict


def test_nobody_was_late_but_six():
    assert Clock.objects.filter(kind=ClockKind.CONTACT, is_met=False).count() == 3
    assert Clock.objects.filter(kind=ClockKind.HANDLE, is_met=False).count() == 3


def test_verdicts_by_community():
    found = {place: tuple(one.values()) for place, one in figures.by_place([DISTRICT], figures.month_of(NOW))}
    assert list(found) == sorted(found)
    assert found == {  # reached, solved, rated, satisfied, unsaid
        "140213050012": (7, 6, 5, 4, 2), "140213053006": (4, 3, 3, 2, 1), "140213059003": (12, 10, 10, 9, 2),
        "140213059006": (13, 12, 11, 10, 2), "140213066007": (5, 5, 4, 4, 1),
    }  # fmt: skip
