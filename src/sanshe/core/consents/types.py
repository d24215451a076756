"""Values of consents."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sanshe.core.consents.enums import Capacity, Medium, State
from sanshe.core.kit.access import Actor


@dataclass(frozen=True, slots=True)
class Matter:
    """What people are asked about: its title as they read it, where it belongs, and its page."""

    kind: str
    key: UUID
    title: str
    area_path: str
    page: str


@dataclass(frozen=True, slots=True)
class Ended:
    """A consent that no longer holds: whoever shows this person in this way takes it away."""

    kind: str
    subject: UUID
    person: UUID
    medium: Medium
    part: str


@dataclass(frozen=True, slots=True)
class Use:
    """A kind of matter that needs consents. `find(actor, key)` is the matter for whoever may ask there; `ended` takes
    away what rested on a consent, in the transaction of its end."""

    label: Any
    find: Callable[[Actor, UUID], Matter | None]
    ended: Callable[[Ended, Actor, datetime], None]


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked: which media, for how many months, with an answer by which day; whom it shows, and who answers."""

    media: tuple[Medium, ...]
    part: str
    months: int
    answer_by: date
    capacity: Capacity = Capacity.OWN
    guardian: str = ""


@dataclass(frozen=True, slots=True)
class Earlier:
    """A medium that was asked about before."""

    asked_on: date
    state: State
    ends_on: date | None = None


@dataclass(frozen=True, slots=True)
class Life:
    """What the stage of a consent follows from."""

    state: State
    answer_by: date
    ends_on: date | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """What somebody says of each medium: those they agree to, those they do not."""

    given: tuple[Medium, ...] = ()
    declined: tuple[Medium, ...] = ()

    @property
    def media(self) -> tuple[Medium, ...]:
        return (*self.given, *self.declined)
