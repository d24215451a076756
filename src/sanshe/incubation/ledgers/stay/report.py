"""The ledger of quarterly reports."""

from collections.abc import Mapping
from typing import Any

from sanshe.core.kit.access import Actor
from sanshe.core.ledgers.queries import LEDGERS
from sanshe.core.ledgers.types import Column, Filter, Ledger
from sanshe.incubation.enums.access import P
from sanshe.incubation.models import QuarterlyReport
from sanshe.incubation.phrases import ledgers as heads
from sanshe.incubation.phrases.stay import report as words


def _rows(actor: Actor, filters: Mapping[str, Any]) -> Any:
    return QuarterlyReport.objects.select_related("entry__organisation", "entry__batch")


LEDGER = Ledger(
    code="incubation.reports",
    title=words.LEDGER,
    needs=P.ENTRY_READ,
    columns=(
        Column("name", heads.NAME, lambda row: row.entry.organisation.name, link=True, width=28),
        Column("batch", heads.BATCH, lambda row: row.entry.batch.name, width=20),
        Column("no", words.NO, kind="int"),
        Column("from_on", words.FROM, kind="date"),
        Column("due_on", words.DUE, kind="date"),
        Column("state", words.STATE, lambda row: words.STATES[row.state]),
        Column("handed_at", words.HANDED, kind="datetime", width=18),
        Column(
            "late", words.LATENESS, lambda row: words.LATE if row.is_late else words.ON_TIME if row.handed_at else ""
        ),
    ),
    rows=_rows,
    filters=(Filter("state", words.STATE, options=tuple(words.STATES.items()), field="state"),),
    key=("-due_on", "pk"),
    link=lambda row: f"/incubation/stay/{row.entry_id}/report/{row.no}/",
    seal="孵",
)


def declare() -> None:
    """Tell the house; called once while the app is made ready."""
    LEDGERS.add(LEDGER.code, LEDGER)
