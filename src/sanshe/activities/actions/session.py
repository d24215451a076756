"""Sessions: somebody walks in or comes to what they booked, others join, all leave; people are counted."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction

from sanshe.activities.enums import BookingState, Channel, E, GroupState, JoiningState, Origin, R, SessionState, Sound
from sanshe.activities.models import Booking, Group, Joining, Member, Part, Presence, Session, Space, Station, Use
from sanshe.activities.queries import group as groups
from sanshe.activities.queries import session as queries
from sanshe.activities.queries.station import chosen, open_then, places
from sanshe.activities.rules import booking as bookings
from sanshe.activities.rules import session as rules
from sanshe.activities.rules.hours import closed_word, is_quiet, quarter, said, shuts
from sanshe.activities.rules.station import together
from sanshe.activities.types import Place
from sanshe.core.kit import shanghai
from sanshe.core.kit.access import SYSTEM, Actor
from sanshe.core.kit.refused import Refused, insist
from sanshe.core.rows.actions import change, move, record


@transaction.atomic
def enter(
    *,
    station: Station,
    zones: Sequence[UUID],
    heads: int | None,
    name: str = "",
    channel: Channel = Channel.DOOR,
    by: Actor,
    at: datetime,
) -> Part:
    """Walk into free zones of one space: no name is asked, only how many. Of two at once one gets a zone."""
    places = chosen(station, list(zones), at)
    group = groups.known(station, name)
    _insist_may_enter(station, places, heads, group, at)
    row = _open(station, [one.zone for one in places], Origin.WALK_IN, at)
    part = _take_part(row, name, group, heads, channel, at)
    told: dict[str, Any] = {"zones": [str(one.zone) for one in places], "heads": heads, "origin": row.origin}
    record(E.SESSION_OPENED, row, by=by, at=at, **told)
    _first_session(group, by, at)
    return part


def _insist_may_enter(
    station: Station, places: list[Place], heads: int | None, group: Group | None, at: datetime
) -> None:
    space = places[0].space if places else None
    then = open_then(station, shanghai.day(at), space)
    refused = rules.refusal_to_enter(is_open=quarter(at) in then, heads=heads, places=places)
    taken = next((one.booked_by for one in places if one.booked_by), "")
    facts: dict[str, Any] = {"n": together(one.most for one in places), "m": 0, "name": taken}
    insist(closed_word(refused, then), station=station.name, hours=said(then), **facts)
    if space and group:
        sound = Sound(Space.objects.values_list("sound", flat=True).get(pk=space))
        insist(rules.refusal_of_sound(is_loud=group.is_loud, sound=sound, is_quiet=is_quiet(at)))


def _open(
    station: Station, zones: Iterable[UUID], origin: Origin, at: datetime, booking: Booking | None = None
) -> Session:
    row = Session.objects.create(
        station=station, area_path=station.area_path, origin=origin, opened_at=at, booking=booking
    )
    _use(row, zones, at)
    return row


def _use(row: Session, zones: Iterable[UUID], at: datetime) -> None:
    try:
        with transaction.atomic():
            Use.objects.bulk_create(Use(session=row, zone_id=zone, since=at) for zone in sorted(zones))
    except IntegrityError as error:
        raise Refused(R.IN_USE) from error


def _take_part(row: Session, name: str, group: Group | None, heads: int | None, channel: Channel, at: datetime) -> Part:
    called = group.name if group else name.strip()
    told: dict[str, Any] = {"name": called, "heads": heads, "channel": channel, "joined_at": at}
    return Part.objects.create(session=row, area_path=row.area_path, group=group, **told)


def _first_session(group: Group | None, by: Actor, at: datetime) -> None:
    """A filed group is active from its first session on."""
    if group and group.state == GroupState.FILED:
        move(group, GroupState.ACTIVE)
        record(E.GROUP_ACTIVE, group, by=by, at=at)


@transaction.atomic
def arrive(*, booking: Booking, heads: int | None, channel: Channel = Channel.KEEPER, by: Actor, at: datetime) -> Part:
    """Who booked is there. Whoever walked in to these zones meanwhile gives way; they were told when they came."""
    insist(bookings.refusal_to_arrive(starts_at=booking.starts_at, at=at))
    insist(R.NO_HEADS if heads is not None and heads < 1 else None)
    move(booking, BookingState.ARRIVED)
    zones = list(booking.zones.values_list("zone_id", flat=True))
    _give_way(zones, by, at)
    row = _open(booking.station, zones, Origin.BOOKED, at, booking)
    part = _take_part(row, "", booking.group, heads, channel, at)
    record(E.BOOKING_ARRIVED, booking, by=by, at=at, heads=heads)
    record(E.SESSION_OPENED, row, by=by, at=at, heads=heads, origin=row.origin)
    _first_session(booking.group, by, at)
    return part


def _give_way(zones: Sequence[UUID], by: Actor, at: datetime) -> None:
    for row in Session.objects.filter(uses__zone__in=zones, uses__until=None).distinct():
        left = row.uses.filter(until=None).exclude(zone__in=zones)
        if left.exists():
            change(row)
            row.uses.filter(until=None, zone__in=zones).update(until=at)
        else:
            close(session=row, by=by, at=at)


@transaction.atomic
def ask(
    *, session: Session, heads: int | None, name: str = "", channel: Channel = Channel.DOOR, by: Actor, at: datetime
) -> Joining:
    """Who comes second asks those who are there. What could never fit is told at once."""
    group = groups.known(session.station, name)
    called = group.name if group else name.strip()
    then = _open_now(session, at)
    refused = rules.refusal_to_ask(
        state=SessionState(session.state),
        is_open=quarter(at) in then,
        heads=heads,
        is_there=bool(called) and any(one.name == called for one in queries.there(session)),
        has_asked=bool(called) and any(one.name == called for one in queries.asked(session, at)),
    )
    insist(closed_word(refused, then), station=session.station.name, hours=said(then))
    assert heads is not None
    _insist_shared(session)
    _room_for(session, heads, at)
    told: dict[str, Any] = {"name": called, "heads": heads, "channel": channel, "asked_at": at}
    row = Joining.objects.create(session=session, area_path=session.area_path, **told)
    record(E.JOINING_ASKED, session, by=by, at=at, name=called, heads=heads)
    return row


def _open_now(session: Session, at: datetime) -> frozenset[datetime]:
    space = session.uses.values_list("zone__space", flat=True).first()
    return open_then(session.station, shanghai.day(at), space)


def _insist_shared(session: Session) -> None:
    """A booked zone is shared only if who booked it agreed to that."""
    booking = session.booking
    if booking and not booking.may_share:
        raise Refused(R.BOOKED_NOW, name=booking.group.name)


def _room_for(session: Session, heads: int, at: datetime) -> list[UUID]:
    """The zones that a session takes beside its own for those who join; refused when even all are too few."""
    zones = list(session.uses.filter(until=None).values_list("zone_id", flat=True))
    used = chosen(session.station, zones, at)
    beside = _beside(session, used, at)
    present = queries.present(session)
    found = rules.zones_for(heads=heads, present=present, used=used, beside=beside)
    if found is None:
        free = [one.most for one in beside if one.is_free]
        raise Refused(R.FULL, n=together([*(one.most for one in used), *free]), m=present)
    return found


def _beside(session: Session, used: Sequence[Place], at: datetime) -> list[Place]:
    mine = {one.zone for one in used}
    return [one for one in places(session.station, at).get(used[0].space, []) if one.zone not in mine] if used else []


@transaction.atomic
def answer(*, joining: Joining, part: Part, is_yes: bool, by: Actor, at: datetime) -> Joining:
    """One of those who are there answers: one no is a no; when the last agrees, they play together."""
    session = joining.session
    is_over = joining.state != JoiningState.ASKED or rules.is_lapsed(asked_at=joining.asked_at, at=at)
    insist(R.OVER if is_over else None)
    insist(None if part.session_id == session.pk and part.left_at is None else R.NOT_THERE)
    try:
        with transaction.atomic():
            joining.answers.create(part=part, is_yes=is_yes, answered_at=at)
    except IntegrityError as error:
        raise Refused(R.OVER) from error
    record(E.JOINING_ANSWERED, session, by=by, at=at, is_yes=is_yes)
    answers = dict(joining.answers.values_list("part_id", "is_yes"))
    agreed = rules.is_agreed(there=[one.pk for one in queries.there(session)], answers=answers)
    if agreed is None:
        return change(joining)
    return _join(joining, by, at) if agreed else move(joining, JoiningState.DECLINED)


def _join(joining: Joining, by: Actor, at: datetime) -> Joining:
    """The session is changed as it was read, so two who join at once are never counted past one another."""
    session = change(joining.session)
    more = _room_for(session, joining.heads, at)
    group = groups.known(session.station, joining.name)
    part = _take_part(session, joining.name, group, joining.heads, Channel(joining.channel), at)
    _use(session, more, at)
    move(joining, JoiningState.AGREED, part=part)
    record(E.JOINED, session, by=by, at=at, name=joining.name, heads=joining.heads)
    _first_session(group, by, at)
    return joining


@transaction.atomic
def leave(*, part: Part, by: Actor, at: datetime) -> Part:
    """One part ends; the others go on. With the last one the session is over."""
    insist(R.OVER if part.left_at else None)
    change(part, left_at=at)
    record(E.PART_LEFT, part.session, by=by, at=at, name=part.name)
    if not queries.there(part.session):
        close(session=part.session, by=by, at=at)
    return part


@transaction.atomic
def close(*, session: Session, seen: int | None = None, by: Actor, at: datetime) -> Session:
    """All leave; the keeper may say how many there were."""
    insist(rules.refusal_to_count(state=SessionState(session.state), seen=seen) if seen is not None else None)
    move(session, SessionState.CLOSED, refused=R.OVER, closed_at=at, **({} if seen is None else {"seen": seen}))
    session.parts.filter(left_at=None).update(left_at=at)
    session.uses.filter(until=None).update(until=at)
    for joining in session.joinings.filter(state=JoiningState.ASKED):
        move(joining, JoiningState.LAPSED)
    record(E.SESSION_CLOSED, session, by=by, at=at, seen=seen)
    if booking := session.booking:
        move(booking, BookingState.FINISHED, over_at=at)
        booking.claims.all().delete()
        record(E.BOOKING_FINISHED, booking, by=by, at=at)
    return session


@transaction.atomic
def count_heads(*, session: Session, seen: int | None, by: Actor, at: datetime) -> Session:
    """How many the keeper saw; said anew until the ledger is signed."""
    insist(rules.refusal_to_count(state=SessionState(session.state), seen=seen))
    before = session.seen
    change(session, seen=seen)
    record(E.HEADS_COUNTED, session, by=by, at=at, old={"seen": before}, seen=seen)
    return session


@transaction.atomic
def tick(*, part: Part, members: Sequence[Member], by: Actor, at: datetime) -> int:
    """Who of a roster was there, by name: those who were not ticked yet."""
    insist(R.SIGNED if part.session.state == SessionState.SIGNED else None)
    ticked = set(part.presences(manager="objects").values_list("member_id", flat=True))
    new = [one for one in members if one.pk not in ticked and one.group_id == part.group_id and one.left_at is None]
    insist(None if new else R.NO_HEADS)
    Presence.objects.bulk_create(Presence(part=part, member=one, area_path=part.area_path, noted_at=at) for one in new)
    change(part)
    record(E.NAMES_TICKED, part.session, by=by, at=at, name=part.name, n=len(new))
    return len(new)


@transaction.atomic
def lapse(*, at: datetime) -> int:
    """Questions that nobody answered are over; asked each minute."""
    rows = Joining.objects.filter(state=JoiningState.ASKED, asked_at__lte=at - rules.ANSWER_WITHIN)
    for row in rows:
        move(row, JoiningState.LAPSED)
        record(E.JOINING_LAPSED, row.session, by=SYSTEM, at=at, name=row.name)
    return len(rows)


def shut(*, at: datetime) -> int:
    """What still runs when its space shuts ends then; asked each minute."""
    done = 0
    for row in Session.objects.filter(state=SessionState.OPEN, opened_at__lt=at).select_related("station"):
        space = row.uses.values_list("zone__space", flat=True).first()
        end = shuts(open_then(row.station, shanghai.day(row.opened_at), space), row.opened_at)
        if end and end <= at:
            close(session=row, by=SYSTEM, at=end)
            done += 1
    return done
