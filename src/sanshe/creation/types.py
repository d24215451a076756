"""Values of creation."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sanshe.creation.enums import Source, State, TitleState


@dataclass(frozen=True, slots=True)
class Criterion:
    """One criterion of a standard: its number, what it asks, what shows it, and which record of this house."""

    no: int
    text: str
    source: Source
    record: str = ""

    def plain(self) -> dict[str, Any]:
        return {"no": self.no, "text": self.text, "source": str(self.source), "record": self.record}

    @classmethod
    def of(cls, kept: dict[str, Any]) -> "Criterion":
        return cls(kept["no"], kept["text"], Source(kept["source"]), kept["record"])


@dataclass(frozen=True, slots=True)
class Terms:
    """The terms of a scheme: of a title, of coming back, of renewing, the share a level above needs (percent)."""

    months: int = 12
    retry_months: int = 3
    revoked_months: int = 12
    share: int = 60
    renew_from: int = 60
    renew_to: int = 10


@dataclass(frozen=True, slots=True)
class Past:
    """How an earlier application of the same applicant ended, and when; a revoked title too."""

    state: State
    title: TitleState | None
    on: date


@dataclass(frozen=True, slots=True)
class Asked:
    """Whose record is asked for: the unit, else the place; as it is at a moment."""

    organisation: UUID | None
    area_path: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Record:
    """What a record of this house says of an applicant: in words, with the address it is found at. `is_met`: there is
    something; what it is worth is for who recommends."""

    text: str
    url: str
    is_met: bool = True


@dataclass(frozen=True, slots=True)
class RecordSource:
    """A record that a criterion may ask for. `find` answers None where there is none."""

    label: Any
    find: Callable[[Asked], Record | None]


@dataclass(frozen=True, slots=True)
class Holder:
    """A title as values: its state, and the first and last day of its term."""

    state: TitleState
    starts_on: date
    ends_on: date
