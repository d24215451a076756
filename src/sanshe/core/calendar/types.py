"""Values of the calendar."""

import datetime
from dataclasses import dataclass

from sanshe.core.calendar.enums import DayKind
from sanshe.core.kit import shanghai


@dataclass(frozen=True, slots=True)
class Due:
    """A last day, 24:00 Shanghai unless an hour is printed."""

    day: datetime.date
    hour: int | None = None
    kind: DayKind = DayKind.WORKDAY

    @property
    def moment(self) -> datetime.datetime:
        """The first moment that is too late, in UTC."""
        if self.hour is None:
            return shanghai.moment(self.day + datetime.timedelta(days=1))
        return shanghai.moment(self.day) + datetime.timedelta(hours=self.hour)


@dataclass(frozen=True, slots=True)
class Left:
    """What is left: `n` of `kind`; hours when it ends within a day; over when the moment has passed."""

    n: int
    kind: DayKind
    is_over: bool = False


@dataclass(frozen=True, slots=True)
class Clock:
    """A deadline as it is shown: what is left of how many, in which kind of day; `share` is the part used, 0 to 100."""

    label: str
    due: Due
    left: Left
    whole: int = 0
    share: int = 0
    is_paused: bool = False
    done_at: datetime.datetime | None = None
    note: str = ""
