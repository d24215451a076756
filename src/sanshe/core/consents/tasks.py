"""What consents do by themselves: each night what rests on one that ran out goes."""

from typing import Any

from sanshe.core.consents import actions
from sanshe.core.jobs.queries import HANDLERS, RULES
from sanshe.core.jobs.types import Handler, Rule
from sanshe.core.kit import clock


def register() -> None:
    """Called while the app is made ready."""
    HANDLERS.add("consents.expire_over", Handler(run=expire_over, limit_seconds=300))
    RULES.add("consents.expire_over", Rule(every="day", at_hour=1, job="consents.expire_over"))


def expire_over(payload: dict[str, Any]) -> None:
    """Again is nothing."""
    clock.refresh()
    actions.expire_over(at=clock.now())
