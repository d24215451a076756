"""Verified by another, called back by a third, closed, done again, reopened, withdrawn; nights; what is destroyed."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from sanshe.appeals import actions
from sanshe.appeals.actions.retention import purge
from sanshe.appeals.enums import ClockKind, LegState, Outcome, R, Reach, Satisfied, Solved, State
from sanshe.appeals.models import Appeal, Callback, Clock, Contact, Leg, Night
from sanshe.appeals.queries import appeals as queries
from sanshe.core.kit.access import NOBODY
from sanshe.core.kit.refused import Refused
from sanshe.core.kit.shanghai import at
from sanshe.core.rows.enums import R as Rows
from tests.appeals import world
from tests.appeals.world import clock, fresh, leg, spell

pytestmark = pytest.mark.django_db
SEEN = {"is_passed": True, "is_seen": True, "found": "去看了，不响了"}
GOOD = {"reach": Reach.REACHED, "solved": Solved.SOLVED, "satisfied": Satisfied.SATISFIED}
NONE = {"reach": Reach.NO_ANSWER, "solved": None}
CALL = at("2022-02-22 16:30")


def refused(act, **given):
    with pytest.raises(Refused) as no:
        act(**given)
    return no.value.code


def test_who_handled_it_never_verifies_and_nobody_unnamed_instead(people):
    row = world.handled(people)
    now = {"appeal": row, **SEEN, "at": at("2022-02-22 09:00")}
    assert refused(actions.verify, **now, by=people["hancm"]) == Rows.SAME_PERSON
    assert refused(actions.verify, **now, by=people["shi"]) == R.NOT_A_VERIFIER
    assert refused(actions.verify, **now, by=people["chang"]) == R.NOT_A_VERIFIER
    actions.verify(**{**now, "appeal": fresh(row)}, by=people["miao"])  # works there, had no hand in it
    assert fresh(row).state == State.VERIFIED


def test_a_small_place_borrows_somebody_who_sees_this_one_matter(people):
    row = world.handled(people)
    other = world.taken(people["chang"]).appeal
    now = {"by": people["xing"], "at": at("2022-02-22 09:00")}
    named = {"appeal": row, "place": world.NEXT, **now}
    assert refused(actions.name_verifier, **named, person=people["hancm"].id) == Rows.SAME_PERSON
    assert refused(actions.name_verifier, **named, person=people["chang"].id) == R.NOT_A_VERIFIER
    assert queries.appeal(people["shi"], row.pk) is None
    actions.name_verifier(**named, person=people["shi"].id)
    assert queries.appeal(people["shi"], row.pk) == row and queries.appeal(people["shi"], other.pk) is None
    assert refused(actions.verify, appeal=fresh(row), **SEEN, by=people["miao"], at=now["at"]) == R.NOT_A_VERIFIER
    actions.verify(appeal=fresh(row), **SEEN, by=people["shi"], at=at("2022-02-22 10:10"))
    assert spell(clock(row, ClockKind.CALL).due_at) == "02-25 18:00"
    actions.call_back(appeal=fresh(row), **GOOD, by=people["yin"], at=CALL)
    assert queries.appeal(people["shi"], row.pk) is None  # it ended


def test_a_check_that_fails_lets_the_clock_run_on(people):
    row = world.handled(people, "2022-02-21 17:00")
    assert clock(row, ClockKind.HANDLE).is_met
    given = {**SEEN, "is_passed": False, "found": "垫子没装"}
    actions.verify(appeal=row, **given, by=people["miao"], at=at("2022-02-22 10:00"))
    held = clock(row, ClockKind.HANDLE)
    assert (held.stopped_at, held.is_met, fresh(row).state) == (None, None, State.IN_HAND)
    assert leg(row).state == LegState.SIGNED and Clock.objects.filter(kind=ClockKind.HANDLE).count() == 1
    said = {"what": "装好了", "outcome": Outcome.RESOLVED, "by": people["hancm"], "at": at("2022-02-22 11:00")}
    actions.report_handled(appeal=fresh(row), **said)
    assert clock(row, ClockKind.HANDLE).is_met is False  # it had been due on the 21st


def test_who_called_had_no_hand_in_it(people):
    row = world.verified(people)
    for who in ("hancm", "shi"):
        assert refused(actions.call_back, appeal=row, **GOOD, by=people[who], at=CALL) == R.OWN_CALL
    assert Callback.objects.count() == 0


def test_solved_is_closed_and_may_be_reopened_until_a_printed_day(people):
    row = world.verified(people)
    said = {"words": "能睡了。", "is_read_back": True}
    assert (
        refused(actions.call_back, appeal=row, **GOOD, words="能睡了。", by=people["yin"], at=CALL) == R.NOT_READ_BACK
    )
    actions.call_back(appeal=fresh(row), **GOOD, **said, by=people["yin"], at=CALL)
    found = fresh(row)
    assert (found.state, found.solved, found.satisfied) == (State.CLOSED, Solved.SOLVED, Satisfied.SATISFIED)
    assert spell(found.reopen_until) == "03-10 00:00"  # 最迟 3月9日 24:00
    assert clock(row, ClockKind.CALL).is_met and not Clock.objects.filter(stopped_at=None).exists()


def test_unsolved_is_done_again_with_a_whole_term_beside_the_first(people):
    row = world.verified(people)
    given = {**GOOD, "solved": Solved.UNSOLVED, "satisfied": Satisfied.UNSAID}
    actions.call_back(appeal=row, **given, by=people["yin"], at=CALL)
    first, second = Clock.objects.filter(appeal=row, kind=ClockKind.HANDLE)
    assert fresh(row).state == State.REDO and first.is_met
    assert (spell(first.due_at), spell(second.due_at)) == ("02-21 18:00", "03-01 18:00")
    actions.begin(appeal=fresh(row), by=people["hancm"], at=at("2022-02-23 09:00"))
    said = {"what": "又去了一趟", "outcome": Outcome.RESOLVED, "by": people["hancm"], "at": at("2022-02-24 09:00")}
    actions.report_handled(appeal=fresh(row), **said)
    assert fresh(row).verifier is None and second.stopped_at is None and clock(row, ClockKind.HANDLE).is_met


def test_done_again_by_another_unit(people):
    row = world.verified(people)
    given = {**GOOD, "solved": Solved.PARTLY, "satisfied": Satisfied.FAIR, "wants_redo": True}
    actions.call_back(appeal=row, **given, by=people["yin"], at=CALL)
    actions.dispatch(appeal=fresh(row), to=world.NEXT_UNIT, by=people["xing"], at=at("2022-02-23 09:00"))
    actions.sign(leg=leg(row), by=people["shi"], at=at("2022-02-23 09:10"))
    assert leg(row).unit_name == "枫林逸景社区" and Leg.objects.filter(appeal=row).count() == 2


def test_silence_closes_after_three_tries_on_two_days_and_is_no_verdict(people):
    row = world.verified(people)
    for when in ("2022-02-22 16:30", "2022-02-22 17:30"):
        actions.call_back(appeal=fresh(row), **NONE, by=people["yin"], at=at(when))
    assert fresh(row).state == State.VERIFIED
    actions.call_back(appeal=fresh(row), **NONE, by=people["yin"], at=at("2022-02-23 09:00"))
    found = fresh(row)
    assert (found.state, found.reach, found.solved, found.satisfied) == (State.CLOSED, "no_answer", "", "unsaid")
    given = {**NONE, "satisfied": Satisfied.SATISFIED}
    assert refused(actions.call_back, appeal=world.verified(people), **given, by=people["yin"], at=CALL) == R.NO_VERDICT
    with pytest.raises(IntegrityError), transaction.atomic():
        Callback.objects.filter(appeal=row).update(satisfied=Satisfied.SATISFIED)
    with pytest.raises(IntegrityError), transaction.atomic():
        Appeal.objects.filter(pk=row.pk).update(satisfied=Satisfied.SATISFIED)


def test_three_tries_count_from_the_last_check(people):
    row = world.verified(people)
    for when in ("2022-02-22 16:30", "2022-02-23 09:00"):
        actions.call_back(appeal=fresh(row), **NONE, by=people["yin"], at=at(when))
    given = {**GOOD, "solved": Solved.UNSOLVED}
    actions.call_back(appeal=fresh(row), **given, by=people["yin"], at=at("2022-02-23 10:00"))
    actions.begin(appeal=fresh(row), by=people["hancm"], at=at("2022-02-23 11:00"))
    said = {"what": "办了", "outcome": Outcome.RESOLVED, "by": people["hancm"], "at": at("2022-02-24 09:00")}
    actions.report_handled(appeal=fresh(row), **said)
    actions.verify(appeal=fresh(row), **SEEN, by=people["miao"], at=at("2022-02-24 10:00"))
    actions.call_back(appeal=fresh(row), **NONE, by=people["yin"], at=at("2022-02-24 11:00"))
    assert fresh(row).state == State.VERIFIED


def test_who_left_no_telephone_is_not_called(people):
    row = world.verified(people, phone="")
    assert refused(actions.call_back, appeal=row, **GOOD, by=people["yin"], at=CALL) == R.NO_CALLBACK
    actions.close_uncalled(appeal=row, by=people["yin"], at=CALL)
    assert (fresh(row).state, fresh(row).solved) == (State.CLOSED, "")
    named = world.verified(people)
    assert refused(actions.close_uncalled, appeal=named, by=people["yin"], at=CALL) == R.NO_VERDICT


def test_a_matter_is_opened_again_in_time(people):
    row = world.verified(people)
    actions.call_back(appeal=row, **GOOD, by=people["yin"], at=CALL)
    late, given = at("2022-03-10 00:00"), {"words": "又响了", "by": NOBODY}
    assert refused(actions.reopen, appeal=fresh(row), **given, at=late) == R.WINDOW_OVER
    assert refused(actions.reopen, appeal=fresh(row), **{**given, "words": ""}, at=CALL) == R.NO_WORDS
    actions.reopen(appeal=fresh(row), **given, at=late - timedelta(microseconds=1))
    found = fresh(row)
    assert (found.state, found.solved, found.closed_at) == (State.REOPENED, "", None) and "又响了" in found.text
    assert clock(row, ClockKind.HANDLE).stopped_at is None


def test_another_one_who_is_affected_has_longer(people):
    row = world.verified(people)
    actions.call_back(appeal=row, **GOOD, by=people["yin"], at=CALL)
    given = {"words": "我也听见", "by": NOBODY, "is_own": False}
    assert refused(actions.reopen, appeal=fresh(row), **given, at=at("2022-03-25 00:00")) == R.WINDOW_OVER
    actions.reopen(appeal=fresh(row), **given, at=at("2022-03-24 23:59"))
    assert fresh(row).state == State.REOPENED


def test_a_resident_withdraws_before_it_is_handled(people):
    row = world.in_hand(people)
    actions.withdraw(appeal=row, by=NOBODY, at=at("2022-02-15 09:00"))
    assert fresh(row).state == State.WITHDRAWN and leg(row).state == LegState.ENDED
    assert [one.is_met for one in Clock.objects.filter(appeal=row, kind=ClockKind.HANDLE)] == [None]
    assert not Clock.objects.filter(appeal=row, stopped_at=None).exists()
    assert refused(actions.withdraw, appeal=world.handled(people), by=NOBODY, at=CALL) == Rows.NOT_NOW


def test_a_resident_notes_nights(people):
    row = world.in_hand(people)
    given = {"appeal": row, "by": NOBODY}
    now = at("2022-02-16 08:00")
    for day, times in ((12, 5), (13, 6), (14, 5), (15, 1)):
        actions.note_night(**given, night=date(2022, 2, day), times=times, at=now)
    actions.note_night(**given, night=date(2022, 2, 15), times=0, at=at("2022-02-17 07:59"))
    assert list(Night.objects.values_list("times", flat=True)) == [5, 6, 5, 0]
    late = {**given, "night": date(2022, 2, 15), "times": 3}
    assert refused(actions.note_night, **late, at=at("2022-02-17 08:00")) == R.NIGHT_OVER
    ahead = {**given, "night": date(2022, 2, 17), "times": 3}
    assert refused(actions.note_night, **ahead, at=now) == R.NIGHT_AHEAD


def test_words_are_destroyed_when_their_time_is_over(people):
    plain = world.verified(people)
    actions.call_back(appeal=plain, **GOOD, by=people["yin"], at=CALL)
    sealed = world.verified(people, name="接种帮助")
    actions.call_back(appeal=sealed, **GOOD, by=people["yin"], at=CALL)
    assert purge(at=CALL + timedelta(days=90)) == 0
    assert purge(at=CALL + timedelta(days=90, seconds=1)) == 1
    assert (fresh(sealed).text, fresh(plain).text != "") == ("", True) and leg(sealed).done == ""
    assert fresh(plain).person and not {one for one in Contact.objects.filter(appeal=sealed) if one.said}
    assert purge(at=CALL + timedelta(days=366)) == 0
    assert fresh(plain).person is None and fresh(plain).track_index is None and fresh(plain).text
    assert purge(at=CALL + timedelta(days=3 * 365 + 1)) == 1
    assert fresh(plain).text == "" and fresh(plain).solved == Solved.SOLVED


def test_a_person_with_an_open_matter_is_kept(people):
    row = world.in_hand(people)
    assert queries.ids_still_named([row.person]) == {row.person}
    actions.withdraw(appeal=row, by=NOBODY, at=at("2022-02-15 09:00"))
    assert queries.ids_still_named([row.person]) == set()
