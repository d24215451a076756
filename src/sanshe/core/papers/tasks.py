"""What papers do in the background: make sets of papers."""

from typing import Any
from uuid import UUID

from sanshe.core.files.queries import GUARDS
from sanshe.core.jobs.queries import HANDLERS
from sanshe.core.jobs.types import Handler
from sanshe.core.kit import clock
from sanshe.core.papers import actions
from sanshe.core.papers.queries import papers as queries


def register() -> None:
    """Called while the app is made ready. A set is not one transaction: each of its papers is, and shows at once."""
    HANDLERS.add(actions.JOB, Handler(run=make_set, limit_seconds=180, atomic=False))
    GUARDS.add(actions.PLACE, queries.may_open_set)


def make_set(payload: dict[str, Any]) -> None:
    """One set of papers, at the time of business."""
    actions.make_set(set_id=UUID(payload["set"]), at=clock.now())
