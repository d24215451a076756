"""Visits and findings without a database: what must be said, what visits come to, figures, rebounds, rechecks."""

from datetime import date, timedelta
from fractions import Fraction
from itertools import combinations, permutations

import pytest

from sanshe.core.areas.enums import PremisesKind
from sanshe.core.kit.shanghai import at
from sanshe.patrol.enums import FINDS, Consent, Department, FindingState, Outcome, R, Result
from sanshe.patrol.rules import finding, visit
from sanshe.patrol.rules.form import bad_answer
from sanshe.patrol.types import Seen, Standing, Sums

CHECKED, LOCKED, REFUSED, GONE = Outcome
REST = {date(2022, 2, 12), date(2022, 2, 13)}


def is_rest(day):
    return day in REST


def seen(when, outcome=LOCKED, device="a", seq=1, result=None):
    return Seen(at(when), device, seq, outcome, result)


def fold(*rows):
    return visit.fold(rows, is_rest)


@pytest.mark.parametrize(
    ("outcome", "result", "reason", "kg", "unknown", "code"),
    [
        (CHECKED, None, "", None, False, R.NO_RESULT),
        (LOCKED, Result.CLEAR, "", None, False, R.NO_RESULT),
        (CHECKED, Result.CLEAR, "", None, False, None),
        (CHECKED, Result.STOVE_ONLY, "", None, False, None),
        (CHECKED, Result.CLEAR, "", 30, False, R.KG_WITHOUT_COAL),
        (CHECKED, Result.STORED, "", 30, False, None),
        (CHECKED, Result.STORED, "", None, True, None),
        (CHECKED, Result.STORED, "", None, False, R.NO_KG),
        (CHECKED, Result.STORED, "", 0, False, R.NO_KG),
        (CHECKED, Result.STORED, "", 30, True, R.NO_KG),
        (GONE, None, "", None, False, R.NO_MISSING_REASON),
        (GONE, None, "vacant", None, False, None),
        (REFUSED, None, "", None, False, None),
    ],
)
def test_what_must_be_said_of_a_visit(outcome, result, reason, kg, unknown, code):
    said = {"outcome": outcome, "result": result, "reason": reason, "kg": kg, "is_kg_unknown": unknown}
    assert visit.refusal_of_visit(**said) == code


@pytest.mark.parametrize(
    ("first", "second", "days", "owed"),
    [
        ("2022-02-08 10:00", None, 1, True),
        ("2022-02-08 10:00", "2022-02-08 18:00", 1, True),
        ("2022-02-08 10:00", "2022-02-09 17:29", 2, True),
        ("2022-02-08 10:00", "2022-02-09 17:30", 2, False),
        ("2022-02-08 18:00", "2022-02-09 10:00", 2, False),
        ("2022-02-08 10:00", "2022-02-12 10:00", 2, False),
    ],
)
def test_a_second_try_is_on_another_day_and_one_of_them_in_the_evening_or_at_rest(first, second, days, owed):
    rows = [seen(first)] + ([seen(second, seq=2)] if second else [])
    found = fold(*rows)
    assert (found.outcome, found.locked_days, found.is_try_owed) == (LOCKED, days, owed)


def test_checked_wins_over_all_others_and_else_the_last_one_stands():
    assert fold() == Standing()
    opened = seen("2022-02-08 10:00", CHECKED, result=Result.CLEAR)
    for other in (LOCKED, REFUSED, GONE):
        for when in ("2022-02-07 10:00", "2022-02-09 10:00"):
            assert fold(opened, seen(when, other, seq=2)).outcome == CHECKED
    assert fold(seen("2022-02-08 10:00", LOCKED), seen("2022-02-09 10:00", GONE, seq=2)).outcome == GONE


def test_neither_order_nor_batches_nor_doubling_change_what_visits_come_to():
    rows = [
        seen("2022-02-08 10:00", LOCKED, "a", 1),
        seen("2022-02-08 10:00", REFUSED, "b", 1),
        seen("2022-02-08 10:00", GONE, "a", 2),
        seen("2022-02-09 18:00", LOCKED, "b", 2),
    ]
    for many in range(1, len(rows) + 1):
        for some in combinations(rows, many):
            assert {fold(*order) for order in permutations(some)} == {fold(*some)} == {fold(*some, *some)}
    assert fold(*rows[:3]).outcome == REFUSED  # of one moment: device, then number


@pytest.mark.parametrize(
    ("sums", "rate"),
    [
        (Sums(1284, 1021, 62, 9, 15, 177), Fraction(1021, 1269)),
        (Sums(100, 88, 5, 1, 2, 4), Fraction(88, 98)),
        (Sums(12, 5, 0, 0, 2, 5), Fraction(1, 2)),
        (Sums(12, 5, 0, 0, 3, 4), None),
    ],
)
def test_coverage_leaves_out_who_is_not_there_and_is_not_told_of_few(sums, rate):
    assert sums.due == sums.visited + sums.not_visited and visit.coverage(sums) == rate


CLOSED_ON = date(2021, 12, 22)


@pytest.mark.parametrize(
    ("days", "since", "is_one"),
    [
        (57, None, True),
        (365, None, True),
        (366, None, False),
        (57, CLOSED_ON - timedelta(30), True),
        (57, CLOSED_ON, True),
        (57, CLOSED_ON + timedelta(1), False),
    ],
)
def test_found_again_within_a_year_is_a_rebound_but_not_with_new_occupants(days, since, is_one):
    found_on = CLOSED_ON + timedelta(days)
    assert finding.is_rebound(found_on=found_on, closed_on=CLOSED_ON, occupied_since=since) == is_one
    assert not finding.is_rebound(found_on=found_on, closed_on=None, occupied_since=since)


FOUND, REPORTED, BACK = FindingState.FOUND, FindingState.REPORTED, FindingState.ASSIGNED


@pytest.mark.parametrize(
    ("outcome", "result", "reported", "found"),
    [
        (CHECKED, Result.CLEAR, FindingState.CLOSED, FindingState.NOT_ESTABLISHED),
        (CHECKED, Result.STOVE_ONLY, FindingState.CLOSED, FindingState.NOT_ESTABLISHED),
        *((CHECKED, result, BACK, FOUND) for result in sorted(FINDS)),
        (REFUSED, None, BACK, FOUND),
        (GONE, None, BACK, FOUND),
        (LOCKED, None, R.RECHECK_LOCKED, R.RECHECK_LOCKED),
    ],
)
def test_only_an_open_door_that_shows_nothing_ends_a_finding(outcome, result, reported, found):
    assert finding.after_recheck(state=REPORTED, outcome=outcome, result=result) == reported
    assert finding.after_recheck(state=FOUND, outcome=outcome, result=result) == found


@pytest.mark.parametrize(
    ("is_needed", "photos", "second", "code"),
    [
        (True, 0, "", R.NO_EVIDENCE),
        (True, 0, " ", R.NO_EVIDENCE),
        (True, 1, "", None),
        (True, 0, "楼长也看见了", None),
        (False, 0, "", None),
        (False, 1, "", R.PHOTO_UNASKED),
        (False, 0, "楼长在场", None),
    ],
)
def test_evidence_is_asked_for_what_was_found_and_photos_of_nothing_else(is_needed, photos, second, code):
    assert visit.refusal_of_evidence(is_needed=is_needed, photos=photos, second_words=second) == code


@pytest.mark.parametrize(
    ("own", "day", "manager", "why", "code"),
    [
        (True, True, False, "", None),
        (True, False, False, "记错了", R.NOT_YOURS),
        (False, True, False, "记错了", R.NOT_YOURS),
        (False, False, True, "", R.NO_WHY),
        (False, False, True, "记错了", None),
    ],
)
def test_who_noted_it_corrects_it_the_same_day_and_the_manager_later(own, day, manager, why, code):
    assert visit.refusal_to_correct(is_own=own, is_same_day=day, is_manager=manager, why=why) == code


@pytest.mark.parametrize(
    ("kind", "result", "to"),
    [
        (PremisesKind.SHOP, Result.STORED, Department.MARKET),
        (PremisesKind.SHOP, Result.SOLD, Department.ENERGY),
        (PremisesKind.HOUSEHOLD, Result.SOLD, Department.ENERGY),
        (PremisesKind.HOUSEHOLD, Result.IN_USE, None),
        (PremisesKind.COURTYARD, Result.STORED, None),
        (PremisesKind.GATEHOUSE, Result.IN_USE, Department.ECOLOGY),
    ],
)
def test_what_is_no_homes_goes_to_a_department_under_a_number(kind, result, to):
    assert finding.department(kind, result) == to
    said = {"kind": kind, "result": result}
    assert finding.refusal_to_refer(**said, number="能函 3 号") == (None if to else R.STAYS_HERE)
    assert finding.refusal_to_refer(**said, number=" ") == (R.NO_NUMBER if to else R.STAYS_HERE)


@pytest.mark.parametrize(
    ("days", "ground", "code"),
    [(1, "住院", None), (30, "住院", None), (31, "住院", R.LOOK_AGAIN_WRONG), (0, "住院", R.LOOK_AGAIN_WRONG),
     (None, "住院", R.LOOK_AGAIN_WRONG), (5, "  ", R.NO_GROUND)],
)  # fmt: skip
def test_what_waits_has_a_ground_and_a_day_within_thirty(days, ground, code):
    on = date(2022, 3, 11)
    day = None if days is None else on + timedelta(days)
    assert finding.refusal_to_suspend(ground=ground, on=on, look_again_on=day) == code


def test_a_report_says_what_was_done_by_whose_leave_with_evidence():
    said = {"words": "清走了", "is_cleared": True, "consent": Consent.HOUSEHOLD, "photos": 1, "second": ""}
    assert finding.refusal_to_report(**said) is None
    assert finding.refusal_to_report(**said | {"words": ""}) == R.NO_WORDS
    assert finding.refusal_to_report(**said | {"consent": None}) == R.NO_AGREEMENT
    assert finding.refusal_to_report(**said | {"consent": None, "is_cleared": False}) is None
    assert finding.refusal_to_report(**said | {"photos": 0}) == R.NO_EVIDENCE
    assert finding.refusal_to_report(**said | {"photos": 0, "second": "楼长在场"}) is None


@pytest.mark.parametrize(
    ("answers", "code"),
    [
        ({}, ""),
        ({"heating": "coal", "guides": "1"}, ""),
        ({"heating": "wood"}, "heating"),
        ({"guides": "很多"}, "guides"),
        ({"kitchen": "1"}, "kitchen"),
    ],
)
def test_answers_are_those_of_the_form(answers, code):
    assert bad_answer(answers) == code


def test_the_gravest_thing_that_was_seen_stays():
    rows = [
        seen("2022-02-08 10:00", CHECKED, result=Result.STORED),
        seen("2022-02-09 10:00", CHECKED, result=Result.CLEAR),
    ]
    assert fold(*rows).result == Result.STORED


@pytest.mark.parametrize(
    ("was", "over", "days", "code"),
    [
        (False, False, 3, None),
        (True, False, 1, R.EXTENDED_ONCE),
        (False, True, 1, R.TOO_LATE),
        (False, False, 4, R.EXTENSION_LONG),
        (False, False, 0, R.EXTENSION_LONG),
    ],
)
def test_an_extension_is_given_once_in_time_and_no_longer_than_the_first_term(was, over, days, code):
    said = {"was_extended": was, "is_over": over, "days": days, "result": Result.STORED}
    assert finding.refusal_to_extend(**said) == code


def test_a_finding_moves_by_its_table():
    ways = {state: set(to) for state, to in FindingState.moves().items()}
    assert not ways[FindingState.CLOSED] and not ways[FindingState.NOT_ESTABLISHED]
    assert {state for state, to in ways.items() if FindingState.CLOSED in to} == {FindingState.REPORTED}
