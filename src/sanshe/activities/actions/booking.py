"""Bookings: made by claims, used, called off, let go when nobody came, displaced."""

from collections.abc import Collection, Sequence
from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction

from sanshe.activities.enums import BookingState, E, GroupState, R, Sound
from sanshe.activities.models import BookedZone, Booking, Claim, Group, Miss, Zone
from sanshe.activities.queries import booking as queries
from sanshe.activities.queries.station import open_then
from sanshe.activities.rules import booking as rules
from sanshe.activities.rules.hours import closed_word, is_quiet, quarters, said
from sanshe.activities.rules.session import refusal_of_sound
from sanshe.core.kit import shanghai
from sanshe.core.kit.access import SYSTEM, Actor
from sanshe.core.kit.refused import Refused, insist
from sanshe.core.rows.actions import move, record


@transaction.atomic
def book(
    *,
    group: Group,
    zones: Sequence[Zone],
    starts_at: datetime,
    ends_at: datetime,
    may_share: bool = False,
    by: Actor,
    at: datetime,
) -> Booking:
    """Zones of one space for a filed group. Of two at once one gets them: a quarter of a zone is claimed once."""
    _insist_may(group, zones, starts_at, ends_at, at)
    told = {"starts_at": starts_at, "ends_at": ends_at, "may_share": may_share}
    row = Booking.objects.create(
        station=group.station, area_path=group.area_path, group=group, booked_at=at, booked_by=by.id, **told
    )
    BookedZone.objects.bulk_create(BookedZone(booking=row, zone=one) for one in zones)
    _claim(row, zones, at)
    record(E.BOOKED, row, by=by, at=at, group=group.name, zones=[str(one) for one in zones], **told)
    return row


def _insist_may(group: Group, zones: Sequence[Zone], starts_at: datetime, ends_at: datetime, at: datetime) -> None:
    own, shared = queries.open_of(group)
    insist(rules.refusal_of_group(state=GroupState(group.state), own=own, shared=shared), n=own + shared)
    if until := rules.banned_until(queries.misses(group), at):
        raise Refused(R.BANNED, date=shanghai.short(shanghai.day(until)))
    one_space = zones and len({one.space_id for one in zones}) == 1 and zones[0].space.station_id == group.station_id
    insist(None if one_space else R.NO_ZONES)
    space, station = zones[0].space, group.station
    then = open_then(station, shanghai.day(starts_at), space.pk)
    refused = rules.refusal_of_time(starts_at=starts_at, ends_at=ends_at, open_then=then, at=at)
    insist(closed_word(refused, then), station=station.name, hours=said(then))
    loud = any(is_quiet(one) for one in quarters(starts_at, ends_at))
    insist(refusal_of_sound(is_loud=group.is_loud, sound=Sound(space.sound), is_quiet=loud))


def _claim(row: Booking, zones: Sequence[Zone], at: datetime) -> None:
    """In one order for everybody, so that two bookings never wait for one another."""
    some = quarters(row.starts_at, row.ends_at)
    claims = [Claim(booking=row, zone=zone, starts_at=one) for zone in sorted(zones, key=_key) for one in some]
    try:
        with transaction.atomic():
            Claim.objects.bulk_create(claims)
    except IntegrityError as error:
        slots = queries.nearest(zones, row.starts_at, row.ends_at, at)
        raise Refused(R.TAKEN, slots="、".join(map(_when, slots)) or "—") from error


def _key(zone: Zone) -> UUID:
    return zone.pk


def _when(moment: datetime) -> str:
    local = shanghai.local(moment)
    return f"{shanghai.short(local.date())} {local.hour}:{local:%M}"


@transaction.atomic
def cancel(*, booking: Booking, why: str = "", by: Actor, at: datetime) -> Booking:
    """Called off: the zones are free at once. Later than two hours before, it counts as missed."""
    is_late = rules.is_late(starts_at=booking.starts_at, at=at)
    _end(booking, BookingState.CANCELLED, why.strip(), at)
    record(E.BOOKING_CANCELLED, booking, by=by, at=at, note=booking.why, is_late=is_late)
    if is_late:
        _miss(booking, at)
    return booking


@transaction.atomic
def release(*, booking: Booking, at: datetime) -> Booking:
    """Nobody came for fifteen minutes: the zones are let go, the row stays."""
    insist(None if rules.is_missed(starts_at=booking.starts_at, at=at) else R.TOO_EARLY)
    _end(booking, BookingState.RELEASED, "", at)
    record(E.BOOKING_RELEASED, booking, by=SYSTEM, at=at)
    _miss(booking, at)
    return booking


def release_missed(*, at: datetime) -> int:
    """Everything that nobody came to; asked each minute."""
    rows = list(Booking.objects.filter(state=BookingState.CONFIRMED, starts_at__lte=at - rules.KEPT_FOR))
    for row in rows:
        release(booking=row, at=at)
    return len(rows)


def _miss(row: Booking, at: datetime) -> None:
    Miss.objects.create(booking=row, group=row.group, area_path=row.area_path, missed_at=at)


def _end(row: Booking, to: BookingState, why: str, at: datetime) -> None:
    move(row, to, over_at=at, why=why[:200])
    row.claims.all().delete()


@transaction.atomic
def displace(*, zones: Collection[UUID], some: Collection[datetime], ground: str, by: Actor, at: datetime) -> int:
    """What stands booked in these zones and quarters gives way, whole, and the record says on what ground."""
    keys = queries.held(zones, some).values_list("booking_id", flat=True).distinct()
    rows = list(Booking.objects.filter(pk__in=list(keys), state=BookingState.CONFIRMED).order_by("starts_at", "pk"))
    for row in rows:
        _end(row, BookingState.DISPLACED, ground, at)
        record(E.BOOKING_DISPLACED, row, by=by, at=at, note=ground)
    return len(rows)
