"""What a call asks for: a second person's word, and its day."""

from datetime import datetime
from typing import Any

from django.db.models import Exists, OuterRef

from sanshe.core.kit.access import Actor
from sanshe.incubation.enums.access import P
from sanshe.incubation.enums.call.batch import BatchState, CallState
from sanshe.incubation.ledgers.duties import holder, page_of_batch, tell
from sanshe.incubation.models import Call

NINE = 9


def _newest(state: CallState) -> Any:
    def rows(actor: Actor, at: datetime) -> Any:
        later = Call.objects.filter(batch=OuterRef("batch"), version_no__gt=OuterRef("version_no"))
        found = Call.objects.filter(state=state, batch__state__in=[BatchState.PLANNED, BatchState.OPEN])
        return found.exclude(Exists(later))

    return rows


_SAID = {"key": "batch", "subject": "batch", "place": "batch__area_path", "scope": "batch__area_path",
         "day": "opens_on", "facts": ("batch__name",)}  # fmt: skip
_SAY = page_of_batch("call_edit", hour=NINE)
SOURCES = (
    holder("call", (P.CALL_PUBLISH, P.BATCH_READ), _newest(CallState.APPROVED), _SAY, **_SAID),
    holder("call_draft", (P.CALL_APPROVE, P.BATCH_READ), _newest(CallState.DRAFT), _SAY, **_SAID),
)


def declare() -> None:
    """Tell the house; called once while the app is made ready."""
    tell(SOURCES)
