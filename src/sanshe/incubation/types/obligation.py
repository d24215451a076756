"""Something that somebody owes by a day: what to-dos and reminders are made of."""

from dataclasses import dataclass
from uuid import UUID

from sanshe.core.calendar.types import Due


@dataclass(frozen=True, slots=True)
class Obligation:
    """One thing due. `key` names it for life (a reminder goes out once for it); `organisation` owes it, or nobody
    outside, and then whoever holds the permission `needs` at `area_path` does. `detail` says whose or which one,
    `batch` to whose stay it belongs."""

    kind: str
    key: str
    area_path: str
    due: Due
    url: str
    detail: str
    needs: str = ""
    organisation: UUID | None = None
    batch: UUID | None = None
