"""Reading the desk's book."""

from uuid import UUID

from sanshe.core.kit.access import Actor
from sanshe.core.ledgers.queries import keyset
from sanshe.core.ledgers.types import Page
from sanshe.incubation.enums.access import P
from sanshe.incubation.models import Batch, DeskReceipt
from sanshe.incubation.queries.call.batch import batch_for

KIND = "incubation.receipt"


def book(batch: Batch, after: str | None = None, before: str | None = None) -> Page:
    """The lines of a batch, newest first."""
    rows = batch.receipts.select_related("application")
    return keyset(rows, ("-no", "pk"), "incubation.receipts", after=after, before=before)


def line(batch: Batch, no: int) -> DeskReceipt | None:
    return batch.receipts.select_related("application", "batch", "batch__centre").filter(no=no).first()


def may_see_scan(actor: Actor, pk: UUID) -> bool:
    """Who may open the scan of a line: staff who may read the applications of its batch."""
    row = DeskReceipt.objects.filter(pk=pk).first()
    return row is not None and batch_for(actor, P.APPLICATION_READ, row.batch_id) is not None
