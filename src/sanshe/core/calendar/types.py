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
    minute: int = 0

    @property
    def moment(self) -> datetime.datetime:
        """The first moment that is too late, in UTC."""
        if self.hour is None:
            return shanghai.moment(self.day + datetime.timedelta(days=1))
        return shanghai.moment(self.day) + datetime.timedelta(hours=self.hour, minutes=self.minute)


@dataclass(frozen=True, slots=True)
class Span:
    """From when to when offices work, once or twice a day."""

    opens: datetime.time
    closes: datetime.time


@dataclass(frozen=True, slots=True)
class Hours:
    """The hours that offices keep on working days from a day on, until others are set."""

    starts_on: datetime.date
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Term:
    """How long something may take: `n` working hours, working days, hours or days."""

    n: int
    kind: DayKind


@dataclass(frozen=True, slots=True)
class Pause:
    """A time during which a clock stood still."""

    start: datetime.datetime
    end: datetime.datetime


@dataclass(frozen=True, slots=True)
class Left:
    """What is left: `n` of `kind`; hours and minutes when it ends within a day; over when the moment has passed."""

    n: int
    kind: DayKind
    is_over: bool = False
    minutes: int = 0


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

    @property
    def is_near(self) -> bool:
        """Whether it ends today or on the next day that counts."""
        return self.left.kind == DayKind.HOUR or self.left.n <= 1


@dataclass(frozen=True, slots=True)
class Bar:
    """A stretch of days in a chart of deadlines, both ends included; `state`: done, now, plan, or nothing."""

    first: datetime.date
    last: datetime.date
    text: str = ""
    state: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """A stretch of one line of the chart, `span` days wide: a bar, or the empty paper that may hold a bar's text."""

    span: int
    state: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Day:
    """One column of the chart; `mark`: off, makeup, now, or nothing. Mondays and today carry their number. `x`: where
    it begins, in per cent of the chart."""

    day: datetime.date
    mark: str
    number: str
    x: str


@dataclass(frozen=True, slots=True)
class Chart:
    """Several deadlines side by side across holidays, ready to be written as a table."""

    months: tuple[tuple[datetime.date, int], ...]
    days: tuple[Day, ...]
    lanes: tuple[tuple[str, tuple[Cell, ...]], ...]

    @property
    def step(self) -> str:
        """How wide a day is, in per cent."""
        return f"{100 / len(self.days):.4f}"
