"""Published figures of activities, counted from records."""

from datetime import datetime, timedelta

from django.db.models import QuerySet

from sanshe.activities.enums import BookingState, GroupState, SessionState
from sanshe.activities.models import Booking, Group, Session
from sanshe.core.kit import shanghai
from sanshe.core.rows.queries import within

KEPT = (BookingState.CONFIRMED, BookingState.ARRIVED, BookingState.FINISHED, BookingState.RELEASED)


def groups(path: str) -> int:
    return Group.objects.filter(within([path])).exclude(state=GroupState.DISSOLVED).count()


def sessions(path: str, first: datetime, end: datetime) -> int:
    """Those that began in a time, and those that are booked for what is left of it."""
    began = Session.objects.filter(within([path]), opened_at__gte=first, opened_at__lt=end)
    to_come = _booked(path, first, end).filter(state=BookingState.CONFIRMED)
    return began.exclude(state=SessionState.VOID).count() + to_come.count()


def bookings(path: str, first: datetime, end: datetime) -> int:
    """Those of a time that were used, are still to be, or to which nobody came; what was called off is none."""
    return _booked(path, first, end).filter(state__in=KEPT).count()


def released(path: str, first: datetime, end: datetime) -> int:
    """Those of a time to which nobody came, unless the miss was lifted: lifted is never counted."""
    rows = _booked(path, first, end).filter(state=BookingState.RELEASED)
    return rows.exclude(misses__struck_at__isnull=False).count()


def _booked(path: str, first: datetime, end: datetime) -> QuerySet[Booking]:
    return Booking.objects.filter(within([path]), starts_at__gte=first, starts_at__lt=end)


def week_of(at: datetime) -> tuple[datetime, datetime]:
    """From Monday on, until the next one."""
    day = shanghai.day(at)
    monday = day - timedelta(day.weekday())
    return shanghai.moment(monday), shanghai.moment(monday + timedelta(7))


def day_of(at: datetime) -> tuple[datetime, datetime]:
    day = shanghai.day(at)
    return shanghai.moment(day), shanghai.moment(day + timedelta(1))
