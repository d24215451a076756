"""Values of stories."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sanshe.core.kit.access import Actor
from sanshe.stories.enums import Basis, State


@dataclass(frozen=True, slots=True)
class Case:
    """A case that may be cited. `free_from` is the first moment at which it can no longer be opened again; None while
    it is not closed."""

    kind: str
    key: UUID
    number: str
    free_from: datetime | None

    def is_open(self, at: datetime) -> bool:
        return self.free_from is None or at < self.free_from


@dataclass(frozen=True, slots=True)
class CaseSource:
    """An app whose cases are cited: found by number in the districts of who writes, and looked at again
    by district and key."""

    label: Any
    find: Callable[[Actor, str], Case | None]
    again: Callable[[str, UUID], Case | None]


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence as it is written: its text, what it rests on, and whom it is about."""

    text: str
    basis: Basis = Basis.NONE
    case: Case | None = None
    event: str = ""
    sources: str = ""
    person: UUID | None = None


@dataclass(frozen=True, slots=True)
class Tally:
    """Sentences of a story by what they rest on, and how many went with a consent."""

    events: int = 0
    sources: int = 0
    feelings: int = 0
    bare: tuple[int, ...] = ()
    omitted: int = 0

    @property
    def whole(self) -> int:
        return self.events + self.sources + self.feelings + len(self.bare)


@dataclass(frozen=True, slots=True)
class Ready:
    """What publishing asks: sentences without a source, cases that can still be opened, consents that are missing."""

    state: State
    bare: tuple[int, ...] = ()
    open_cases: tuple[str, ...] = ()
    missing: tuple[tuple[str, str], ...] = ()
