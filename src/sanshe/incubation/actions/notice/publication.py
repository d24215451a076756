"""The public notice of the list: drafted by the centre, approved by the bureau, published, and what it confirms."""

import datetime
from collections.abc import Sequence

from django.db import transaction

from sanshe.core.calendar.enums import DayKind
from sanshe.core.calendar.queries import workdays
from sanshe.core.kit import shanghai
from sanshe.core.kit.access import SYSTEM, Actor
from sanshe.core.kit.refused import Refused, insist
from sanshe.core.notices import actions as notices
from sanshe.core.notices.enums import DayKind as Counted
from sanshe.core.notices.models import PublicNotice
from sanshe.core.notices.types import Contact, Figure, Span, Wording
from sanshe.core.parties.enums import Side
from sanshe.core.parties.queries import office_for
from sanshe.core.rows.actions import change, move, record
from sanshe.core.rows.rules import another
from sanshe.incubation.actions.call.batch import move_up_to
from sanshe.incubation.actions.letters import send_to_applicant
from sanshe.incubation.adapters import by_sound
from sanshe.incubation.enums.call.batch import BatchState
from sanshe.incubation.enums.decision.decision import DecisionState, PlaceKind, PlaceState
from sanshe.incubation.enums.duty import Duty
from sanshe.incubation.enums.notice.publication import PublicationEvent as E
from sanshe.incubation.enums.notice.publication import PublicationRefusal as R
from sanshe.incubation.models import Batch, Place
from sanshe.incubation.papers import notice_doc
from sanshe.incubation.queries.call.batch import funnel
from sanshe.incubation.queries.decision.decision import decision_of, places, reserves
from sanshe.incubation.queries.notice import publication as queries
from sanshe.incubation.queries.notice.objection import blocked, open_objections
from sanshe.incubation.rules.notice import publication as rules

KIND = "incubation.batch"
NOTICE_KINDS = {DayKind.WORKDAY: Counted.WORKDAYS, DayKind.DAY: Counted.DAYS}


@transaction.atomic
def draft(*, batch: Batch, by: Actor, at: datetime.datetime) -> PublicNotice:
    """Draft the notice of the approved decision's list; the window is counted when it is published."""
    decision = decision_of(batch)
    if decision is None or decision.state not in (DecisionState.SUBMITTED, DecisionState.APPROVED):
        raise Refused(R.NO_DECISION)
    chosen = list(
        places(batch).filter(kind=PlaceKind.SELECTED, state=PlaceState.PROPOSED).order_by("application__name")
    )
    row = _draft(batch, by_sound(place.application.name for place in chosen), by, at)
    record(E.DRAFTED, batch, by=by, at=at, notice=row.pk, names=len(chosen))
    return row


def _draft(batch: Batch, names: Sequence[str], by: Actor, at: datetime.datetime) -> PublicNotice:
    n, centre, bureau = funnel(batch), batch.centre, office_for(batch.area_path, Side.APPROVES).name
    contact = Contact(bureau, centre.phone, centre.address, centre.hours)
    figures = [
        Figure("收到申请", n.received),
        Figure("初审通过", n.screened_in),
        Figure("拟入壳", len(names), is_list=True),
    ]
    number = {"series": f"{centre.letters}gs", "office": f"{centre.number_prefix}公示"}
    where = {"kind": queries.NOTICE, "area_path": batch.area_path, **number}
    subject = {"subject_kind": KIND, "subject": batch.pk}
    said = {"wording": Wording(notice_doc(batch, names, bureau), names, figures), "contact": contact}
    return notices.draft(**where, **said, **subject, by=by, at=at)


@transaction.atomic
def approve(*, batch: Batch, notice: PublicNotice, by: Actor, at: datetime.datetime) -> None:
    """The bureau approves text and list; never who drafted it."""
    decision = decision_of(batch)
    decided = decision is not None and decision.state == DecisionState.APPROVED
    insist(None if decided else R.NO_DECISION)
    another(by.id, [notice.drafted_by], Duty.DRAFTER)
    notices.approve(notice=notice, by=by, at=at)
    record(E.APPROVED, batch, by=by, at=at, notice=notice.pk)


@transaction.atomic
def publish(*, batch: Batch, notice: PublicNotice, by: Actor, at: datetime.datetime) -> PublicNotice:
    """Publish it: the window of the call's settings begins, and the named places are in notice."""
    insist(rules.refusal_to_publish(approved=notice.approved_at is not None, published=notice.published_at is not None))
    calendar, kind = workdays(), DayKind(batch.notice_day_kind)
    last = calendar.window_end(at, batch.notice_days, kind)
    first = shanghai.day(at)
    span = [first + datetime.timedelta(i) for i in range((last - first).days + 1)]
    days = [day for day in span if kind == DayKind.DAY or calendar.is_workday(day)][-batch.notice_days :]
    row = notices.publish(notice=notice, span=Span(first, last, days, NOTICE_KINDS[kind]), by=by, at=at)
    for place in places(batch).filter(state=PlaceState.PROPOSED, application__name__in=notice.names):
        move(place, PlaceState.NOTICED, refused=R.NOT_NOTICED)
    move_up_to(batch=batch, to=BatchState.NOTICED, by=by, at=at)
    record(E.PUBLISHED, batch, by=by, at=at, notice=row.pk, until=last)
    return row


@transaction.atomic
def confirm(*, place: Place, by: Actor, at: datetime.datetime) -> None:
    """入选: the window is over and nobody's objection is open. The letter goes out once."""
    notice = queries.notices_of(place.batch).filter(published_at__isnull=False).first()
    ends = queries.window_end(notice) if notice else at + datetime.timedelta(1)
    facts = {"noticed": place.state == PlaceState.NOTICED, "window_ends": ends, "at": at}
    insist(rules.refusal_to_confirm(**facts, open_objections=open_objections(place)))
    move(place, PlaceState.CONFIRMED, refused=R.NOT_NOTICED)
    values = {"from_day": place.batch.signing_from, "to_day": place.batch.signing_to}
    send_to_applicant(place.application, "incubation.confirmed", values, by, at, f"confirm-{place.pk}")
    record(E.CONFIRMED, place.batch, by=by, at=at, place=place.pk)


@transaction.atomic
def confirm_due(*, batch: Batch, at: datetime.datetime, by: Actor = SYSTEM) -> int:
    """Confirm every place whose window is over and that nobody objects to; the reserve is told its number. Again is
    nothing; the answer is how many were confirmed."""
    shut = blocked(batch)
    waiting = [place for place in places(batch).filter(state=PlaceState.NOTICED) if place.pk not in shut]
    for place in waiting:
        confirm(place=place, by=by, at=at)
    for place in reserves(batch).filter(state=PlaceState.RESERVE) if waiting else ():
        values = {"n": place.reserve_no, "until": batch.reserve_until or batch.signing_to}
        send_to_applicant(place.application, "incubation.reserve", values, by, at, f"reserve-{place.pk}")
    return len(waiting)


@transaction.atomic
def promote(*, batch: Batch, by: Actor, at: datetime.datetime) -> PublicNotice:
    """A place fell or lapsed: the first of the reserve moves up, and a new notice is drafted for it alone."""
    waiting = list(reserves(batch).filter(state=PlaceState.RESERVE))
    until = batch.reserve_until or datetime.date.max
    insist(rules.refusal_to_promote(reserves_left=len(waiting), reserve_until=until, today=shanghai.day(at)))
    gone = Place.objects.filter(batch=batch, state__in=[PlaceState.FALLEN, PlaceState.LAPSED]).count()
    risen = Place.objects.filter(batch=batch, kind=PlaceKind.SELECTED).count() - batch.places
    insist(R.NO_RESERVE if gone <= risen else None)
    place = waiting[0]
    change(place, refused=R.NO_RESERVE, state=PlaceState.PROPOSED, kind=PlaceKind.SELECTED, reserve_no=None)
    record(E.PROMOTED, batch, by=by, at=at, place=place.pk)
    return _draft(batch, [place.application.name], by, at)
