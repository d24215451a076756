"""A station as its keeper and its visitors see it: what is free, what runs, who asks, what is booked, a day, a week."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from sanshe.activities.enums import SessionState
from sanshe.activities.models import Booking, Joining, Session, Space, Station, Zone
from sanshe.activities.queries import booking as bookings
from sanshe.activities.queries import session as sessions
from sanshe.activities.queries import station as queries
from sanshe.activities.rules.hours import closes, quarter, runs, said
from sanshe.activities.rules.station import together
from sanshe.activities.types import Counts, Place
from sanshe.core.kit import shanghai

WEEK = 7


@dataclass(frozen=True, slots=True)
class Line:
    """A zone now: its name, how many it takes, until when it is open, and what stands against using it."""

    zone: UUID
    name: str
    sound: str
    most: int | None
    until: datetime | None
    session: UUID | None
    booked_from: datetime | None
    booked_by: str

    @property
    def is_free(self) -> bool:
        return bool(self.until) and self.session is None and self.booked_from is None


@dataclass(frozen=True, slots=True)
class Running:
    """A session with its parts and people; while it runs also who asks, how many its zones and the free ones beside
    them take, and how many still fit."""

    row: Session
    zones: str
    parts: tuple[Any, ...]
    asked: tuple[Joining, ...]
    counts: Counts
    present: int
    most: int | None

    @property
    def left(self) -> int | None:
        return None if self.most is None else max(0, self.most - self.present)

    @property
    def is_joint(self) -> bool:
        return len(self.parts) > 1


@dataclass(frozen=True, slots=True)
class Day:
    """A day of a station: its hours, what was and is going on, what is booked, what differs from the timetable."""

    on: date
    hours: str
    sessions: tuple[Running, ...]
    bookings: tuple[tuple[Booking, str], ...]
    changes: tuple[Any, ...]


def zones(row: Station, at: datetime) -> list[Line]:
    """Every zone as it is now, in the order of the building."""
    found = queries.places(row, at)
    return [
        _line(zone, space, place, row, at)
        for space in queries.spaces(row)
        for zone, place in zip(space.zones.all(), found.get(space.pk, []), strict=True)
    ]


def _line(zone: Zone, space: Space, place: Place, row: Station, at: datetime) -> Line:
    until = closes(queries.open_then(row, shanghai.day(at), space.pk), at)
    taken = (place.session, place.booked_from, place.booked_by)
    return Line(zone.pk, f"{space.name}{zone.name}", space.sound, place.most, until, *taken)


def running(row: Station, at: datetime) -> list[Running]:
    """What goes on now."""
    rows = list(row.sessions.filter(state=SessionState.OPEN).prefetch_related("parts__group", "uses__zone__space"))
    return _told(row, rows, at)


def _told(row: Station, rows: Sequence[Session], at: datetime) -> list[Running]:
    counts, places = sessions.counts(rows), queries.places(row, at)
    return [_running(one, counts[one.pk], places, at) for one in rows]


def one(row: Session, at: datetime) -> Running:
    """One session."""
    return _told(row.station, [row], at)[0]


def _running(row: Session, counts: Counts, places: dict[UUID, list[Place]], at: datetime) -> Running:
    uses = list(row.uses.all())
    zones = "、".join(dict.fromkeys(str(use.zone) for use in uses))
    is_open = row.state == SessionState.OPEN
    space = uses[0].zone.space_id if uses else None
    room = [one.most for one in places.get(space, []) if one.is_free or one.session == row.pk] if space else []
    return Running(
        row=row,
        zones=zones,
        parts=tuple(row.parts.all()),
        asked=tuple(sessions.asked(row, at)) if is_open else (),
        counts=counts,
        present=sessions.present(row) if is_open else 0,
        most=together(room) if is_open else None,
    )


def day(row: Station, on: date, at: datetime) -> Day:
    """What a day holds, as far as it is known."""
    first, end = shanghai.moment(on), shanghai.end(on)
    rows = list(sessions.between(row, first, end))
    booked = [(one, _zones(one)) for one in bookings.between(row, first, end)]
    changes = row.changes(manager="objects").filter(starts_at__gte=first, starts_at__lt=end).select_related("space")
    hours = said(queries.open_then(row, on))
    return Day(on, hours, tuple(_told(row, rows, at)), tuple(booked), tuple(changes))


def _zones(row: Booking) -> str:
    return "、".join(str(one.zone) for one in row.zones.all())


def week(row: Station, on: date, at: datetime) -> list[Day]:
    """Monday to Sunday of the week of a day."""
    monday = on - timedelta(on.isoweekday() - 1)
    return [day(row, monday + timedelta(n), at) for n in range(WEEK)]


def opens_next(row: Station, at: datetime) -> datetime | None:
    """When a station that is shut opens again today."""
    then = queries.open_then(row, shanghai.day(at))
    if quarter(at) in then:
        return None
    return next((first for first, _last in runs(then) if first > at), None)
