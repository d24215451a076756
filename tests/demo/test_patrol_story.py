"""The told winter: doors by kind and community, frames of the rounds, their changes, what stands beside them."""

from collections import Counter
from datetime import date

import pytest

from sanshe.core.accounts.queries.people import user_by_username
from sanshe.core.areas.models import Premises
from sanshe.core.areas.queries.premises import key_on
from sanshe.patrol.models import Round, Stop
from sanshe.patrol.pages.board import board
from sanshe.patrol.queries.stops import walk

UNTIL = "0218a"
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("told")]
PEARL = "140213053006"
STREETS = {"140213053": 386, "140213059": 276, "140213050": 272, "140213066": 350}
KINDS = {"shop": 262, "household": 934, "courtyard": 38, "warehouse": 34, "gatehouse": 16}


def of(number):
    return Round.objects.get(number=number)


def framed(row, **more):
    return Stop.objects.filter(round=row, is_added=False, **more)


def test_the_frames_of_six_rounds():
    found = [(row.kind, framed(row).count()) for row in Round.objects.order_by("number")]
    assert found == [("full", 1262), ("key", 168), ("key", 168), ("key", 172), ("key", 172), ("full", 1284)]


def test_the_frame_of_round_6_against_round_1():
    row = of(6)
    assert Counter(row.changes.values_list("is_new", flat=True)) == {True: 31, False: 9}
    assert framed(row).count() == 1262 + 31 - 9 and not row.changes.filter(reason="").exists()
    assert row.stops.filter(is_added=True).count() == 6


def test_doors_by_kind_street_and_in_the_pearl():
    row = of(6)
    assert Counter(framed(row).values_list("kind", flat=True)) == KINDS
    for path, n in STREETS.items():
        assert board(row, [path]).sums.due == n
    own = Counter(framed(row, area_path=PEARL).values_list("kind", flat=True))
    assert own == {"shop": 18, "household": 73, "courtyard": 2, "warehouse": 5, "gatehouse": 2}


def test_the_key_compounds_and_their_doors():
    row = of(6)
    keys = key_on(date(2022, 2, 18)).values_list("compound__name", flat=True)
    found = {name: framed(row, compound__name=name).count() for name in keys}
    assert found == {
        "迎宾西路 18 号院": 34, "沙岭旧村": 40, "重熙南排": 32, "永祥老院": 26, "企业街平房": 22, "华安仓库区": 18,
    }  # fmt: skip


def test_who_walks_the_pearl():
    row = of(6)
    for key, n in (("tianx", 54), ("wei", 46)):
        assert walk(row, user_by_username(key).pk).count() == n
    assert walk(row, user_by_username("tianx").pk).first().premises.name == "4 单元 602"
    assert not Stop.objects.filter(round=row, worker=None).exists()


def test_a_door_that_was_entered_twice_leads_to_4_502():
    row = Premises.objects.get(code="明珠-18-4-五楼东")
    assert row.merged_into.name == "4 单元 502" and not Stop.objects.filter(premises=row).exists()
