"""What everybody may know of stations: hours, free zones, names of groups. Nothing else stands here."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.urls import reverse

from sanshe.activities.enums import GroupState
from sanshe.activities.models import Station
from sanshe.activities.pages.station import Line, zones
from sanshe.activities.phrases import DOOR_LINE, DOOR_NONE_OPEN
from sanshe.activities.queries import group as groups
from sanshe.activities.queries import station as queries
from sanshe.activities.rules.hours import quarter, said
from sanshe.core.areas.queries import name_of
from sanshe.core.kit import shanghai

SHOWN = (GroupState.FILED, GroupState.ACTIVE)


@dataclass(frozen=True, slots=True)
class Told:
    """A station today: where, when it is open, which zones are free now, who plays there."""

    row: Station
    place: str
    hours: str
    is_open: bool
    zones: tuple[Line, ...]
    groups: tuple[str, ...]

    @property
    def free(self) -> int:
        return sum(one.is_free for one in self.zones)


def told(row: Station, at: datetime) -> Told:
    """One station."""
    then = queries.open_then(row, shanghai.day(at))
    names = groups.of_station(row).filter(state__in=SHOWN).order_by("number").values_list("name", flat=True)
    lines = tuple(zones(row, at))
    return Told(row, name_of(row.area_path), said(then), quarter(at) in then, lines, tuple(names))


def shown(paths: Sequence[str], at: datetime) -> tuple[str, Any] | None:
    """The door of activities on the front page: how many stations are open now."""
    rows = list(queries.public(paths))
    if not rows:
        return None
    n = sum(quarter(at) in queries.open_then(one, shanghai.day(at)) for one in rows)
    line = DOOR_LINE.format(n=n, m=len(rows)) if n else DOOR_NONE_OPEN.format(m=len(rows))
    return reverse("activities:stations"), line
