"""Stations: which one sees, what they are made of, when they are open, what is free."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from sanshe.activities.enums import P
from sanshe.activities.models import Claim, HeadLimit, HoursChange, Space, Station, Timetable, Use, Zone
from sanshe.activities.rules.hours import QUARTER, open_quarters, quarter
from sanshe.activities.rules.station import WHOLE, limited
from sanshe.activities.types import Change, Place, Span
from sanshe.core.kit import shanghai
from sanshe.core.kit.access import Actor
from sanshe.core.rows.queries import within


def stations(actor: Actor, code: str = P.READ) -> QuerySet[Station]:
    return Station.objects.filter(within(actor.paths(code)))


def station(actor: Actor, key: UUID, code: str = P.READ) -> Station | None:
    return stations(actor, code).filter(pk=key).first()


def public(paths: Iterable[str]) -> QuerySet[Station]:
    """Those of these places, for everybody."""
    return Station.objects.filter(within(paths)).order_by("area_path", "name")


def open_to_all(key: UUID) -> Station | None:
    """One of them: whoever knows its address may come."""
    return Station.objects.filter(pk=key).first()


def at_door(door: str) -> Station | None:
    """The station whose code was scanned."""
    return Station.objects.filter(door=door).first()


def spaces(row: Station) -> list[Space]:
    """Its spaces in order, each with its zones."""
    return list(row.spaces.prefetch_related("zones"))


def zones(row: Station, keys: Iterable[UUID]) -> list[Zone]:
    """Zones of one space of this station, in order; none when they are of several."""
    found = list(Zone.objects.select_related("space").filter(space__station=row, pk__in=list(keys)))
    return found if len({zone.space_id for zone in found}) == 1 else []


def spans(row: Station, day: date) -> list[Span]:
    """The hours in force on a day, by the timetable that was published for it last."""
    table = Timetable.objects.filter(station=row, starts_on__lte=day).order_by("-starts_on", "-published_at").first()
    return [Span(one.weekday, one.opens, one.closes) for one in table.spans.all()] if table else []


def changes(row: Station, day: date, space: UUID | None = None) -> list[HoursChange]:
    """What differs on a day for the whole station, and for one space of it."""
    of = Q(space=None) | Q(space=space) if space else Q(space=None)
    first, end = shanghai.moment(day), shanghai.end(day)
    return list(HoursChange.objects.filter(of, station=row, starts_at__gte=first, starts_at__lt=end))


def open_then(row: Station, day: date, space: UUID | None = None) -> frozenset[datetime]:
    """The quarters of a day in which the station, or one space of it, is open."""
    some = [Change(one.starts_at, one.ends_at, one.is_open) for one in changes(row, day, space)]
    return open_quarters(day, spans(row, day), some)


def percent_on(row: Station, day: date) -> int:
    """The strictest limit of that day; the whole when there is none."""
    of = Q(ends_on__gte=day) | Q(ends_on=None)
    found = HeadLimit.objects.filter(of, station=row, starts_on__lte=day)
    return min(found.values_list("percent", flat=True), default=WHOLE)


def places(row: Station, at: datetime) -> dict[UUID, list[Place]]:
    """The zones of each space as somebody finds them at the door now: what begins within a quarter is taken."""
    percent, now = percent_on(row, shanghai.day(at)), quarter(at)
    uses = dict(Use.objects.filter(zone__space__station=row, until=None).values_list("zone_id", "session_id"))
    held = Claim.objects.filter(zone__space__station=row, starts_at__in=[now, now + QUARTER])
    booked = {claim.zone_id: claim.booking for claim in held.select_related("booking__group").order_by("-starts_at")}
    found: defaultdict[UUID, list[Place]] = defaultdict(list)
    for zone in Zone.objects.filter(space__station=row).select_related("space"):
        claim = booked.get(zone.pk)
        of = (claim.starts_at, claim.group.name) if claim else (None, "")
        most = limited(zone.capacity, percent)
        found[zone.space_id].append(Place(zone.pk, zone.space_id, most, uses.get(zone.pk), *of))
    return dict(found)


def chosen(row: Station, keys: Sequence[UUID], at: datetime) -> list[Place]:
    """These zones as they are found now; none when they lie in several spaces or elsewhere."""
    of_one = [[one for one in some if one.zone in keys] for some in places(row, at).values()]
    found = [some for some in of_one if some]
    return found[0] if len(found) == 1 and len(found[0]) == len(set(keys)) else []
