"""What the record shows."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from types import ModuleType
from typing import Any
from uuid import UUID

from sanshe.core.kit import shanghai


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
    name: str = ""
    url: str = ""

    @property
    def changes(self) -> list[tuple[str, Any, Any]]:
        """(field, old value, new value) for every field that either side names."""
        return [(name, self.old.get(name), self.new.get(name)) for name in {**self.old, **self.new}]


@dataclass(frozen=True, slots=True)
class Said:
    """One finding in plain words: what happened to which event, and in which fields."""

    fault: str
    word: str
    place: int
    at: str
    about: str
    fields: str


@dataclass(frozen=True, slots=True)
class Link:
    """One seal as the chain shows it. `state`: holds, broken, unreliable (behind a broken one) or unchecked.

    `sealed_at` is the machine's clock; `since` and `until` are when business was done that it holds.
    """

    number: int
    sealed_at: datetime | None
    count: int
    root: str
    previous: str
    state: str
    said: tuple[Said, ...] = ()
    rest: int = 0
    since: datetime | None = None
    until: datetime | None = None

    @property
    def is_one_day(self) -> bool:
        """Whether all it holds was done within a day."""
        return bool(self.since and self.until and shanghai.day(self.since) == shanghai.day(self.until))


@dataclass(frozen=True, slots=True)
class PackContents:
    """What a proof pack holds beside the record: `rows` are JSON files by name, `files` all others, `acts` the subjects
    (kind -> ids) whose acts are proven. Nothing in it depends on when it is made."""

    about: str
    rows: Mapping[str, Any]
    acts: Mapping[str, Collection[str]]
    files: Mapping[str, bytes] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PackKind:
    """How a case is packed. `part`: the module of rules that checks its own files (`main`, by `rules.pack.answer`);
    `event`: the act of packing; `without`: other acts that only look at the case and are not packed."""

    part: ModuleType
    event: StrEnum
    contents: Callable[[Any], PackContents]
    without: Collection[str] = ()
