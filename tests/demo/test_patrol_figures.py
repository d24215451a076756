"""The winter in figures on the morning of 18 February: what was noted and found, what was open at each moment."""

from datetime import date

import pytest
from django.db.models import Q, Sum

from sanshe.core.accounts.queries.people import user_by_username
from sanshe.core.kit.shanghai import at
from sanshe.patrol.ledgers.desk import figures
from sanshe.patrol.models import Finding, Round, Stop, Visit
from sanshe.patrol.pages.board import board
from sanshe.patrol.queries.findings import sums
from sanshe.patrol.queries.stops import seen
from sanshe.patrol.story.sixth import TOLD

UNTIL = "0218a"
NOW = at("2022-02-18 08:30")
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("told")]
PEARL = "140213053006"
WHOLE = {
    "round": 6, "due": 1284, "checked": 1021, "locked": 62, "refused": 9, "not_found": 15, "not_visited": 177,
    "added": 6, "findings": 48, "open": 3, "rebound_premises": 3,
}  # fmt: skip
STREETS = {
    "140213053": (386, 329, 20, 3, 6, 28),
    "140213059": (276, 232, 12, 1, 1, 30),
    "140213050": (272, 210, 13, 1, 3, 45),
    "140213066": (350, 250, 17, 4, 5, 74),
    PEARL: (100, 88, 5, 1, 2, 4),
}
OPEN = {
    "2021-12-25 08:50": 5, "2021-12-28 10:00": 2, "2022-01-03 10:24": 0, "2022-01-04 08:51": 0, "2022-01-05 15:20": 4,
    "2022-01-11 09:00": 1, "2022-01-13 16:40": 0, "2022-01-14 12:02": 0, "2022-01-20 09:12": 3, "2022-01-26 10:42": 0,
    "2022-02-07 08:40": 0, "2022-02-14 08:28": 4, "2022-02-14 09:40": 4, "2022-02-15 10:10": 3, "2022-02-15 19:42": 4,
    "2022-02-16 10:20": 4, "2022-02-17 14:30": 1, "2022-02-17 18:02": 2, "2022-02-18 08:30": 3,
}  # fmt: skip


def line(row, path):
    found = board(row, [path]).sums
    return found.due, found.checked, found.locked, found.refused, found.not_found, found.not_visited


def visits(number, **more):
    return Visit.objects.filter(stop__round__number=number, purpose="round", **more)


def test_the_published_figures_come_out_of_records():
    assert figures("140213", NOW) == WHOLE


@pytest.mark.parametrize("path", STREETS)
def test_streets_and_the_pearl(path):
    assert line(Round.objects.get(number=6), path) == STREETS[path]


def test_every_community_as_it_is_told():
    row = Round.objects.get(number=6)
    for path, told in TOLD.items():
        found = line(row, path)
        assert found[1:] == (told.checked, told.locked, told.refused, told.missing, told.left)
        assert found[0] == sum(found[1:])


def test_the_rounds_before():
    found = [line(row, "140213") for row in Round.objects.filter(number__lt=6).order_by("number")]
    assert found == [
        (1262, 1176, 52, 12, 22, 0), (168, 158, 7, 1, 2, 0), (168, 159, 6, 1, 2, 0), (172, 163, 6, 1, 2, 0),
        (172, 165, 5, 1, 1, 0),
    ]  # fmt: skip
    assert [visits(number).count() for number in range(1, 6)] == [1262 + 52, 168 + 7, 168 + 6, 172 + 6, 172 + 5]


def test_records_of_round_6_are_first_tries_second_ones_and_doors_beside():
    assert (visits(6).count(), visits(6, stop__is_added=True).count()) == (1189, 6)
    rows = Stop.objects.filter(round__number=6, is_added=False)
    assert (rows.filter(visits__gt=0).count(), rows.filter(visits=2).count()) == (1107, 76)
    again = rows.filter(visits=2)
    assert (again.filter(outcome="checked").count(), again.filter(outcome="locked").count()) == (59, 17)
    assert rows.filter(outcome="locked", is_try_owed=True).count() == 45


def test_the_coverage_leaves_out_who_is_not_there():
    row = Round.objects.get(number=6)
    assert board(row, ["140213"]).rate == "80.5 %" and board(row, [PEARL]).rate == "89.8 %"


def test_the_records_of_the_pearl_by_who_noted_them_and_what_was_left_there():
    own = visits(6, area_path=PEARL)
    assert own.count() == 102
    for key, n in (("tianx", 53), ("wei", 49)):
        assert own.filter(worker=user_by_username(key).pk).count() == n
    left = [sum(int(one.answers.get(code, 0)) for one in own) for code in ("guides", "rules", "promises")]
    assert left == [71, 12, 5]
    found = seen(Round.objects.get(number=6), [PEARL])
    assert (found["stove_only"], found["stored"] + found["in_use"]) == (4, 3)


def test_findings_by_round_class_and_weight():
    assert [Finding.objects.filter(round__number=n).count() for n in range(1, 7)] == [21, 5, 6, 4, 3, 9]
    kg = [Finding.objects.filter(round__number=n).aggregate(n=Sum("kg"))["n"] for n in range(1, 7)]
    assert kg == [2380, 410, 505, 220, 160, 645]
    sixth = Finding.objects.filter(round__number=6)
    assert [sixth.filter(result=one).count() for one in ("stored", "in_use", "sold")] == [6, 2, 1]


def test_what_came_of_them():
    season = sums(Round.objects.get(number=6).programme, ["140213"])
    assert {name: season[name] for name in ("findings", "closed", "not_established", "open", "sum_kg")} == {
        "findings": 48, "closed": 44, "not_established": 1, "open": 3, "sum_kg": 4320,
    }  # fmt: skip
    assert (season["rebound_premises"], season["closed_premises"]) == (3, 42)
    again = dict(Finding.objects.exclude(reopens=None).values_list("number", "reopens__number"))
    assert again == {35: 12, 38: 23, 48: 30}


def test_what_was_open_at_each_moment():
    for when, n in OPEN.items():
        moment = at(when)
        ended = Q(ended_at=None) | Q(ended_at__gt=moment)
        assert (when, Finding.objects.filter(ended, found_at__lte=moment).count()) == (when, n)


def test_what_ends_today_is_four_doors_and_two_findings():
    today = date(2022, 2, 18)
    early = Stop.objects.filter(round__number=6, due_on=today, outcome="")
    assert {one.compound.name for one in early.select_related("compound")} == {"迎宾西路 18 号院"}
    due = Finding.objects.filter(due_on=today, state__in=("found", "assigned")).order_by("number")
    assert (early.count(), [one.name for one in due]) == (4, ["煤-045", "煤-047"])
    last = Finding.objects.get(number=48)
    assert (last.state, last.due_on, last.premises.name) == ("found", date(2022, 2, 22), "4 单元 502")
