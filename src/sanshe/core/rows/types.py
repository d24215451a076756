"""What is declared of acts that can be taken back."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Mark:
    """A row as a page showed it: its model, its key, its version."""

    model: str
    key: UUID
    version: int


@dataclass(frozen=True, slots=True)
class Done:
    """An act that stands: when it was done and by whom (None: by whoever finds it), the moment behind which it stays
    although it is young, and whether somebody has acted on it since."""

    at: datetime
    by: UUID | None = None
    closes: datetime | None = None
    is_handled: bool = False


@dataclass(frozen=True, slots=True)
class Undoable:
    """How one kind of act is taken back for ten minutes.

    `find(request, key)` is its row for this visitor, `done(row)` the act while it stands, `undo(row)` puts the row back
    as it was before; it is recorded as `event`. `said` and `label` are the words of the page and of its button, `url`
    leads back. `withdraws`: afterwards there is a page that withdraws on record.
    """

    event: StrEnum
    said: Any
    label: Any
    find: Callable[[Any, UUID], Any]
    done: Callable[[Any], Done | None]
    undo: Callable[[Any], None]
    url: Callable[[Any], str]
    withdraws: bool = False


@dataclass(frozen=True, slots=True)
class Offer:
    """An act that can be taken back now, as its page offers it."""

    code: str
    key: UUID
    said: Any
    label: Any
    until: datetime
    minutes: int
