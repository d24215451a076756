"""What incubation does by itself: every minute it looks for what ran out."""

from typing import Any

from sanshe.core.files.queries import GUARDS
from sanshe.core.jobs.queries import HANDLERS, RULES
from sanshe.core.jobs.types import Handler, Rule
from sanshe.core.kit import clock
from sanshe.incubation.actions.notice import publication
from sanshe.incubation.actions.screening import screening
from sanshe.incubation.queries.agreement.agreement import AGREEMENT, may_see_papers
from sanshe.incubation.queries.call import receipt
from sanshe.incubation.queries.call.application import KIND, may_see_files
from sanshe.incubation.queries.end import assessment
from sanshe.incubation.queries.notice.publication import in_notice
from sanshe.incubation.queries.stay.support import GRANT, may_see_scans


def register() -> None:
    """Called while the app is made ready."""
    HANDLERS.add("incubation.run_out", Handler(run=run_out, limit_seconds=60))
    RULES.add("incubation.run_out", Rule(every="minute", job="incubation.run_out"))
    GUARDS.add(KIND, may_see_files)
    GUARDS.add(receipt.KIND, receipt.may_see_scan)
    GUARDS.add(assessment.KIND, assessment.may_see_files)
    GUARDS.add(AGREEMENT, may_see_papers)
    GUARDS.add(GRANT, may_see_scans)


def run_out(payload: dict[str, Any]) -> None:
    """Returns nobody answered, windows that are over. Again is nothing."""
    clock.refresh()
    at = clock.now()
    screening.close_overdue(at=at)
    for batch in in_notice(at):
        publication.confirm_due(batch=batch, at=at)
