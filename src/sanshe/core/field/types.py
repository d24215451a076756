"""Values of the field."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sanshe.core.field.enums import EventState
from sanshe.core.kit.access import Actor
from sanshe.core.kit.refused import Refused


@dataclass(frozen=True, slots=True)
class Told:
    """An event as the device tells it: `id` is made there, (`device`, `seq`) is its place in what the device noted,
    `offset` what the device had learnt of its clock, in milliseconds to be added to `noted_at`."""

    id: UUID
    device: UUID
    seq: int
    kind: str
    noted_at: datetime
    offset: int
    body: Mapping[str, Any]

    @property
    def at(self) -> datetime:
        """When it was noted, by the clock of this house as far as the device knew it; shown and ordered by."""
        return self.noted_at + timedelta(milliseconds=self.offset)

    @property
    def order(self) -> tuple[datetime, str, int]:
        """The order in which a register folds events, in whatever order they came."""
        return self.at, str(self.device), self.seq


class ForPerson(Refused):
    """An app keeps an event for a person: it may neither be taken nor refused without somebody looking at it."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a device is told of one event. `code` and `said` where it was not simply taken, `facts` what the app says,
    `is_known` that it had come before. One that nobody could read has no state: the device keeps it."""

    id: str
    state: EventState | None
    code: str = ""
    said: str = ""
    facts: Mapping[str, Any] = field(default_factory=dict)
    is_known: bool = False


@dataclass(frozen=True, slots=True)
class FieldKind:
    """What an app lets people note without a signal.

    `take(told, by, at)` does it, in a savepoint of its own: what it answers goes back to the device; it refuses by
    `Refused` and keeps the event for a person by `ForPerson`. `place(told)` is the area it belongs to ("" when nobody
    can tell). Who holds `needs` there may send; who holds `decides` decides what waits, reading `lines(told)`.
    `pull(by, at)` is all that a device works from; it takes the place of what the device had. `page` is the address of
    the page on the device.
    """

    label: Any
    needs: str
    decides: str
    take: Callable[[Told, Actor, datetime], Mapping[str, Any]]
    place: Callable[[Told], str]
    lines: Callable[[Told], Sequence[tuple[Any, Any]]]
    pull: Callable[[Actor, datetime], Mapping[str, Any]]
    page: str


@dataclass(frozen=True, slots=True)
class Count:
    """What the house has of a device: how many events, of which numbers none came, and the last."""

    received: int
    waiting: int
    last: int
    missing: tuple[int, ...]
