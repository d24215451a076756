"""What objections do by themselves: every minute they close what nobody asked about again."""

from typing import Any

from sanshe.core.jobs.queries import HANDLERS, RULES
from sanshe.core.jobs.types import Handler, Rule
from sanshe.core.kit import clock
from sanshe.core.objections import actions


def register() -> None:
    """Called while the app is made ready."""
    HANDLERS.add("objections.close_due", Handler(run=close_due, limit_seconds=60))
    RULES.add("objections.close_due", Rule(every="minute", job="objections.close_due"))


def close_due(payload: dict[str, Any]) -> None:
    """Answered, and the days to ask for a review are over. Again is nothing."""
    clock.refresh()
    actions.close_due(at=clock.now())
