"""Visits: noted in batches, once, folded into their doors, corrected, late beside the round; what they open."""

from dataclasses import replace
from datetime import date
from itertools import permutations

import pytest
from django.db import IntegrityError, transaction

from sanshe.core.audit.models import AuditEvent
from sanshe.core.kit import ids
from sanshe.core.kit.access import SYSTEM
from sanshe.core.kit.refused import Refused
from sanshe.core.kit.shanghai import at
from sanshe.patrol import actions
from sanshe.patrol.enums import FindingState, Missing, Outcome, R, Result
from sanshe.patrol.models import Finding, Programme, Stop, Visit
from tests.patrol import world
from tests.patrol.visiting import acting, coal, event, found, note, stop
from tests.patrol.world import HERE, NEXT, STREET

pytestmark = pytest.mark.django_db
LOCKED, REFUSED, GONE = Outcome.LOCKED, Outcome.REFUSED, Outcome.NOT_FOUND


@pytest.fixture
def row(db):
    world.settle()
    world.load_days()
    return world.frozen(world.programme())


@pytest.fixture
def tian(user_as, row):
    return acting(user_as("community_worker", HERE, name="田晓红"))


def refused(act, *args, **given):
    with pytest.raises(Refused) as no:
        act(*args, **given)
    return no.value.code


def test_what_visits_come_to_stands_at_their_doors(row, tian):
    one, two, three = (stop(row, name) for name in ("4 单元 502", "4 单元 501", "9 号"))
    note(
        row, tian,
        event(one, outcome=LOCKED, has_slip=True),
        event(two, "2021-11-02 10:05", answers={"heating": "central", "guides": "1"}),
        event(three, "2021-11-02 10:10", outcome=GONE, reason=Missing.SHUT),
    )  # fmt: skip
    said = dict(Stop.objects.exclude(outcome="").values_list("premises__name", "outcome"))
    assert said == {"4 单元 502": LOCKED, "4 单元 501": "checked", "9 号": GONE}
    one.refresh_from_db()
    assert (one.visits, one.locked_days, one.is_try_owed) == (1, 1, True)
    note(row, tian, event(one, "2021-11-03 18:00", outcome=LOCKED))
    one.refresh_from_db()
    assert (one.visits, one.locked_days, one.is_try_owed) == (2, 2, False)
    note(row, tian, event(one, "2021-11-04 10:00", result=Result.STOVE_ONLY))
    one.refresh_from_db()
    assert (one.outcome, one.result, one.visits) == ("checked", "stove_only", 3)
    assert Visit.objects.get(stop=two).form.version == 1 and Visit.objects.filter(form=None).count() == 4
    assert not Finding.objects.exists()


def test_a_batch_is_noted_whole_or_not_at_all_and_is_one_act(row, tian):
    door, other = stop(row, "9 号"), stop(row, "7 号")
    assert refused(note, row, tian, event(door), replace(event(other), result=None)) == R.NO_RESULT
    assert not Visit.objects.exists()
    note(row, tian, event(door), event(other))
    act = AuditEvent.objects.get(event="patrol.visits_recorded")
    assert '"visits":2' in act.new


def test_the_same_id_is_noted_once_and_other_content_under_it_is_refused(row, tian):
    one = event(stop(row, "9 号"))
    first = note(row, tian, one)
    assert note(row, tian, one, when="2021-11-02 19:00") == first and note(row, tian, one, one) == first * 2
    assert (Visit.objects.count(), stop(row, "9 号").visits) == (1, 1)
    assert refused(note, row, tian, replace(one, result=Result.STOVE_ONLY)) == R.TWICE
    new = event(stop(row, "7 号"))
    assert refused(note, row, tian, new, replace(new, words="改了")) == R.TWICE
    assert AuditEvent.objects.filter(event="patrol.visits_recorded").count() == 1


def test_neither_order_nor_batches_of_arrival_change_a_door(row, tian):
    door = stop(row, "9 号")
    events = [
        event(door, "2021-11-02 10:00", outcome=LOCKED, seq=1),
        event(door, "2021-11-03 18:00", outcome=REFUSED, words="不开门", seq=2),
        event(door, "2021-11-04 10:00", outcome=LOCKED, seq=3),
    ]
    seen = set()
    for order in permutations(events):
        for batches in ([order], [order[:1], order[1:]], [[one] for one in order]):
            with transaction.atomic():
                for batch in batches:
                    note(row, tian, *batch)
                now = stop(row, "9 号")
                seen.add((now.outcome, now.visits, now.locked_days, now.is_try_owed))
                transaction.set_rollback(True)
    assert seen == {(LOCKED, 3, 2, True)}  # neither time it was locked was in the evening


def test_what_is_not_said_or_not_asked_is_refused(row, tian):
    door = stop(row, "9 号")
    assert refused(note, row, tian, coal(door, second_words="")) == R.NO_EVIDENCE
    assert refused(note, row, tian, coal(door, kg=None)) == R.NO_KG
    assert refused(note, row, tian, event(door, photos=("0" * 64,))) == R.PHOTO_UNASKED
    assert refused(note, row, tian, event(door, answers={"heating": "wood"})) == R.BAD_ANSWER
    assert refused(note, row, tian, event(door, outcome=GONE)) == R.NO_MISSING_REASON
    assert refused(note, row, tian, replace(event(door), stop=ids.new())) == R.NOT_HERE
    planned = world.planned(row.programme, first=date(2021, 11, 22), last=date(2021, 12, 1))
    assert refused(note, planned, tian, event(door)) == R.NOT_FROZEN


def test_who_noted_it_corrects_it_the_same_day_and_both_stay(row, tian, user_as):
    door = stop(row, "9 号")
    old = note(row, tian, event(door, outcome=REFUSED))[0]
    new = event(door, "2021-11-02 10:01", corrects=old.pk)
    wei = acting(user_as("community_worker", HERE, name="魏国平"))
    with pytest.raises(Refused) as no:
        note(row, wei, new)
    assert (no.value.code, no.value.facts["name"]) == (R.NOT_YOURS, "田晓红")
    assert refused(note, row, tian, new, when="2021-11-03 00:00") == R.NOT_YOURS
    note(row, tian, new, when="2021-11-02 23:59")
    door.refresh_from_db()
    assert (door.outcome, door.visits, Visit.objects.count()) == ("checked", 1, 2)
    again = event(door, "2021-11-02 10:02", outcome=LOCKED, corrects=old.pk)
    assert refused(note, row, tian, again) == R.NOT_HERE
    manager = acting(user_as("subdistrict_manager", STREET))
    later = event(door, "2021-11-05 09:00", outcome=LOCKED, corrects=new.id)
    assert refused(note, row, manager, later, when="2021-11-05 09:00") == R.NO_WHY
    note(row, manager, replace(later, why="看错了门"), when="2021-11-05 09:00")
    door.refresh_from_db()
    assert (door.outcome, door.visits) == (LOCKED, 1)


def test_what_comes_when_the_round_is_over_stands_beside_it(row, tian):
    door = stop(row, "9 号")
    actions.close_round(round=row, by=SYSTEM, at=at("2021-11-19 18:00"))
    visit = note(row, tian, event(door), when="2021-11-20 09:00")[0]
    door.refresh_from_db()
    assert visit.is_late and (door.outcome, door.visits) == ("", 0)


def test_coal_opens_a_finding_with_a_number_and_a_term(row, tian):
    finding = found(row, tian)
    assert (finding.name, finding.state, finding.kg) == ("煤-001", FindingState.FOUND, 60)
    assert str(finding.due_on) == "2021-11-05" and finding.found_by == tian.id
    assert Visit.objects.get(stop=stop(row, "4 单元 502")).finding == finding
    used = found(row, tian, "9 号", result=Result.IN_USE, kg=15)
    assert (used.name, str(used.due_on)) == ("煤-002", "2021-11-03")


def test_a_second_visit_adds_to_the_open_finding_of_its_class(row, tian):
    first = found(row, tian)
    note(row, tian, coal(stop(row, "4 单元 502"), "2021-11-03 10:00", kg=80))
    assert Finding.objects.count() == 1 and first.visits.count() == 2
    other = found(row, tian, result=Result.IN_USE)
    assert other.number == 2
    with pytest.raises(IntegrityError), transaction.atomic():
        Finding.objects.filter(pk=other.pk).update(result=Result.STORED)


def test_a_correction_changes_what_its_finding_says_while_nobody_acted_on_it(row, tian):
    finding = found(row, tian)
    door = stop(row, "4 单元 502")
    note(row, tian, coal(door, "2021-11-02 10:01", kg=30, result=Result.IN_USE, corrects=finding.opening_id))
    finding.refresh_from_db()
    assert (Finding.objects.count(), finding.result, finding.kg) == (1, Result.IN_USE, 30)


def test_numbers_of_a_season_have_no_gap(row, tian):
    door = stop(row, "4 单元 502")
    bad = replace(event(stop(row, "9 号")), result=None)
    assert refused(note, row, tian, coal(door), bad) == R.NO_RESULT
    assert found(row, tian).number == 1


def test_no_finding_is_ended_without_a_visit(row, tian):
    finding = found(row, tian)
    with pytest.raises(IntegrityError), transaction.atomic():
        Finding.objects.filter(pk=finding.pk).update(state=FindingState.CLOSED)


def test_two_plan_a_round_at_once_and_the_second_is_told(row):
    seen = Programme.objects.get(pk=row.programme_id)  # what the slower of two read
    world.planned(row.programme, first=date(2021, 11, 22), last=date(2021, 12, 1))
    assert refused(world.planned, seen) == "rows.moved_on"


def test_another_place_visits_not_here(row, user_as):
    from sanshe.patrol.queries.visits import stops_for

    other = acting(user_as("community_worker", NEXT))
    assert stops_for(other, row, [stop(row, "9 号").pk]) == []


def test_a_device_whose_clock_is_off_is_put_right_before_visits_are_folded(row, tian):
    """The later visit has the earlier clock; in whatever order they arrive, the later one stands."""
    door = stop(row, "9 号")
    early = event(door, "2021-11-02 10:00", outcome=LOCKED, device="a", seq=1)
    later = event(door, "2021-11-02 08:30", outcome=REFUSED, words="不便", device="b", seq=1, offset=2 * 3600 * 1000)
    note(row, tian, later)
    note(row, tian, early)
    door.refresh_from_db()
    assert door.outcome == REFUSED
    assert list(door.visits_made.order_by("went_at").values_list("device", flat=True)) == ["a", "b"]
