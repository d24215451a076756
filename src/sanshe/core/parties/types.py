"""Values of parties."""

from dataclasses import dataclass, field
from typing import Any

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
