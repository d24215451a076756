"""Bookings: those of a time, what a group has open, what is free nearby."""

from collections.abc import Collection, Sequence
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import QuerySet

from sanshe.activities.enums import BookingState, P
from sanshe.activities.models import Booking, Claim, Group, Miss, Station, Zone
from sanshe.activities.queries import group as groups
from sanshe.activities.queries.station import open_then
from sanshe.activities.rules.group import shares_half
from sanshe.activities.rules.hours import quarters
from sanshe.core.kit import shanghai
from sanshe.core.kit.access import Actor
from sanshe.core.rows.queries import within

DAYS, OFFERED = 4, 3


def bookings(actor: Actor, code: str = P.READ) -> QuerySet[Booking]:
    return Booking.objects.filter(within(actor.paths(code))).select_related("station", "group")


def booking(actor: Actor, key: UUID, code: str = P.READ) -> Booking | None:
    return bookings(actor, code).filter(pk=key).first()


def between(row: Station, first: datetime, end: datetime) -> QuerySet[Booking]:
    """Bookings of a station that begin in a time, in order, whatever became of them."""
    found = row.bookings.filter(starts_at__gte=first, starts_at__lt=end)
    return found.select_related("group").prefetch_related("zones__zone__space")


def standing(row: Group) -> QuerySet[Booking]:
    """What a group has booked and not used yet."""
    return row.bookings.filter(state=BookingState.CONFIRMED)


def open_of(row: Group) -> tuple[int, int]:
    """How many bookings a group has open, and how many those have whose roster shares half of the smaller one."""
    others = [
        one
        for one in Group.objects.filter(bookings__state=BookingState.CONFIRMED, area_path=row.area_path).distinct()
        if one.pk != row.pk
    ]
    rosters = groups.indexes([row, *others])
    alike = [one for one in others if shares_half(rosters[row.pk], rosters[one.pk])]
    return standing(row).count(), Booking.objects.filter(state=BookingState.CONFIRMED, group__in=alike).count()


def misses(row: Group) -> list[datetime]:
    """When a group missed a booking; what was lifted never counted."""
    return list(row.misses(manager="objects").values_list("missed_at", flat=True))


def held(zones: Collection[UUID], some: Collection[datetime]) -> QuerySet[Claim]:
    return Claim.objects.filter(zone__in=list(zones), starts_at__in=list(some))


def nearest(zones: Sequence[Zone], starts_at: datetime, ends_at: datetime, at: datetime) -> list[datetime]:
    """The next beginnings from which these zones are free for as long as was asked, at most three, within four days."""
    found: list[datetime] = []
    for n in range(DAYS):
        free = _free(zones, shanghai.day(starts_at) + timedelta(n))
        for one in sorted(one for one in free if one >= at):
            is_apart = not found or one >= found[-1] + (ends_at - starts_at)
            if is_apart and free.issuperset(quarters(one, one + (ends_at - starts_at))):
                found.append(one)
    return found[:OFFERED]


def _free(zones: Sequence[Zone], day: date) -> set[datetime]:
    """The quarters of a day in which all these zones are open and claimed by nobody."""
    space = zones[0].space
    then = open_then(space.station, day, space.pk)
    return set(then) - set(held([one.pk for one in zones], then).values_list("starts_at", flat=True))


def miss(actor: Actor, key: UUID) -> Miss | None:
    """A miss that this person may lift."""
    return Miss.objects.filter(within(actor.paths(P.SET_UP)), pk=key).first()
