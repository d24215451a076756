"""Values of appeals."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Unit:
    """Who is to do something: a place whose people sign in (`path`), an organisation, or neither: then by its name."""

    name: str
    path: str = ""
    organisation: UUID | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """What somebody tells: their own words, where it is, who they are; no telephone: nobody is called back."""

    text: str
    place: str = ""
    name: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True)
class Taken:
    """What was taken in; `code` is shown once, to who left no telephone."""

    appeal: Any
    code: str = ""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where something open to everybody comes from, for counting only."""

    device: str
    address: str
    real: datetime
