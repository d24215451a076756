"""The panel's decision: opened over a run, voted motion by motion, submitted, approved by the bureau."""

import datetime
from collections.abc import Collection, Iterable
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import F

from sanshe.core.figures.actions import count
from sanshe.core.kit.access import Actor
from sanshe.core.kit.refused import Refused, insist
from sanshe.core.rows.actions import change, record
from sanshe.core.rows.rules import another
from sanshe.incubation.actions.call.batch import move_up_to
from sanshe.incubation.enums.call.batch import BatchState
from sanshe.incubation.enums.decision.decision import DecisionState as S
from sanshe.incubation.enums.decision.decision import E, MotionKind, Outcome, PlaceKind, PlaceState, R, Side
from sanshe.incubation.enums.duty import Duty
from sanshe.incubation.models import Ballot, Batch, Decision, Panelist, Place, Vote
from sanshe.incubation.queries.decision import decision as queries
from sanshe.incubation.queries.panel.panel import members
from sanshe.incubation.rules.decision import decision as rules

KIND = "incubation.decision"
STATES = {
    PlaceKind.SELECTED: PlaceState.PROPOSED,
    PlaceKind.RESERVE: PlaceState.RESERVE,
    PlaceKind.NOT_SELECTED: PlaceState.NOT_SELECTED,
}


@transaction.atomic
def open_decision(*, batch: Batch, present: Collection[UUID], by: Actor, at: datetime.datetime) -> Decision:
    """Put the motions; a recused member's vote is taken by `left` at once, so that no other can exist."""
    run, seated = queries.tabulation_of(batch), members(batch)
    here = [str(member.pk) for member in seated if member.pk in set(present)]
    insist(rules.refusal_to_open(is_tabulated=run is not None, present=len(here), members=len(seated)),
           present=len(here), members=len(seated), needed=rules.quorum(len(seated)))  # fmt: skip
    assert run is not None
    said = {"members": len(seated), "present": here, "opened_at": at, "opened_by": by.id, "area_path": batch.area_path}
    try:
        with transaction.atomic():
            row = Decision.objects.create(batch=batch, tabulation=run, **said)
    except IntegrityError as error:  # one stands already
        raise Refused(R.STALE) from error
    motions = rules.motions(queries.result_of(run), recused=queries.recused_by_applicant(batch))
    for no, motion in enumerate(motions, start=1):
        ballot = Ballot.objects.create(decision=row, no=no, kind=motion.kind, applicants=list(motion.applicants))
        _leave(ballot, motion.leave, at)
    record(E.OPENED, row, by=by, at=at, present=len(here), members=len(seated), motions=len(motions))
    return row


def _leave(ballot: Ballot, panelists: Iterable[str], at: datetime.datetime) -> None:
    Vote.objects.bulk_create(
        Vote(ballot=ballot, panelist_id=key, side=Side.LEFT, cast_at=at) for key in sorted(panelists)
    )


@transaction.atomic
def vote(
    *,
    ballot: Ballot,
    panelist: Panelist,
    side: Side,
    by: Actor,
    at: datetime.datetime,
    choice: str = "",
    reservation: str = "",
) -> Vote:
    """One member's vote on one motion, by name, once."""
    decision = ballot.decision
    insist(None if decision.state == S.OPEN else R.NOT_OPEN)
    ballot = _held(ballot)
    mine = Vote.objects.filter(ballot=ballot, panelist=panelist).first()
    facts = {"is_present": str(panelist.pk) in decision.present, "outcome": Outcome(ballot.outcome)}
    is_recused = mine is not None and mine.side == Side.LEFT
    insist(rules.refusal_to_vote(**facts, is_recused=is_recused, has_voted=mine is not None))
    is_choosing = ballot.kind == MotionKind.TIE and side == Side.FOR
    insist(rules.refusal_of_choice(is_choosing=is_choosing, choice=choice, applicants=ballot.applicants))
    said = {"side": side, "choice": choice if is_choosing else "", "reservation": reservation, "cast_at": at}
    try:
        with transaction.atomic():
            row = Vote.objects.create(ballot=ballot, panelist=panelist, **said)
    except IntegrityError as error:
        raise Refused(R.VOTED) from error
    record(E.VOTED, decision, by=by, at=at, motion=ballot.no, time=ballot.time, panelist=panelist.pk, side=side)
    _close_if_all(ballot, at)
    return row


def _held(ballot: Ballot) -> Ballot:
    """The motion as it stands, for this transaction alone: of two last votes at once one must see the other."""
    Ballot.objects.filter(pk=ballot.pk).update(no=F("no"))
    return Ballot.objects.select_related("decision").get(pk=ballot.pk)


def _close_if_all(ballot: Ballot, at: datetime.datetime) -> None:
    """The last member present has voted: carried, once more, or fallen."""
    votes = list(Vote.objects.filter(ballot=ballot))
    left = {str(one.panelist_id) for one in votes if one.side == Side.LEFT}
    if len(votes) - len(left) < len(set(ballot.decision.present) - left):
        return None
    sides = [Side(one.side) for one in votes]
    if ballot.kind == MotionKind.TIE:
        return _close_tie(ballot, votes, left, at)
    outcome = rules.outcome_of(votes=sides, members=ballot.decision.members, time=ballot.time)
    return _close(ballot, outcome, left, at)


def _close_tie(ballot: Ballot, votes: list[Vote], left: Collection[str], at: datetime.datetime) -> None:
    counts = {key: sum(one.choice == key for one in votes) for key in ballot.applicants}
    outcome = rules.outcome_of_tie(choices=counts, time=ballot.time)
    order = () if outcome == Outcome.RECONSIDER else rules.order_of_tie(counts)
    _close(ballot, outcome, left, at, order)


def _close(
    ballot: Ballot, outcome: Outcome, left: Iterable[str], at: datetime.datetime, order: Iterable[str] = ()
) -> None:
    """What was not carried is put once more, to the same members."""
    Ballot.objects.filter(pk=ballot.pk).update(outcome=outcome, order=list(order))
    if outcome == Outcome.RECONSIDER:
        said = {"no": ballot.no, "kind": ballot.kind, "applicants": ballot.applicants, "time": ballot.time + 1}
        _leave(Ballot.objects.create(decision=ballot.decision, **said), left, at)


@transaction.atomic
def submit(*, decision: Decision, reason: str, by: Actor, at: datetime.datetime) -> list[Place]:
    """Hand the decision to the bureau: the places are made as the votes and the run give them."""
    result, cast = queries.result_of(decision.tabulation), queries.ballots(decision)
    newest = {ballot.no: ballot for ballot in cast}
    fallen = set[str]().union(*(_fallen(ballot) for ballot in newest.values()))
    orders = [ballot.order for ballot in newest.values() if ballot.order]
    standing = [s for s in result.standings if s.applicant not in fallen]
    tie = rules.splits_unvoted(standing, {a for order in orders for a in order}, result)
    facts = {"present": len(decision.present), "members": decision.members, "reason": reason}
    outcomes = [Outcome(ballot.outcome) for ballot in newest.values()]
    open_ones = sum(outcome in (Outcome.OPEN, Outcome.RECONSIDER) for outcome in outcomes)
    refused = rules.refusal_to_submit(state=S(decision.state), outcomes=outcomes, unvoted_tie=tie, **facts)
    insist(refused, left=open_ones, present=facts["present"], members=facts["members"], needed=0)
    change(decision, state=S.SUBMITTED, reason=reason, submitted_at=at, submitted_by=by.id)
    rows = [_place(decision, given) for given in rules.allot(result, fallen=fallen, tie_orders=orders)]
    Place.objects.bulk_create(rows)
    kinds = [row.kind for row in rows]
    selected, reserve = kinds.count(PlaceKind.SELECTED), kinds.count(PlaceKind.RESERVE)
    record(E.SUBMITTED, decision, by=by, at=at, selected=selected, reserve=reserve)
    return rows


def _fallen(ballot: Ballot) -> set[str]:
    facts = {"applicants": ballot.applicants, "order": ballot.order}
    return rules.fallen_by(kind=MotionKind(ballot.kind), outcome=Outcome(ballot.outcome), **facts)


def _place(decision: Decision, given: Any) -> Place:
    where = {"batch": decision.batch, "decision": decision, "area_path": decision.area_path}
    said = {"rank": given.rank, "kind": given.kind, "reserve_no": given.reserve_no, "state": STATES[given.kind]}
    return Place(**where, application_id=given.applicant, **said)


@transaction.atomic
def approve(*, decision: Decision, by: Actor, at: datetime.datetime) -> None:
    """The bureau approves what others decided: nobody who voted, recorded or submitted."""
    insist(rules.refusal_to_approve(state=S(decision.state)))
    another(by.id, [decision.opened_by, decision.submitted_by], Duty.RECORDER)
    another(by.id, [member.person for member in members(decision.batch)], Duty.PANELIST)
    change(decision, state=S.APPROVED, approved_at=at, approved_by=by.id)
    selected = Place.objects.filter(decision=decision, kind=PlaceKind.SELECTED).count()
    count(key="incubation.selected", area_path=decision.area_path, n=selected, at=at)
    move_up_to(batch=decision.batch, to=BatchState.DECIDED, by=by, at=at)
    record(E.APPROVED, decision, by=by, at=at, selected=selected)


@transaction.atomic
def send_back(*, decision: Decision, reason: str, by: Actor, at: datetime.datetime) -> None:
    """The bureau sends it back to the panel: the places are taken away, the votes stay on record."""
    insist(None if decision.state == S.SUBMITTED else R.NOT_SUBMITTED)
    insist(None if reason.strip() else R.NO_REASON)
    change(decision, state=S.SENT_BACK)
    Place.objects.filter(decision=decision).delete()
    record(E.SENT_BACK, decision, by=by, at=at, reason=reason)
