"""Who stands where in the scheme, at each moment of the story, counted from the records."""

from datetime import date

import pytest

from sanshe.core.codes.enums import Standing as Scan
from sanshe.core.codes.models import Code
from sanshe.core.codes.queries import standing_of
from sanshe.core.figures.queries import published
from sanshe.core.kit import shanghai
from sanshe.core.kit.shanghai import at
from sanshe.creation.models import Answer, Application, Attestation, Proposal, Revocation, Title
from sanshe.creation.queries.applications import board, counts

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("told")]
SEEN = {}
PLACE = "140213"
LEVELS = {"units": 6, "communities": 2, "streets": 1}
WINDOW = ("number", "notice__window_from", "notice__window_to")
NOBODY = {"on_notice": 0, "in_force": 0, "revoked": 0}
MOMENTS = {  # moment: (its time, stages of the units, figures beside the levels)
    "0218a": ("2022-02-18 08:30", {"on_notice": 2, "asked": 1, "recommended": 1, "assessed": 1, "applied": 1},
              {"on_notice": 2}),
    "0228g": ("2022-02-28 08:50", {"held": 2, "failed": 1, "attested": 1, "recommended": 1, "applied": 1},
              {"in_force": 2}),
    "0531a": ("2022-05-31 10:00", {"held": 4, "applied": 1, "assessed": 1}, {"in_force": 5}),
    "0817a": ("2022-08-17 10:00", {"held": 3, "revoked": 1, "applied": 1, "assessed": 1},
              {"in_force": 4, "revoked": 1}),
    "0216a": ("2023-02-16 15:00", {"held": 3, "revoked": 1, "applied": 1, "assessed": 1},
              {"in_force": 4, "revoked": 1}),
}  # fmt: skip


def units(when):
    found = counts(board(Application.objects.all(), shanghai.day(when)))
    return {stage: n for (level, stage), n in found.items() if level == "unit"}


def questions():
    return {
        row.application.name: (row.number, shanghai.day(row.asked_at), row.due_on, row.reply)
        for row in Attestation.objects.filter(title=None).select_related("application")
    }


def scans(when):
    return {code.name: standing_of(code, when) for code in Code.objects.filter(kind="creation.title")}


@pytest.fixture(scope="module")
def told(district):
    """What is counted at each of these moments."""
    for code, (text, *_expected) in MOMENTS.items():
        with district.at(code):
            when = at(text)
            here, beside = published(PLACE, when)["creation"], published("140214", when)["creation"]
            SEEN[code] = {"units": units(when), "here": here, "beside": beside, "asked": questions()}
            SEEN[code] |= {"scans": scans(when), "window": list(Proposal.objects.values_list(*WINDOW))}
    with district.at("0216a"):
        yield


@pytest.mark.parametrize("code", MOMENTS)
def test_who_stands_where(code):
    _when, stages, more = MOMENTS[code]
    assert SEEN[code]["units"] == stages and sum(stages.values()) == 6
    assert SEEN[code]["here"] == LEVELS | NOBODY | more
    assert SEEN[code]["beside"] == dict.fromkeys(LEVELS, 0) | NOBODY


def test_the_questions_and_their_days():
    assert SEEN["0228g"]["asked"] == {
        "御东冷链": ("2022-001", date(2022, 1, 26), date(2022, 2, 7), "none"),
        "北魏坊酒店": ("2022-002", date(2022, 2, 8), date(2022, 2, 15), "none"),
        "恒途客运": ("2022-003", date(2022, 2, 15), date(2022, 2, 22), "some"),
        "云岭物业": ("2022-004", date(2022, 2, 21), date(2022, 2, 28), "none"),
    }
    assert SEEN["0218a"]["asked"]["恒途客运"][3] == ""
    bus = Attestation.objects.get(number="2022-003")
    assert (bus.period_from, bus.period_to) == (date(2021, 2, 15), date(2022, 2, 14))


def test_two_notices_of_five_working_days():
    assert SEEN["0218a"]["window"] == [(1, date(2022, 2, 15), date(2022, 2, 21))]
    assert SEEN["0817a"]["window"][1] == (2, date(2022, 4, 6), date(2022, 4, 12))


def test_five_titles_and_what_a_scan_says_of_each():
    found = {one.application.name: (one.serial, one.starts_on, one.ends_on) for one in Title.objects.all()}
    late = (date(2022, 4, 15), date(2023, 4, 14))
    assert found == {
        "御东冷链": (1, date(2022, 2, 25), date(2023, 2, 24)),
        "北魏坊酒店": (2, date(2022, 2, 25), date(2023, 2, 24)),
        "云岭物业": (3, *late),
        "康达制药厂": (4, *late),
        "恒大社区居民委员会": (5, *late),
    }
    assert SEEN["0228g"]["scans"] == {"御东冷链": Scan.VALID, "北魏坊酒店": Scan.VALID}
    said = dict(SEEN["0817a"]["scans"])
    assert said.pop("北魏坊酒店") == Scan.REVOKED and set(said.values()) == {Scan.VALID} and len(said) == 4


def test_records_of_pledges_show_criteria():
    """As they were on the day of the assessment, and no one typed them."""
    kept = {
        (one.application.name, one.no): (one.text, one.is_met) for one in Answer.objects.select_related("application")
    }
    assert kept["恒途客运", 3] == ("有效 69 ＝ B 61 ＋ C 8，69 ÷ 75 ＝ 92.0%", True)
    assert kept["恒途客运", 2] == ("第 3 场，1月26日，到场 72 人，案例 3 则", True)
    assert kept["和美超市", 3] == ("一份也没有签", False) and kept["云岭物业", 2][1] is False


def test_the_hotel_was_told_heard_and_revoked():
    case = Revocation.objects.get()
    assert (shanghai.day(case.told_at), case.hear_until) == (date(2022, 6, 2), date(2022, 6, 10))
    assert shanghai.day(case.decided_at) == date(2022, 6, 14)
    assert case.attestation.due_on == date(2022, 6, 1)


def test_the_renewal_waits_for_its_decision():
    row = Application.objects.get(renewal__isnull=False)
    assert (row.name, row.state, row.is_current) == ("御东冷链", "attested", False)
