"""What somebody has in hand by name, as higher floors know it: asked before a term ends."""

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

HELD: list[Callable[[UUID, datetime], int]] = []


def held_by(person: UUID, at: datetime) -> int:
    """How many open duties somebody has by name."""
    return sum(count(person, at) for count in HELD)
