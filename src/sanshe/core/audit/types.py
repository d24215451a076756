"""What the record shows."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Entry:
    """One act as a page shows it."""

    id: UUID
    event: str
    label: str
    kind: str
    subject: str
    at: datetime
    by: UUID | None
    by_name: str
    area_path: str
    old: dict[str, Any]
    new: dict[str, Any]
    note: str
    seal: int | None

    @property
    def changes(self) -> list[tuple[str, Any, Any]]:
        """(field, old value, new value) for every field that either side names."""
        return [(name, self.old.get(name), self.new.get(name)) for name in {**self.old, **self.new}]
