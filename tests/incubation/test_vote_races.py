"""Votes: by name on equals, and the last two at once."""

from uuid import uuid4

import pytest
from django.db import connection

from sanshe.core.kit.access import SYSTEM
from sanshe.core.kit.refused import Refused
from sanshe.incubation.actions.decision.decision import submit, vote
from sanshe.incubation.enums.decision.decision import R, Side
from sanshe.incubation.models import Ballot, Decision, Panel, Panelist, Tabulation, Vote
from sanshe.incubation.rules.decision.tabulation import as_json
from tests.incubation import world
from tests.incubation.test_decision_rules import result
from tests.incubation.test_stay_races import at_once

TIED = ["a" * 36, "b" * 36]


def ballot_of(kind="tie", n=2, members=None):
    """An open motion before n members, all present; of more where it is said."""
    of = world.batch()
    panel = Panel.objects.create(batch=of, area_path=of.area_path)
    seats = [Panelist.objects.create(panel=panel, person=uuid4(), name=f"评委{i}", **SEAT) for i in range(n)]
    row = world.decision(of)
    type(row).objects.filter(pk=row.pk).update(present=[str(seat.pk) for seat in seats], members=members or n)
    made = Ballot.objects.create(decision=row, no=1, kind=kind, applicants=TIED)
    return Ballot.objects.select_related("decision").get(pk=made.pk), seats


SEAT = {"side": "bureau"}


@pytest.mark.django_db
def test_a_vote_on_equals_is_for_one_of_them_and_nothing_else():
    motion, (first, second) = ballot_of()
    who = {"ballot": motion, "by": SYSTEM, "at": world.AT}
    with pytest.raises(Refused) as refused:
        vote(panelist=first, side=Side.FOR, choice="somebody else", **who)
    assert refused.value.code == R.NO_CANDIDATE and not Vote.objects.exists()
    vote(panelist=first, side=Side.FOR, choice=TIED[1], **who)
    assert vote(panelist=second, side=Side.ABSTAIN, choice=TIED[0], **who).choice == ""
    motion.refresh_from_db()
    assert (motion.outcome, motion.order) == ("carried", [TIED[1], TIED[0]])


@pytest.mark.django_db
def test_equals_left_level_are_put_once_more_to_the_same_members_and_then_the_decision_goes_on():
    """It was a dead end: level votes fell at once, and a line between equals without an order cannot be submitted."""
    motion, seats = ballot_of(n=3)
    Vote.objects.create(ballot=motion, panelist=seats[2], side=Side.LEFT, cast_at=world.AT)
    for time in (1, 2):
        motion = Ballot.objects.select_related("decision").get(no=1, time=time, decision=motion.decision)
        assert [one.panelist for one in motion.votes.filter(side=Side.LEFT)] == [seats[2]]
        for seat, choice in zip(seats, TIED, strict=False):
            vote(ballot=motion, panelist=seat, side=Side.FOR, choice=choice, by=SYSTEM, at=world.AT)
    outcomes = Ballot.objects.order_by("time").values_list("outcome", "order")
    assert list(outcomes) == [("reconsider", []), ("fallen", [])]


@pytest.mark.django_db
@pytest.mark.parametrize(("n", "outcome"), [(3, "reconsider"), (4, "carried")])
def test_who_is_absent_is_still_counted_among_all(n, outcome):
    motion, seats = ballot_of("alone", n=n, members=6)
    for seat in seats:
        vote(ballot=motion, panelist=seat, side=Side.FOR, by=SYSTEM, at=world.AT)
    motion.refresh_from_db()
    assert motion.outcome == outcome


@pytest.mark.django_db
def test_who_did_not_come_has_no_vote():
    motion, (here, away) = ballot_of("alone")
    motion.decision.present = [str(here.pk)]
    with pytest.raises(Refused) as refused:
        vote(ballot=motion, panelist=away, side=Side.FOR, by=SYSTEM, at=world.AT)
    assert refused.value.code == R.NOT_PRESENT and not Vote.objects.exists()


@pytest.mark.django_db
def test_equals_whom_a_fallen_motion_moved_to_the_line_want_a_vote_before_it_is_submitted():
    """Of a motion put twice the second vote counts."""
    motion, _seats = ballot_of("alone")
    Tabulation.objects.update(result=as_json(result(1, 2, 2, places=1, reserve=0)))
    Ballot.objects.filter(pk=motion.pk).update(outcome="reconsider", applicants=["a"])
    Ballot.objects.create(decision=motion.decision, no=1, time=2, kind="alone", outcome="fallen", applicants=["a"])
    with pytest.raises(Refused) as refused:
        submit(decision=Decision.objects.get(), reason="合议", by=SYSTEM, at=world.AT)
    assert refused.value.code == R.TIE_AT_LINE


@pytest.mark.django_db(transaction=True)
def test_of_the_last_votes_at_once_one_closes_the_motion_and_each_member_has_one():
    if connection.vendor == "sqlite" and "mode=memory" in str(connection.settings_dict["NAME"]):
        pytest.skip("threads share one connection in memory: run with SANSHE_TEST_FILE")
    for _ in range(5):
        motion, seats = ballot_of("alone", n=4)

        def cast(i, motion=motion, seats=seats):
            mine = Ballot.objects.select_related("decision").get(pk=motion.pk)
            return vote(ballot=mine, panelist=seats[i % 4], side=Side.FOR, by=SYSTEM, at=world.AT)

        at_once(cast, n=8)
        motion.refresh_from_db()
        assert Vote.objects.filter(ballot=motion).count() == 4 and motion.outcome == "carried"
