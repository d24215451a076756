"""What apps declare, and what they get back. Frozen values; no Django."""

from sanshe.core.ledgers.types.lists import (
    Choice,
    Column,
    Door,
    Filter,
    Ledger,
    Page,
    Step,
    Work,
    WorkLine,
)

__all__ = [
    "Choice",
    "Column",
    "Door",
    "Filter",
    "Ledger",
    "Page",
    "Step",
    "Work",
    "WorkLine",
]
