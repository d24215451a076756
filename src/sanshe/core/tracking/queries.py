"""Find a matter by its number and the last four digits of the telephone."""

from uuid import UUID

from sanshe.core.kit.registry import Registry
from sanshe.core.privacy.adapters import blind
from sanshe.core.tracking import rules
from sanshe.core.tracking.types import Matter, Tracked

TRACKED: Registry[Tracked] = Registry("tracked kind")


def index_of(number: str, phone: str) -> str:
    """The blind index that a row of a tracked kind keeps (`BlindIndex`); empty where it cannot be found."""
    return blind(rules.key(number, phone))


def found(number: str, digits: str) -> list[Matter]:
    """The matters of this number and these digits: one, or two of different kinds. A number that nobody has costs what
    wrong digits cost: one look into the index of each kind that spells its numbers so."""
    index = index_of(number, digits)
    kinds = [code for code in TRACKED.codes() if rules.is_spelled(number, TRACKED[code].pattern)]
    return [Matter(code, key, rules.spelled(number)) for code in kinds for key in (TRACKED[code].find(index))]


def page_of(kind: str, key: UUID) -> str:
    """The address of one's own page of a matter."""
    return TRACKED[kind].page(key)
