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


@dataclass(frozen=True, slots=True)
class Figures:
    """What is counted of a month's appeals: all that came by what became of it, terms, verdicts; `open` and `overdue`
    are of any month. `met` and `missed` are first terms of handling, judged once the check passed."""

    received: int
    answered: int
    redirected: int
    declined: int
    accepted: int
    waiting: int
    closed: int
    withdrawn: int
    contacted: int
    contacted_late: int
    met: int
    missed: int
    called: int
    reached: int
    solved_solved: int
    solved_partly: int
    solved_unsolved: int
    said_satisfied: int
    said_fair: int
    said_dissatisfied: int
    said_unsaid: int
    open: int
    overdue: int

    @property
    def rated(self) -> int:
        """Silence is no rating."""
        return self.said_satisfied + self.said_fair + self.said_dissatisfied

    @property
    def contact_due(self) -> int:
        """Accepted ones whose first contact is judged."""
        return self.contacted + self.contacted_late
