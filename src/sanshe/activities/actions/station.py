"""Stations: opened, made of spaces and zones, open at hours that are published and changed for a day."""

import secrets
from collections.abc import Collection, Sequence
from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, transaction

from sanshe.activities.actions.booking import displace
from sanshe.activities.enums import E, R
from sanshe.activities.models import HeadLimit, HoursChange, Space, Station, Timetable, TimetableSpan, Zone
from sanshe.activities.rules import hours
from sanshe.activities.rules import station as rules
from sanshe.activities.types import Change, Plan, Span
from sanshe.core.kit import shanghai
from sanshe.core.kit.access import Actor
from sanshe.core.kit.refused import Refused, insist
from sanshe.core.rows.actions import change as change_row
from sanshe.core.rows.actions import record

DOOR_BYTES = 9  # twelve characters: nobody guesses a door


@transaction.atomic
def open_station(
    *, area_path: str, name: str, address: str = "", plans: Sequence[Plan] = (), by: Actor, at: datetime
) -> Station:
    """A station with its spaces."""
    insist(None if name.strip() else R.NO_NAME)
    said = {"name": name.strip(), "address": address.strip()}
    try:
        with transaction.atomic():
            door = secrets.token_urlsafe(DOOR_BYTES)
            row = Station.objects.create(area_path=area_path, door=door, opened_at=at, **said)
    except IntegrityError as error:
        raise Refused(R.NAME_TAKEN) from error
    record(E.STATION_OPENED, row, by=by, at=at, **said)
    for plan in plans:
        add_space(station=row, plan=plan, by=by, at=at)
    return row


@transaction.atomic
def add_space(*, station: Station, plan: Plan, by: Actor, at: datetime) -> Space:
    """A hall with its zones, or a room that is one zone."""
    insist(rules.refusal_of_plan(plan))
    insist(R.NAME_TAKEN if station.spaces.filter(name=plan.name.strip()).exists() else None)
    number = station.spaces.count() + 1
    said: dict[str, Any] = {"name": plan.name.strip(), "sound": plan.sound}
    row = Space.objects.create(station=station, area_path=station.area_path, place_no=number, **said)
    Zone.objects.bulk_create(
        Zone(space=row, area_path=station.area_path, place_no=no, name=zone.strip(), capacity=most)
        for no, (zone, most) in enumerate(plan.zones, start=1)
    )
    record(E.SPACE_ADDED, row, by=by, at=at, zones=[list(one) for one in plan.zones], **said)
    return row


@transaction.atomic
def renew_door(*, station: Station, by: Actor, at: datetime) -> Station:
    """Another code at the door: the one before opens nothing any more."""
    change_row(station, door=secrets.token_urlsafe(DOOR_BYTES))
    record(E.DOOR_RENEWED, station, by=by, at=at)
    return station


@transaction.atomic
def publish_hours(*, station: Station, spans: Collection[Span], starts_on: date, by: Actor, at: datetime) -> Timetable:
    """Opening hours from a day on; those before stay for the days before."""
    insist(hours.refusal_of_spans(spans))
    insist(R.PAST if starts_on < shanghai.day(at) else None, field="starts_on")
    said: dict[str, Any] = {"starts_on": starts_on, "published_at": at, "published_by": by.id}
    row = Timetable.objects.create(station=station, area_path=station.area_path, **said)
    TimetableSpan.objects.bulk_create(
        TimetableSpan(timetable=row, weekday=one.weekday, opens=one.opens, closes=one.closes) for one in spans
    )
    told = [f"{one.weekday} {one.opens:%H:%M}-{one.closes:%H:%M}" for one in spans]
    record(E.HOURS_PUBLISHED, station, by=by, at=at, starts_on=starts_on, spans=told)
    return row


@transaction.atomic
def adjust(
    *,
    station: Station,
    change: Change,
    ground: str,
    space: Space | None = None,
    is_emergency: bool = False,
    by: Actor,
    at: datetime,
) -> HoursChange:
    """Other hours for a day. What was booked in hours that are taken away is displaced, and missed by nobody."""
    insist(hours.refusal_to_change(change=change, ground=ground, is_emergency=is_emergency, at=at))
    said = {"starts_at": change.starts_at, "ends_at": change.ends_at, "is_open": change.is_open}
    row = HoursChange.objects.create(
        station=station, space=space, area_path=station.area_path, ground=ground.strip(), noted_at=at, **said
    )
    record(E.HOURS_ADJUSTED, station, by=by, at=at, ground=row.ground, space=space.name if space else "", **said)
    if not change.is_open:
        zones = Zone.objects.filter(space__station=station, **({"space": space} if space else {}))
        some = hours.quarters(change.starts_at, change.ends_at)
        displace(zones=[one.pk for one in zones], some=some, ground=row.ground, by=by, at=at)
    return row


@transaction.atomic
def limit_heads(
    *,
    station: Station,
    percent: int | None,
    starts_on: date,
    ends_on: date | None = None,
    ground: str,
    by: Actor,
    at: datetime,
) -> HeadLimit:
    """How many percent of its people a station takes for a time."""
    insist(rules.refusal_of_percent(percent))
    insist(None if ground.strip() else R.NO_GROUND, field="ground")
    insist(R.SPAN_WRONG if ends_on and ends_on < starts_on else None, field="ends_on")
    said: dict[str, Any] = {"percent": percent, "starts_on": starts_on, "ends_on": ends_on, "ground": ground.strip()}
    row = HeadLimit.objects.create(station=station, area_path=station.area_path, noted_at=at, **said)
    record(E.HEADS_LIMITED, station, by=by, at=at, **said)
    return row
