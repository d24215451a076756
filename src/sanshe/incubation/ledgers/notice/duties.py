"""From the approved decision to the public list."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.db.models import OuterRef, Subquery

from sanshe.core.kit.access import Actor
from sanshe.core.notices.enums import State
from sanshe.core.notices.models import PublicNotice
from sanshe.incubation.enums.access import P
from sanshe.incubation.enums.call.batch import BatchState
from sanshe.incubation.ledgers.duties import RUNNING, holder, page_of_batch, tell
from sanshe.incubation.models import Batch
from sanshe.incubation.queries.notice.publication import NOTICE


def _batches() -> Any:
    """Batches with the state of the newest notice of their list."""
    newest = PublicNotice.objects.filter(kind=NOTICE, subject=OuterRef("pk")).order_by("-drafted_at")
    return Batch.objects.exclude(state__in=RUNNING).annotate(notice=Subquery(newest.values("state")[:1]))


def _to_draft(actor: Actor, at: datetime) -> Any:
    return _batches().filter(state=BatchState.DECIDED, notice=None)


def _in_state(state: State) -> Callable[[Actor, datetime], Any]:
    return lambda actor, at: _batches().filter(notice=state)


_BATCH, _PAGE = {"subject": "pk", "facts": ("name",)}, page_of_batch("publication")
SOURCES = (
    holder("draft", (P.PUBLICATION_DRAFT, P.BATCH_READ), _to_draft, _PAGE, **_BATCH),
    holder("notice", (P.PUBLICATION_APPROVE, P.BATCH_READ), _in_state(State.DRAFT), _PAGE, **_BATCH),
    holder("publish", (P.PUBLICATION_PUBLISH, P.BATCH_READ), _in_state(State.APPROVED), _PAGE, **_BATCH),
)


def declare() -> None:
    """Tell the house; called once while the app is made ready."""
    tell(SOURCES)
