"""What appeals do by themselves: every minute clocks run again that stood as long as they may."""

from typing import Any

from sanshe.appeals import actions
from sanshe.core.jobs.queries import HANDLERS, RULES
from sanshe.core.jobs.types import Handler, Rule
from sanshe.core.kit import clock


def register() -> None:
    """Called while the app is made ready."""
    HANDLERS.add("appeals.resume_due", Handler(run=resume_due, limit_seconds=60))
    RULES.add("appeals.resume_due", Rule(every="minute", job="appeals.resume_due"))


def resume_due(payload: dict[str, Any]) -> None:
    """Again is nothing."""
    clock.refresh()
    actions.resume_due(at=clock.now())
