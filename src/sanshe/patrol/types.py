"""Values of patrol."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID


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
    """Stops of one compound in a round: how many are in the frame, how many were added, who walks them."""

    area_path: str
    compound: UUID
    name: str
    is_key: bool
    due: int
    added: int
    assigned: int
    walkers: tuple[UUID, ...]
