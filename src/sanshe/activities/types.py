"""Values of activities."""

from dataclasses import dataclass
from datetime import datetime, time
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Span:
    """From when to when on a weekday (1 is Monday), by a Shanghai clock; half open."""

    weekday: int
    opens: time
    closes: time


@dataclass(frozen=True, slots=True)
class Change:
    """Hours that differ from the timetable on one day; half open."""

    starts_at: datetime
    ends_at: datetime
    is_open: bool


@dataclass(frozen=True, slots=True)
class Plan:
    """A space as it is set up: its name, its sound, its zones with how many they hold (None: nobody counts)."""

    name: str
    sound: str
    zones: tuple[tuple[str, int | None], ...]


@dataclass(frozen=True, slots=True)
class Place:
    """A zone as somebody at the door finds it: how many it takes today, who uses it, who booked it and from when."""

    zone: UUID
    space: UUID
    most: int | None
    session: UUID | None = None
    booked_from: datetime | None = None
    booked_by: str = ""

    @property
    def is_free(self) -> bool:
        return self.session is None and self.booked_from is None


@dataclass(frozen=True, slots=True)
class Counts:
    """People of a session in three kinds, each by its own name; None: the keeper has not counted."""

    named: int = 0
    told: int = 0
    seen: int | None = None


@dataclass(frozen=True, slots=True)
class Leader:
    """Who leads a group or stands in for its leader."""

    name: str
    phone: str
