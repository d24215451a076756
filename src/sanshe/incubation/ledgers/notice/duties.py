"""From the approved decision to the public list, and the objections to it."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.db.models import OuterRef, Subquery

from sanshe.core.calendar.types import Due
from sanshe.core.duties.types import Line, Said
from sanshe.core.kit.access import Actor
from sanshe.core.notices.enums import State
from sanshe.core.notices.models import PublicNotice
from sanshe.incubation.enums.access import P
from sanshe.incubation.enums.call.batch import BatchState
from sanshe.incubation.enums.notice.objection import ObjectionState
from sanshe.incubation.ledgers.duties import RUNNING, holder, page_of_batch, tell, to
from sanshe.incubation.models import Batch, Objection
from sanshe.incubation.queries.notice.publication import NOTICE


def _batches() -> Any:
    """Batches with the state of the newest notice of their list."""
    newest = PublicNotice.objects.filter(kind=NOTICE, subject=OuterRef("pk")).order_by("-drafted_at")
    return Batch.objects.exclude(state__in=RUNNING).annotate(notice=Subquery(newest.values("state")[:1]))


def _to_draft(actor: Actor, at: datetime) -> Any:
    return _batches().filter(state=BatchState.DECIDED, notice=None)


def _in_state(state: State) -> Callable[[Actor, datetime], Any]:
    return lambda actor, at: _batches().filter(notice=state)


def _objections(state: ObjectionState) -> Callable[[Actor, datetime], Any]:
    found = {"state": state}
    return lambda actor, at: Objection.objects.filter(**found).exclude(place__batch__state__in=RUNNING)


def _objection(line: Line, at: datetime) -> Said:
    due = Due(line.day) if line.day else None
    return Said(to("objection", pk=line.id(2)), line.facts[0], due, line.facts[1])


_BATCH, _PAGE = {"subject": "pk", "facts": ("name",)}, page_of_batch("publication")
_ONE = {"day": "answer_due_on", "facts": ("place__batch__name", "number", "pk"), "subject": "place__batch"}
_HANDLER = (P.OBJECTION_HANDLE, P.BATCH_READ)
SOURCES = (
    holder("draft", (P.PUBLICATION_DRAFT, P.BATCH_READ), _to_draft, _PAGE, **_BATCH),
    holder("notice", (P.PUBLICATION_APPROVE, P.BATCH_READ), _in_state(State.DRAFT), _PAGE, **_BATCH),
    holder("publish", (P.PUBLICATION_PUBLISH, P.BATCH_READ), _in_state(State.APPROVED), _PAGE, **_BATCH),
    holder("objection", _HANDLER, _objections(ObjectionState.RECEIVED), _objection, is_last_day=True, **_ONE),
    holder("answer", _HANDLER, _objections(ObjectionState.ACCEPTED), _objection, is_last_day=True, **_ONE),
)


def declare() -> None:
    """Tell the house; called once while the app is made ready."""
    tell(SOURCES)
