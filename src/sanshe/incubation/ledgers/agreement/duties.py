"""What signing asks of the centre: signatures, and the signed pages in their box."""

from datetime import datetime
from typing import Any

from sanshe.core.calendar.types import Due
from sanshe.core.duties.types import Line, Said
from sanshe.core.kit.access import Actor
from sanshe.incubation.enums.access import P
from sanshe.incubation.enums.agreement.agreement import AgreementState as S
from sanshe.incubation.enums.call.batch import BatchState
from sanshe.incubation.ledgers.duties import holder, of_batch, page_of_batch, tell, to
from sanshe.incubation.models import Agreement


def _to_sign(actor: Actor, at: datetime) -> Any:
    found = Agreement.objects.filter(place__batch__state=BatchState.SIGNING)
    return found.exclude(state__in=[S.SIGNED, S.LAPSED, S.REPLACED])


def _sign(line: Line, at: datetime) -> Said:
    due = Due(line.day, int(line.facts[1])) if line.day else None
    return Said(to("agreements", b=line.pk), line.facts[0], due, line.n)


def _to_archive(actor: Actor, at: datetime) -> Any:
    return Agreement.objects.filter(state=S.SIGNED, archived_at=None)


_NAME = "place__batch__name"
SOURCES = (
    holder(
        "sign", (P.AGREEMENT_SIGN, P.BATCH_READ), _to_sign, _sign,
        **of_batch("place__batch", day="place__batch__signing_to", facts=(_NAME, "place__batch__signing_hour")),
    ),
    holder("archive", (P.AGREEMENT_ARCHIVE, P.ENTRY_READ), _to_archive, page_of_batch("agreements"),
           **of_batch("place__batch", facts=(_NAME,))),
)  # fmt: skip


def declare() -> None:
    """Tell the house; called once while the app is made ready."""
    tell(SOURCES)
