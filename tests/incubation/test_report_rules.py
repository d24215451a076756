"""When quarterly reports are due and which days they tell of; money in 分; links and receipts."""

import datetime
import random

import pytest

from sanshe.core.kit.money import cents_of, yuan
from sanshe.incubation.enums.stay.report import ReportRefusal as R
from sanshe.incubation.enums.stay.resource import Five as F
from sanshe.incubation.enums.stay.resource import ResourceRefusal as LR
from sanshe.incubation.enums.stay.support import ReceiptState as S
from sanshe.incubation.enums.stay.support import SupportRefusal as SR
from sanshe.incubation.rules.stay import report, resource, support
from sanshe.incubation.rules.stay.terms import term_end

DAY = datetime.date
ONE = datetime.timedelta(days=1)


def test_the_reports_of_the_third_batch():
    found = report.periods(starts=DAY(2022, 2, 17), ends=DAY(2023, 2, 16))
    assert [str(one.ends) for one in found] == ["2022-05-31", "2022-08-31", "2022-11-30", "2023-02-16"]
    assert (DAY(2022, 5, 31) - DAY(2022, 2, 18)).days == 102


@pytest.mark.parametrize(
    ("starts", "first"),
    [("2022-11-01", "2023-02-28"), ("2023-11-30", "2024-02-29"), ("2022-09-30", "2022-12-31"),
     ("2022-01-31", "2022-04-30"),
     ("2022-12-01", "2023-03-31")],
)  # fmt: skip
def test_the_last_day_of_the_third_month_after(starts, first):
    start = DAY.fromisoformat(starts)
    assert report.periods(starts=start, ends=term_end(starts=start, months=12))[0].ends == DAY.fromisoformat(first)


def test_every_day_of_any_term_is_told_of_once():
    chance = random.Random(11)
    for _ in range(400):
        start = DAY(2020, 1, 1) + chance.randrange(3000) * ONE
        ends = term_end(starts=start, months=chance.randrange(1, 37))
        found = report.periods(starts=start, ends=ends)
        assert found[0].starts == start and found[-1].ends == ends
        assert all(a.ends + ONE == b.starts for a, b in zip(found, found[1:], strict=False))
        assert [one.no for one in found] == list(range(1, len(found) + 1))
        assert all((one.ends - one.starts).days < 123 for one in found)


def test_a_longer_term_does_not_move_the_reports_before():
    short = report.periods(starts=DAY(2022, 2, 17), ends=DAY(2023, 2, 16))
    longer = report.periods(starts=DAY(2022, 2, 17), ends=DAY(2023, 8, 16))
    assert longer[:3] == short[:3] and len(longer) == 6


@pytest.mark.parametrize(("today", "refused"), [("2022-05-15", R.NOT_YET), ("2022-05-16", None), ("2022-07-01", None)])
def test_from_when_it_may_be_handed_in(today, refused):
    period = report.periods(starts=DAY(2022, 2, 17), ends=DAY(2023, 2, 16))[0]
    assert report.refusal_to_hand_in(period=period, today=DAY.fromisoformat(today)) == refused


@pytest.mark.parametrize(
    ("text", "cents"),
    [("3000", 300000), ("3,000.5", 300050), ("0.01", 1), (" 12.34 ", 1234), ("0", None), ("1.234", None), ("-1", None),
     ("", None), ("100000", 100_000_00), ("100000.01", None), ("1e3", None), ("三千", None)],
)  # fmt: skip
def test_money_is_read_in_whole_cents(text, cents):
    assert cents_of(text) == cents


def test_money_is_written_as_it_is_read():
    chance = random.Random(3)
    assert all(cents_of(yuan(n)) == n for n in (chance.randrange(1, 100_000_00) for _ in range(500)))
    assert (yuan(123456), yuan(300000), yuan(5)) == ("1,234.56", "3,000", "0.05")


@pytest.mark.parametrize(
    ("change", "refused"),
    [({}, None), ({"no": 0}, SR.NO_SUCH_DESK), ({"no": 31}, SR.NO_SUCH_DESK), ({"no": 30}, None),
     ({"held": 1}, SR.OVER_PROMISE), ({"promised": 0}, SR.OVER_PROMISE)],
)  # fmt: skip
def test_giving_a_desk(change, refused):
    assert support.refusal_of_desk(**{"no": 1, "capacity": 30, "held": 0, "promised": 1, **change}) == refused


@pytest.mark.parametrize(
    ("change", "refused"),
    [({}, None), ({"cents": 5000}, None), ({"cents": 5001}, SR.OVERSPENT), ({"cents": None}, SR.AMOUNT_WRONG),
     ({"has_scan": False}, SR.NO_SCAN), ({"what": ""}, SR.NO_PURPOSE), ({"spent_on": DAY(2022, 4, 2)}, SR.DAY_TO_COME)],
)  # fmt: skip
def test_a_receipt(change, refused):
    said = {
        "cents": 100,
        "left": 5000,
        "what": "纸",
        "has_scan": True,
        "spent_on": DAY(2022, 4, 1),
        "today": DAY(2022, 4, 1),
    }
    assert support.refusal_of_receipt(**{**said, **change}) == refused


@pytest.mark.parametrize(
    ("change", "refused"),
    [({}, None), ({"state": S.CHECKED}, SR.MOVE_NOT_ALLOWED), ({"is_own_hand": True}, SR.OWN_HAND),
     ({"accepts": False}, SR.NO_WORDS), ({"accepts": False, "words": "看不清"}, None)],
)  # fmt: skip
def test_a_second_person_looks_at_it(change, refused):
    said = {"state": S.GIVEN, "is_own_hand": False, "accepts": True, "words": ""}
    assert support.refusal_to_check(**{**said, **change}) == refused


@pytest.mark.parametrize(
    ("change", "refused"),
    [({}, None), ({"from_name": " "}, LR.NO_ENDS), ({"to_kind": F.CHARITY, "to_name": "慈善协会"}, LR.SAME_ENDS),
     ({"what": ""}, LR.NO_WHAT), ({"is_amount_wrong": True}, LR.AMOUNT_WRONG)],
)  # fmt: skip
def test_a_link_has_two_ends_and_something_between(change, refused):
    said = {"from_kind": F.CHARITY, "from_name": "慈善协会", "to_kind": F.ORGANISATION, "to_name": "暖阳"}
    assert resource.refusal_to_propose(**{**said, "what": "起夜灯", "is_amount_wrong": False, **change}) == refused
