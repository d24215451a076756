"""Work that comes round: the codes whose term is over."""

from typing import Any

from sanshe.core.codes import actions
from sanshe.core.jobs.queries import HANDLERS, RULES
from sanshe.core.jobs.types import Handler, Rule
from sanshe.core.kit import clock


def register() -> None:
    """Declare it; called while the app is made ready."""
    HANDLERS.add("codes.end", Handler(run=_end, atomic=False))
    RULES.add("codes.end", Rule(every="day", at_hour=0, job="codes.end"))


def _end(payload: dict[str, Any]) -> None:
    actions.end_due(at=clock.now())
