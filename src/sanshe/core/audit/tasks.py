"""Work that audit puts off: sealing each minute, checking each night."""

from typing import Any
from uuid import UUID

from sanshe.core.audit import actions, queries
from sanshe.core.jobs.actions import progress
from sanshe.core.jobs.queries import HANDLERS, RULES, current
from sanshe.core.jobs.types import Handler, Rule
from sanshe.core.kit import clock
from sanshe.core.kit.access import SYSTEM, Actor


def register() -> None:
    """Declare them; called while the app is made ready."""
    HANDLERS.add("audit.seal", Handler(run=lambda payload: actions.seal(at_real=clock.real()), limit_seconds=300))
    HANDLERS.add("audit.check", Handler(run=_check, limit_seconds=3600, atomic=False))
    RULES.add("audit.seal", Rule(every="minute", job="audit.seal"))
    RULES.add("audit.check", Rule(every="day", at_hour=2, job="audit.check"))


def _check(payload: dict[str, Any]) -> None:
    """The night's check, or the one somebody asked for."""
    by = Actor(id=UUID(payload["by"]), name=payload["name"]) if "by" in payload else SYSTEM
    total = queries.sealed()[0]
    actions.check(by=by, at=clock.now(), progress=lambda n: progress(current(), n, total))
