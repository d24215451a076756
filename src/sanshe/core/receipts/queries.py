"""Find the answer a write got."""

from uuid import UUID

from sanshe.core.receipts.models import Receipt


def find(request_id: UUID) -> Receipt | None:
    """The receipt of a write, if it was done."""
    return Receipt.objects.filter(pk=request_id).first()
