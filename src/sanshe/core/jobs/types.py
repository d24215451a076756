"""What an app declares about its work: how to do it, how long it may take, when it comes round again."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Handler:
    """How a code of work is done.

    `atomic` work runs in one transaction with the note that it is done, so it happens once or not at all. Long work
    that must not hold the database (an export) sets it False and must bear being done twice.
    """

    run: Callable[[dict[str, Any]], object]
    limit_seconds: int = 60
    attempts: int = 3
    atomic: bool = True


@dataclass(frozen=True, slots=True)
class Rule:
    """Work that comes round: every minute, every hour, or every day at an hour of Shanghai."""

    every: Literal["minute", "hour", "day"]
    job: str
    at_hour: int = 3


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a piece of work is. `state`: waiting, running, done, failed or lost."""

    id: UUID
    code: str
    state: str
    done: int
    of: int
    note: str

    @property
    def percent(self) -> int:
        """Whole percent, 100 only when the work is done."""
        if self.state == "done":
            return 100
        return min(99, 100 * self.done // self.of) if self.of else 0

    @property
    def is_over(self) -> bool:
        return self.state in ("done", "failed", "lost")
