"""What the search for relations compares: fingerprints of names and phones, ids of organisations."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Member:
    """A panelist as far as relations go. Texts are blind-index values, never the clear text."""

    name: str
    phone: str = ""
    employer: str = ""
    supervised: frozenset[str] = field(default_factory=frozenset)
    affiliates: frozenset[str] = field(default_factory=frozenset)


@dataclass(frozen=True, slots=True)
class Applicant:
    """An applicant as far as relations go."""

    organisation: str
    legal_representatives: frozenset[str] = field(default_factory=frozenset)
    founders: frozenset[str] = field(default_factory=frozenset)
    contacts: frozenset[str] = field(default_factory=frozenset)
    phones: frozenset[str] = field(default_factory=frozenset)
    employers: frozenset[str] = field(default_factory=frozenset)
