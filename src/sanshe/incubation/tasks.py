"""What incubation does by itself: every minute it looks for what ran out."""

from typing import Any

from sanshe.core.files.queries import GUARDS
from sanshe.core.jobs.queries import HANDLERS, RULES
from sanshe.core.jobs.types import Handler, Rule
from sanshe.core.kit import clock
from sanshe.incubation.actions import objection, publication, screening
from sanshe.incubation.queries import receipt
from sanshe.incubation.queries.application import KIND, may_see_files
from sanshe.incubation.queries.closing import in_notice


def register() -> None:
    """Called while the app is made ready."""
    HANDLERS.add("incubation.run_out", Handler(run=run_out, limit_seconds=60))
    RULES.add("incubation.run_out", Rule(every="minute", job="incubation.run_out"))
    GUARDS.add(KIND, may_see_files)
    GUARDS.add(receipt.KIND, receipt.may_see_scan)


def run_out(payload: dict[str, Any]) -> None:
    """Returns nobody answered, objections nobody took further, windows that are over. Again is nothing."""
    clock.refresh()
    at = clock.now()
    screening.close_overdue(at=at)
    objection.close_due(at=at)
    for batch in in_notice(at):
        publication.confirm_due(batch=batch, at=at)
