"""What somebody has in hand by name, how it goes to somebody else when they leave; what a code is for."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Protocol
from uuid import UUID

from sanshe.core.kit.access import Actor


@dataclass(frozen=True, slots=True)
class Matter:
    """One open thing somebody has in hand by name. Who does not hold `needs` in `area_path` cannot go on with it."""

    key: UUID
    title: str
    url: str
    area_path: str
    needs: str
    day: date | None = None


class HandOver(Protocol):
    """Gives a matter to somebody else, or raises Refused: its app knows who may take it. What was done before stays
    under the name of who did it."""

    def __call__(self, *, key: UUID, person: UUID, to: Actor, by: Actor, at: datetime) -> None: ...


@dataclass(frozen=True, slots=True)
class Handing:
    """How one kind of duty by name is handed over. `held(person, at)` is what is open in this person's hands."""

    code: str
    label: Any
    held: Callable[[UUID, datetime], Sequence[Matter]]
    hand_over: HandOver


@dataclass(frozen=True, slots=True)
class InHand:
    """A matter with how it is handed over."""

    handing: Handing
    matter: Matter


@dataclass(frozen=True, slots=True)
class CodeUse:
    """What a code to a telephone is for, how long it holds, how many go to one number an hour, and its message."""

    code: str
    life: timedelta
    per_hour: int
    template: str

    @property
    def minutes(self) -> int:
        return int(self.life.total_seconds()) // 60
