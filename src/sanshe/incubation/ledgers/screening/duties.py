"""What waits to be judged in the screening."""

from datetime import datetime
from typing import Any

from sanshe.core.kit.access import Actor
from sanshe.incubation.enums.access import P
from sanshe.incubation.enums.call.application import ApplicationState
from sanshe.incubation.enums.call.batch import BatchState
from sanshe.incubation.ledgers.duties import holder, of_batch, page_of_batch, tell
from sanshe.incubation.models import Application


def _waiting(actor: Actor, at: datetime) -> Any:
    """For the first time or mended."""
    states = [BatchState.OPEN, BatchState.SCREENING]
    return Application.objects.filter(state=ApplicationState.SUBMITTED, batch__state__in=states)


SOURCES = (
    holder(
        "screening", (P.SCREENING_JUDGE, P.BATCH_READ), _waiting, page_of_batch("screening"),
        **of_batch(scope="batch__area_path", day="batch__screening_until", facts=("batch__name",), is_last_day=True),
    ),
)  # fmt: skip


def declare() -> None:
    """Tell the house; called once while the app is made ready."""
    tell(SOURCES)
