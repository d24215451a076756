"""Registries and reads. Registries are filled in `apps.ready()` from each app's `ledgers.py`."""

from sanshe.core.ledgers.queries.exports import head_of, paper_of
from sanshe.core.ledgers.queries.lists import clean, export_rows, keyset, ledgers_of, listing, options, page, rows_of
from sanshe.core.ledgers.queries.programs import asked_of, described, records
from sanshe.core.ledgers.queries.registries import LEDGERS, STEPS, WORKS, holds, ledger_of
from sanshe.core.ledgers.queries.screen import heads, knobs, lines, query_of

__all__ = [
    "LEDGERS",
    "STEPS",
    "WORKS",
    "asked_of",
    "clean",
    "described",
    "export_rows",
    "head_of",
    "heads",
    "holds",
    "keyset",
    "knobs",
    "ledger_of",
    "ledgers_of",
    "lines",
    "listing",
    "options",
    "page",
    "paper_of",
    "query_of",
    "records",
    "rows_of",
]
