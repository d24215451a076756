"""The winter at its end: the last round, what is open, what came back, what waited."""

import pytest
from django.db.models import Q

from sanshe.core.kit.shanghai import at
from sanshe.patrol.models import Finding, Round
from sanshe.patrol.pages.board import board
from sanshe.patrol.queries.findings import sums

UNTIL = "0531a"
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("told")]
OPEN = {"2022-02-22 16:30": 1, "2022-02-28 08:50": 1, "2022-03-31 16:00": 1, "2022-05-31 10:00": 0}


def test_the_last_two_rounds():
    found = [board(row, ["140213"]).sums for row in Round.objects.filter(number__gt=5).order_by("number")]
    told = [(one.due, one.checked, one.locked, one.refused, one.not_found, one.not_visited) for one in found]
    assert told == [(1284, 1213, 38, 11, 22, 0), (176, 168, 5, 1, 2, 0)]


def test_the_findings_of_the_season():
    season = sums(Round.objects.get(number=6).programme, ["140213"])
    assert (season["findings"], season["rebound_premises"], season["sum_kg"]) == (52, 4, 4445)
    assert (season["closed"], season["not_established"]) == (51, 1)
    assert Finding.objects.get(number=51).reopens.number == 43
    waited = Finding.objects.get(number=52)
    assert waited.requests.get().wish == "suspension" and waited.ended_at == at("2022-04-12 10:00")


def test_what_was_open_at_each_later_moment():
    for when, n in OPEN.items():
        moment = at(when)
        ended = Q(ended_at=None) | Q(ended_at__gt=moment)
        assert (when, Finding.objects.filter(ended, found_at__lte=moment).count()) == (when, n)
