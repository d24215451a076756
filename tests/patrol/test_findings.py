"""Findings: given, put right, visited by another, back, referred, longer, waiting; who may not; what came back."""

from dataclasses import replace
from datetime import date

import pytest

from sanshe.core.areas import actions as areas
from sanshe.core.areas.enums import PremisesState
from sanshe.core.kit.access import SYSTEM
from sanshe.core.kit.refused import Refused
from sanshe.core.kit.shanghai import at
from sanshe.patrol import actions
from sanshe.patrol.enums import Consent, Department, FindingState, Outcome, R, Result
from sanshe.patrol.models import Finding, Referral, Visit
from sanshe.patrol.queries import findings as queries
from tests.patrol import world
from tests.patrol.visiting import acting, coal, event, found, note, stop
from tests.patrol.world import DISTRICT, HERE, NEXT, STREET

pytestmark = pytest.mark.django_db
S = FindingState
LATER = at("2021-11-03 10:00")
DONE = {"words": "户主同意，当场清走", "is_cleared": True, "consent": Consent.HOUSEHOLD, "second_words": "楼长在场"}


@pytest.fixture
def row(db):
    world.settle()
    world.load_days()
    return world.frozen(world.programme())


@pytest.fixture
def people(user_as, row):
    """田 and 魏 of 明珠, 郑 of 和泰, the subdistrict's 贺, the officer 秦."""
    made = {
        "tian": ("community_worker", HERE, "田晓红"),
        "wei": ("community_worker", HERE, "魏国平"),
        "zheng": ("community_worker", NEXT, "郑红梅"),
        "he": ("subdistrict_manager", STREET, "贺晓东"),
        "qin": ("programme_officer", DISTRICT, "秦立峰"),
        "far": ("community_worker", "140213066001", "董秀梅"),
    }
    areas.load(lines=[*world.LINES, ("140213066", "subdistrict", "水泊寺街道", DISTRICT),
                      ("140213066001", "community", "永安社区", "140213066")], **world.EARLY)  # fmt: skip
    return {key: acting(user_as(role, path, name=name)) for key, (role, path, name) in made.items()}


@pytest.fixture
def one(row, people):
    return found(row, people["tian"])


def refused(act, **given):
    with pytest.raises(Refused) as no:
        act(**given)
    return no.value.code


def look(finding, by, when="2021-11-04 10:00", *, result=Result.CLEAR, outcome=Outcome.CHECKED, **more):
    """The visit of another person."""
    result = result if outcome == Outcome.CHECKED else None
    more = {"second_words": "楼长在场"} | more if result else more
    kg = {"kg": 20} if result in (Result.STORED, Result.IN_USE) else {}
    told = event(stop(finding.round, finding.premises.name), when, outcome, result, **kg, **more)
    return actions.recheck(finding=finding, event=told, by=by, at=at(when))


def reported(finding, by, **more):
    return actions.report(finding=finding, **{**DONE, **more}, by=by, at=LATER)


def test_what_was_put_right_on_the_spot_is_closed_by_the_visit_of_another(one, people):
    reported(one, people["tian"])
    assert (one.state, one.rectifier, str(one.recheck_by)) == (S.REPORTED, people["tian"].id, "2021-11-10")
    assert refused(look, finding=one, by=people["tian"]) == "rows.same_person"
    assert look(one, people["wei"]) == S.CLOSED
    assert (one.ending.worker, one.ended_at) == (people["wei"].id, at("2021-11-04 10:00"))
    assert stop(one.round, "4 单元 502").visits == 1  # a recheck is no visit of the round


def test_who_put_it_right_does_not_recheck_it_either(one, people):
    actions.give(finding=one, person=people["wei"].id, by=people["he"], at=LATER)
    reported(one, people["wei"])
    assert str(one.recheck_by) == "2021-11-05"
    assert refused(look, finding=one, by=people["wei"]) == "rows.same_person"
    assert refused(look, finding=one, by=people["tian"]) == "rows.same_person"
    assert look(one, people["zheng"]) == S.CLOSED


@pytest.mark.parametrize(
    ("result", "outcome", "to"),
    [(Result.STORED, Outcome.CHECKED, S.ASSIGNED), (None, Outcome.REFUSED, S.ASSIGNED),
     (None, Outcome.LOCKED, S.REPORTED)],
)  # fmt: skip
def test_what_is_still_there_goes_back_and_a_locked_door_says_nothing(one, people, result, outcome, to):
    reported(one, people["tian"])
    answer = look(one, people["wei"], result=result, outcome=outcome)
    assert one.state == to and one.visits.count() == 2
    assert answer == (R.RECHECK_LOCKED if outcome == Outcome.LOCKED else S.ASSIGNED)
    assert str(one.due_on) == ("2021-11-05" if outcome == Outcome.LOCKED else "2021-11-09")


def test_a_recheck_of_an_open_door_has_evidence(one, people):
    reported(one, people["tian"])
    assert refused(look, finding=one, by=people["wei"], second_words="") == R.NO_EVIDENCE
    assert look(one, people["wei"], second_words="", photos=("0" * 64,)) == S.CLOSED


def test_what_was_never_there_is_not_established(one, people):
    assert look(one, people["wei"], result=Result.STORED) == S.FOUND
    assert look(one, people["wei"]) == S.NOT_ESTABLISHED
    found_now = queries.sums(one.programme, [DISTRICT])
    assert (found_now["findings"], found_now["open"], found_now["closed"], found_now["not_established"]) == (1, 0, 0, 1)
    assert refused(look, finding=one, by=people["wei"]) == "rows.not_now"


def test_while_somebody_puts_it_right_nobody_rechecks(one, people):
    actions.give(finding=one, person=people["wei"].id, by=people["he"], at=LATER)
    assert refused(look, finding=one, by=people["zheng"]) == "rows.not_now"
    assert refused(actions.give, finding=one, person=people["tian"].id, by=people["he"], at=LATER) == "rows.not_now"


def test_it_is_given_to_who_works_there(one, people):
    said = {"finding": one, "by": people["he"], "at": LATER}
    for key in ("zheng", "he", "qin"):
        assert refused(actions.give, **said, person=people[key].id) == R.NOT_A_RECTIFIER


def test_a_report_has_words_leave_and_evidence(one, people):
    who = people["tian"]
    assert refused(reported, finding=one, by=who, words=" ") == R.NO_WORDS
    assert refused(reported, finding=one, by=who, consent=None) == R.NO_AGREEMENT
    assert refused(reported, finding=one, by=who, second_words="") == R.NO_EVIDENCE
    assert reported(one, who, second_words="", photos=1).state == S.REPORTED


def test_a_neighbour_is_named_and_sees_this_matter_until_it_ends(one, people):
    zheng, he = people["zheng"], people["he"]
    assert queries.finding(zheng, one.pk) is None
    said = {"finding": one, "by": he, "at": LATER}
    assert refused(actions.name_rechecker, **said, person=people["tian"].id) == "rows.same_person"
    assert refused(actions.name_rechecker, **said, person=people["far"].id) == R.NOT_A_RECHECKER
    actions.name_rechecker(**said, person=zheng.id)
    assert queries.finding(zheng, one.pk) == one
    reported(one, people["tian"])
    assert look(one, zheng) == S.CLOSED
    assert queries.finding(zheng, one.pk) is None
    assert refused(actions.name_rechecker, **said, person=people["wei"].id) == "rows.not_now"


def test_who_was_named_to_recheck_and_puts_it_right_is_named_no_longer(one, people):
    actions.name_rechecker(finding=one, person=people["wei"].id, by=people["he"], at=LATER)
    reported(one, people["wei"])
    assert one.rechecker is None


def test_found_again_within_a_year_names_the_closed_one(one, row, people):
    reported(one, people["tian"])
    look(one, people["wei"])
    again = found(row, people["tian"], when="2021-11-10 10:00", result=Result.IN_USE)
    assert again.reopens == one
    sums = queries.sums(row.programme, [DISTRICT])
    assert (sums["rebound_premises"], sums["closed_premises"], sums["sum_kg"]) == (1, 1, 120)


def test_with_other_people_behind_the_door_it_is_none(one, row, people):
    reported(one, people["tian"])
    look(one, people["wei"])
    for to in (PremisesState.MOVED_OUT, PremisesState.LISTED):
        areas.turn_premises(
            premises=one.premises, to=to, on=date(2021, 11, 9), why="搬了", by=SYSTEM, at=at("2021-11-09 09:00")
        )
    assert found(row, people["tian"], when="2021-11-10 10:00").reopens is None


def test_a_shop_is_referred_and_chased_until_answered(row, people):
    shop = found(row, people["tian"], "9 号", result=Result.SOLD, kg=100)
    said = {"finding": shop, "department": Department.ENERGY, "by": people["he"], "at": LATER}
    assert refused(actions.refer, **said, number=" ") == R.NO_NUMBER
    assert str(actions.refer(**said, number="迎街函〔2021〕3 号").answer_by) == "2021-11-17"
    assert shop.state == S.REFERRED
    assert refused(look, finding=shop, by=people["wei"]) == "rows.not_now"
    assert refused(actions.answer, finding=shop, words="", by=people["he"], at=LATER) == R.NO_WORDS
    actions.answer(finding=shop, words="已取缔", by=people["he"], at=LATER)
    assert (shop.state, Referral.objects.get().answer) == (S.REPORTED, "已取缔")
    assert look(shop, people["wei"]) == S.CLOSED


def test_a_home_stays_with_the_community(one, people):
    said = {"finding": one, "department": Department.MARKET, "number": "1", "by": people["he"], "at": LATER}
    assert refused(actions.refer, **said) == R.STAYS_HERE


def test_more_days_once_in_time_and_granted_by_another(one, people):
    said = {"finding": one, "ground": "户主下周回来", "by": people["he"]}
    last = at("2021-11-05 18:00")
    assert refused(actions.ask_days, **said, days=2, at=last) == R.TOO_LATE
    assert refused(actions.ask_days, **said, days=4, at=LATER) == R.EXTENSION_LONG
    assert refused(actions.ask_days, **{**said, "ground": " "}, days=2, at=LATER) == R.NO_GROUND
    asked = actions.ask_days(**said, days=2, at=at("2021-11-05 17:59:59.999999"))
    assert refused(actions.ask_days, **said, days=1, at=LATER) == R.ASKED_ALREADY
    assert refused(actions.grant, request=asked, by=people["he"], at=LATER) == "rows.same_person"
    actions.grant(request=asked, by=people["qin"], at=LATER)
    one.refresh_from_db()
    assert (str(one.due_on), one.is_extended) == ("2021-11-09", True)
    assert refused(actions.ask_days, **said, days=1, at=LATER) == R.EXTENDED_ONCE
    assert refused(actions.decline, request=asked, words="不行", by=people["qin"], at=LATER) == R.ANSWERED_ALREADY


def test_what_waits_counts_as_open_until_it_is_put_right(one, people):
    said = {"finding": one, "ground": "户主住院", "by": people["tian"], "at": LATER}
    assert refused(actions.ask_to_wait, **said, look_again_on=date(2021, 12, 4)) == R.LOOK_AGAIN_WRONG
    asked = actions.ask_to_wait(**said, look_again_on=date(2021, 12, 3))
    assert list(queries.requests(people["qin"])) == [asked] and not queries.requests(people["he"])
    actions.grant(request=asked, by=people["qin"], at=LATER)
    one.refresh_from_db()
    assert (one.state, str(one.look_again_on)) == (S.SUSPENDED, "2021-12-03")
    assert queries.sums(one.programme, [DISTRICT])["open"] == 1
    actions.resume(finding=one, by=people["he"], at=at("2021-12-03 09:00"))
    assert (one.state, str(one.due_on), one.look_again_on) == (S.ASSIGNED, "2021-12-08", None)
    assert refused(actions.resume, finding=one, by=people["he"], at=LATER) == "rows.not_now"


def test_a_wish_that_is_declined_says_why_and_changes_nothing(one, people):
    asked = actions.ask_days(finding=one, ground="忙", days=1, by=people["he"], at=LATER)
    assert refused(actions.decline, request=asked, words=" ", by=people["qin"], at=LATER) == R.NO_GROUND
    actions.decline(request=asked, words="来得及", by=people["qin"], at=LATER)
    one.refresh_from_db()
    assert (one.is_extended, str(one.due_on), asked.is_granted) == (False, "2021-11-05", False)


def test_two_at_once_and_the_second_is_told(one, people):
    stale = Finding.objects.get(pk=one.pk)
    reported(one, people["tian"])
    assert refused(reported, finding=stale, by=people["wei"]) in ("rows.moved_on", "rows.stale")
    late = replace(coal(stop(one.round, "4 单元 502"), "2021-11-03 09:00"), kg=70)
    note(one.round, people["tian"], late)
    assert Visit.objects.filter(finding=one).count() == 2
