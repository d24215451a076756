"""Each minute: sessions end with the hours, bookings nobody came to are let go, questions lapse."""

from typing import Any

from sanshe.activities.actions import booking, session
from sanshe.core.jobs.queries import HANDLERS, RULES
from sanshe.core.jobs.types import Handler, Rule
from sanshe.core.kit import clock

CODE = "activities.minute"


def declare() -> None:
    """Called while the app is made ready."""
    HANDLERS.add(CODE, Handler(run=keep_time, limit_seconds=60))
    RULES.add(CODE, Rule(every="minute", job=CODE))


def keep_time(payload: dict[str, Any]) -> None:
    """Again is nothing."""
    clock.refresh()
    at = clock.now()
    booking.release_missed(at=at)
    session.lapse(at=at)
    session.shut(at=at)
