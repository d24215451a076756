"""What can be found again, and what was found."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Tracked:
    """A kind of matter. `pattern` is how its number is spelled, `example` shows it; `find(index)` gives the keys of the
    rows with this blind index (`rules.key` of number and telephone); `page(key)` is the address of one's own page.
    """

    label: Any
    example: str
    pattern: str
    find: Callable[[str], list[UUID]]
    page: Callable[[UUID], str]


@dataclass(frozen=True, slots=True)
class Matter:
    """A matter that was found: of which kind, its key, the number as it was asked for."""

    kind: str
    key: UUID
    number: str
