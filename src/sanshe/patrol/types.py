"""Values of patrol."""

from collections.abc import Mapping
from dataclasses import astuple, dataclass, field
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from sanshe.patrol.enums import Missing, Outcome, Result


@dataclass(frozen=True, slots=True)
class Candidate:
    """Premises as a frame would hold them, in the order in which they are walked."""

    premises: UUID
    area_path: str
    compound: UUID
    kind: str


@dataclass(frozen=True, slots=True)
class Change:
    """Premises that a frame has and the last one had not, or the other way round, with the reason and its day."""

    premises: UUID
    area_path: str
    is_new: bool
    reason: str
    on: date


@dataclass(frozen=True, slots=True)
class Draft:
    """A frame before it is frozen: the doors, how it differs from the last one of the same kind, and its digest."""

    doors: tuple[Candidate, ...]
    changes: tuple[Change, ...]
    last: Any
    last_doors: int
    digest: str

    @property
    def new(self) -> int:
        return sum(one.is_new for one in self.changes)

    @property
    def gone(self) -> int:
        return len(self.changes) - self.new


@dataclass(frozen=True, slots=True)
class Said:
    """What the register last said of premises: when it was noted, of which day, and why."""

    noted_at: datetime
    on: date
    why: str


@dataclass(frozen=True, slots=True)
class Counted:
    """Stops of one compound in a round: what its visits come to, how many were sent to somebody, who walks them."""

    area_path: str
    compound: UUID
    name: str
    is_key: bool
    sums: "Sums"
    assigned: int
    walkers: tuple[UUID, ...]


@dataclass(frozen=True, slots=True)
class Seen:
    """One visit as the register folds it: `Event.went_at`, then device and number within it."""

    went_at: datetime
    device: str
    seq: int
    outcome: Outcome
    result: Result | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """One visit as a device or a desk tells it. `id` is made where it was noted; `noted_at` is told with the offset
    that the device learnt; `photos` are fingerprints of pictures that come with it or behind it; `corrects` a visit
    that was noted wrongly. `stop` is the door in its round; of a recheck it is the finding."""

    id: UUID
    stop: UUID
    noted_at: datetime
    outcome: Outcome
    result: Result | None = None
    kg: int | None = None
    is_kg_unknown: bool = False
    reason: Missing | None = None
    words: str = ""
    has_slip: bool = False
    answers: Mapping[str, str] = field(default_factory=dict)
    second_words: str = ""
    photos: tuple[str, ...] = ()
    corrects: UUID | None = None
    why: str = ""
    device: str = ""
    seq: int = 0
    offset: int = 0

    @property
    def went_at(self) -> datetime:
        """When it was: what the device said, and what its clock was off, as far as it had learnt."""
        return self.noted_at + timedelta(milliseconds=self.offset)

    @property
    def seen(self) -> Seen:
        return Seen(self.went_at, self.device, self.seq, self.outcome, self.result)


@dataclass(frozen=True, slots=True)
class Standing:
    """What the visits of a round to one door come to: nothing yet, or an outcome with the gravest thing seen; tries at
    a locked door by day."""

    outcome: Outcome | None = None
    result: Result | None = None
    visits: int = 0
    locked_days: int = 0
    is_try_owed: bool = False


@dataclass(frozen=True, slots=True)
class Sums:
    """A round below some paths. What is due is the sum of the five behind it; what was added stands beside it, and so
    do the doors among the locked ones to which one more try is owed."""

    due: int = 0
    checked: int = 0
    locked: int = 0
    refused: int = 0
    not_found: int = 0
    not_visited: int = 0
    added: int = 0
    try_owed: int = 0

    def __add__(self, other: "Sums") -> "Sums":
        return Sums(*(a + b for a, b in zip(astuple(self), astuple(other), strict=True)))

    @property
    def visited(self) -> int:
        return self.checked + self.locked + self.refused + self.not_found

    @property
    def denominator(self) -> int:
        return self.due - self.not_found
