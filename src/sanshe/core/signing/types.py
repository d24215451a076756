"""Values of signing."""

from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from sanshe.core.signing.enums import Fault, Grade


@dataclass(frozen=True, slots=True)
class Proof:
    """What a signature rests on: the code that went to the signer's telephone and the browser that asked for it, or the
    witness and the fingerprint of the scanned paper."""

    code: UUID | None = None
    device: str = ""
    witness: str = ""
    paper: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A signature before it is put into its chain: `text` is exactly what was shown, `variant` how (large type)."""

    grade: Grade
    text: str
    name: str
    signed_at: datetime
    area_path: str
    keep_until: date
    proof: Proof
    phone: str = ""
    variant: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """A signature as its chain binds it in: no name, no telephone, only what fingerprints say of them."""

    chain: UUID
    number: int
    previous: str
    grade: Grade
    sha256: str
    sm3: str
    variant: str
    signer: str
    signed_at: datetime
    received_at: datetime
    proof: str


@dataclass(frozen=True, slots=True)
class Kept:
    """A link as it is kept with its digest. The person and the text are None once they were destroyed."""

    link: Link
    digest: str
    person: tuple[str, ...] | None
    text: bytes | None


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check of a chain found: how many links stand, and each fault with the number of its link."""

    links: int
    head: str
    faults: tuple[tuple[int, Fault], ...] = field(default=())

    @property
    def holds(self) -> bool:
        return not self.faults
