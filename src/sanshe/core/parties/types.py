"""Values of parties."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Protocol
from uuid import UUID

from sanshe.core.kit.access import Actor
from sanshe.core.parties.enums import Kind, R


@dataclass(frozen=True, slots=True)
class CodeParts:
    """A credit code in its four parts as it is read back."""

    authority: str
    area: str
    body: str
    check: str
    kind: Kind


@dataclass(frozen=True, slots=True)
class CodeFault:
    """What is wrong with a credit code; `facts` fill the sentence."""

    code: R
    facts: dict[str, Any] = field(default_factory=dict)


class Follow(Protocol):
    """Gives what an app keeps for one organisation to the one it is merged into, or raises Refused where both cannot be
    one. Returns how many rows that were."""

    def __call__(self, *, organisation: UUID, into: UUID, by: Actor, at: datetime) -> int: ...
