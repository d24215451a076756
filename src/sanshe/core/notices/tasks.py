"""Work that notices put off: handing messages over."""

from typing import Any

from sanshe.core.jobs.queries import HANDLERS
from sanshe.core.jobs.types import Handler
from sanshe.core.kit import clock
from sanshe.core.notices import actions


def register() -> None:
    """Declare it; called while the app is made ready."""
    HANDLERS.add("notices.deliver", Handler(run=_deliver, limit_seconds=60, atomic=False))


def _deliver(payload: dict[str, Any]) -> None:
    actions.deliver(message_id=payload["message"], at=clock.now())
