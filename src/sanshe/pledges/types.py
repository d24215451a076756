"""Values of pledges."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sanshe.core.signing.enums import Grade
from sanshe.pledges.enums import PledgeState


@dataclass(frozen=True, slots=True)
class Life:
    """What the stage of a pledge follows from."""

    state: PledgeState
    effective_at: datetime
    ends_on: date
    ended_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Term:
    """When a campaign takes signatures, and for how many months one holds."""

    opens_on: date
    closes_on: date
    months: int
    is_closed: bool = False


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody who signs on a telephone says: the text they read, by its digest, and that they are of age."""

    name: str
    phone: str
    read: str
    is_adult: bool
    is_large: bool = False
    unit: UUID | None = None
    community: str = ""
    session: UUID | None = None


@dataclass(frozen=True, slots=True)
class Earlier:
    """What is known of a telephone and a browser in a campaign: a pledge that stands there, whether its signer has the
    same name, and whether this browser signed for another telephone."""

    signed_on: date | None = None
    is_same_name: bool = True
    is_others_device: bool = False


@dataclass(frozen=True, slots=True)
class PaperRow:
    """One line of a signed sheet."""

    name: str
    phone: str = ""


@dataclass(frozen=True, slots=True)
class Tally:
    """Pledges in force by grade. A sum is never shown without its parts."""

    own_key: int = 0
    own_phone: int = 0
    witnessed: int = 0

    @property
    def whole(self) -> int:
        return self.own_key + self.own_phone + self.witnessed

    @classmethod
    def of(cls, counts: dict[str, int]) -> "Tally":
        return cls(*(counts.get(grade, 0) for grade in Grade))


@dataclass(frozen=True, slots=True)
class Coverage:
    """Signatures of a unit beside its own count of drivers; no rate where there is no count, or more signatures."""

    signed: int
    drivers: int | None
    as_of: date | None

    @property
    def is_over(self) -> bool:
        return self.drivers is not None and self.signed > self.drivers

    @property
    def permille(self) -> int | None:
        """In tenths of a percent, rounded half up; None where no rate is shown."""
        if not self.drivers or self.is_over:
            return None
        return (self.signed * 2000 + self.drivers) // (2 * self.drivers)
