"""What duties do by themselves: every morning they are reminded of."""

from typing import Any

from sanshe.core.duties import actions
from sanshe.core.jobs.queries import HANDLERS, RULES
from sanshe.core.jobs.types import Handler, Rule
from sanshe.core.kit import clock


def register() -> None:
    """Called while the apps are made ready."""
    HANDLERS.add("duties.remind", Handler(run=remind, limit_seconds=600, atomic=False))
    RULES.add("duties.remind", Rule(every="day", job="duties.remind", at_hour=8))


def remind(payload: dict[str, Any]) -> None:
    """Every day at eight; a day on which nobody ran is made up for by the next. Again is nothing."""
    clock.refresh()
    actions.remind(at=clock.now())
