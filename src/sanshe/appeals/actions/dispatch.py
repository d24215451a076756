"""Sending to units: one leads, others help; signed, disputed once, decided."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from sanshe.appeals.actions import clocks
from sanshe.appeals.enums import ClockKind, Duty, E, LegState, R, State, Step
from sanshe.appeals.models import Appeal, Leg
from sanshe.appeals.models.leg import OPEN
from sanshe.appeals.queries.appeals import lead, may_record
from sanshe.appeals.queries.settings import term_of
from sanshe.appeals.rules import dispatch as rules
from sanshe.appeals.rules import intake
from sanshe.appeals.types import Unit
from sanshe.core.areas.enums import Level
from sanshe.core.areas.rules import district_of, level_of
from sanshe.core.calendar.queries import worktime
from sanshe.core.kit.access import Actor
from sanshe.core.kit.refused import Refused, insist
from sanshe.core.rows.actions import move, record
from sanshe.core.rows.rules import another


@transaction.atomic
def dispatch(*, appeal: Appeal, to: Unit, by: Actor, at: datetime, helped_by: Collection[Unit] = ()) -> Leg:
    """A unit leads it from now on. The resident's clock is not moved by whoever has it."""
    item = appeal.duty_item
    is_community = bool(to.path) and level_of(to.path) == Level.COMMUNITY
    given = {"has_unit": bool(to.name.strip()), "is_community": is_community}
    refused = rules.refusal_to_lead(**given, may_lead=item is not None and item.may_lead)
    insist(refused, duty=str(item or ""))
    move(appeal, State.DISPATCHED)
    leg = _send(appeal, to, True, by, at)
    for unit in helped_by:
        _send(appeal, unit, False, by, at)
    record(E.DISPATCHED, appeal, by=by, at=at, unit=leg.unit_name, helped_by=[one.name for one in helped_by])
    return leg


@transaction.atomic
def help_with(*, appeal: Appeal, to: Unit, by: Actor, at: datetime) -> Leg:
    """One more unit helps, by its own yes; also a community outside its list of duties."""
    insist(None if to.name.strip() else R.NO_UNIT)
    insist(None if appeal.state in State.in_work() else R.CLOCK_STANDS)
    leg = _send(appeal, to, False, by, at)
    record(E.DISPATCHED, appeal, by=by, at=at, helped_by=[leg.unit_name])
    return leg


def _send(appeal: Appeal, to: Unit, is_lead: bool, by: Actor, at: datetime) -> Leg:
    if to.path and district_of(to.path) != district_of(appeal.area_path):
        raise Refused(R.OTHER_DISTRICT)
    if is_lead:
        for old in Leg.objects.filter(appeal=appeal, is_lead=True, state__in=OPEN):
            end_leg(old, at)
    said = {"unit_name": to.name.strip(), "unit_path": to.path, "organisation_id": to.organisation}
    leg = Leg.objects.create(
        appeal=appeal, area_path=appeal.area_path, is_lead=is_lead, sent_at=at, sent_by=by.id, **said
    )
    if is_lead:
        clocks.start(appeal, ClockKind.SIGN, term_of(appeal.area_path, Step.SIGN), at=at, leg=leg)
        if appeal.category.leg and not to.path:  # a community's part has the term of the matter
            clocks.start(appeal, ClockKind.LEG, appeal.category.leg, at=at, leg=leg)
    return leg


@transaction.atomic
def sign(*, leg: Leg, by: Actor, at: datetime) -> Leg:
    """The unit that leads takes it on; who signs is its handler."""
    _insist_own(leg, by)
    insist(None if leg.is_lead else R.NOT_YOUR_LEG)
    move(leg, LegState.SIGNED, signed_at=at, handler=by.id)
    move(leg.appeal, State.SIGNED)
    clocks.stop(leg.appeal, ClockKind.SIGN, at=at, leg=leg)
    record(E.SIGNED, leg.appeal, by=by, at=at, unit=leg.unit_name)
    return leg


@transaction.atomic
def accept_leg(*, leg: Leg, by: Actor, at: datetime) -> Leg:
    """A unit agrees to help."""
    _insist_own(leg, by)
    insist(R.NOT_YOUR_LEG if leg.is_lead else None)
    move(leg, LegState.SIGNED, signed_at=at, handler=by.id)
    record(E.SIGNED, leg.appeal, by=by, at=at, unit=leg.unit_name)
    return leg


@transaction.atomic
def dispute(*, leg: Leg, why: str, by: Actor, at: datetime) -> Leg:
    """The unit says that it is not its duty: once, in time. Its own clocks stand where they are; the resident's run."""
    _insist_own(leg, by)
    until = worktime().due(leg.sent_at, term_of(leg.area_path, Step.DISPUTE))
    insist(rules.refusal_to_dispute(has_disputed=leg.disputed_at is not None, until=until, at=at, why=why))
    if leg.is_lead:
        move(leg.appeal, State.DISPUTED)
        clocks.stop(leg.appeal, ClockKind.SIGN, at=at, leg=leg)
        clocks.start(leg.appeal, ClockKind.REVIEW, term_of(leg.area_path, Step.REVIEW), at=at, leg=leg)
    move(leg, LegState.DISPUTED, disputed_at=at, dispute=why.strip())
    record(E.DISPUTED, leg.appeal, by=by, at=at, unit=leg.unit_name, why=why.strip())
    return leg


@transaction.atomic
def decide_dispute(*, leg: Leg, is_upheld: bool, why: str, by: Actor, at: datetime) -> Leg:
    """Upheld, another unit is to be chosen; rejected, this one has it and cannot dispute again."""
    insist(intake.refusal_of_words(why))
    another(by.id, [leg.handler], Duty.HANDLER)
    clocks.stop(leg.appeal, ClockKind.REVIEW, at=at, leg=leg)
    said = {"decided_at": at, "decided_by": by.id, "decision": why.strip()}
    if is_upheld:
        move(leg, LegState.ENDED, **said)
        clocks.drop(leg.appeal, at=at, leg=leg)
    else:
        move(leg, LegState.SENT, **said)
    if leg.is_lead:
        move(leg.appeal, State.ACCEPTED if is_upheld else State.DISPATCHED)
    event = E.DISPUTE_UPHELD if is_upheld else E.DISPUTE_REJECTED
    record(event, leg.appeal, by=by, at=at, unit=leg.unit_name, why=why.strip())
    return leg


def end_leg(leg: Leg, at: datetime) -> None:
    """Another unit has it, or nobody any more."""
    move(leg, LegState.ENDED)
    clocks.drop(leg.appeal, at=at, leg=leg)


def _insist_own(leg: Leg, by: Actor) -> None:
    insist(None if may_record(by, leg) else R.NOT_YOUR_LEG)


def lead_of(appeal: Appeal, by: Actor) -> Leg:
    """The unit that leads, when this person may record for it."""
    leg = lead(appeal)
    if leg is None:
        raise Refused(R.NO_UNIT)
    _insist_own(leg, by)
    return leg
