"""Work that audit puts off: sealing each minute, checking each night."""

from typing import Any

from sanshe.core.audit import actions
from sanshe.core.jobs.queries import HANDLERS, RULES
from sanshe.core.jobs.types import Handler, Rule
from sanshe.core.kit import clock


def register() -> None:
    """Declare them; called while the app is made ready."""
    HANDLERS.add("audit.seal", Handler(run=lambda payload: actions.seal(at_real=clock.real()), limit_seconds=300))
    HANDLERS.add("audit.check", Handler(run=_check, limit_seconds=3600, atomic=False))
    RULES.add("audit.seal", Rule(every="minute", job="audit.seal"))
    RULES.add("audit.check", Rule(every="day", at_hour=2, job="audit.check"))


def _check(payload: dict[str, Any]) -> None:
    actions.check_in_the_night(at=clock.now())
