"""Published figures of incubation, counted from the rows."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sanshe.core.figures.queries import FIGURES, INDICATORS
from sanshe.core.figures.types import Indicator
from sanshe.core.kit.access import Actor
from sanshe.core.ledgers.queries import LEDGERS
from sanshe.core.ledgers.types import Column, Filter, Ledger
from sanshe.core.rows.queries import within
from sanshe.incubation.enums.access import P
from sanshe.incubation.enums.agreement.register import EntryState
from sanshe.incubation.models import Batch, Call, Entry
from sanshe.incubation.phrases import ledgers as heads
from sanshe.incubation.phrases.agreement import register as words
from sanshe.incubation.queries.agreement.register import batch_line, sums
from sanshe.incubation.queries.call.batch import funnel


def _rows(actor: Actor, filters: Mapping[str, Any]) -> Any:
    return Entry.objects.select_related("organisation", "batch")


def _state(row: Entry) -> tuple[str, Any]:
    return "done" if row.state == EntryState.GRADUATED else "run", words.STATES[row.state]


LEDGER = Ledger(
    code="incubation.entries",
    title=heads.ENTRIES,
    needs=P.REGISTER_READ,
    columns=(
        Column("name", heads.NAME, lambda row: row.organisation.name, link=True, width=28),
        Column("batch", heads.BATCH, lambda row: row.batch.name, width=20),
        Column("state", heads.STATE, _state, kind="pill"),
        Column("entered_on", heads.ENTERED, kind="date"),
        Column("term_to", heads.TO, kind="date"),
    ),
    rows=_rows,
    filters=(Filter("state", heads.STATE, options=tuple(words.STATES.items()), field="state"),),
    key=("-entered_on", "pk"),
    link=lambda row: f"/parties/{row.organisation_id}/",
    seal="孵",
)


def declare() -> None:
    """Tell the house; called once while the app is made ready."""
    FIGURES.add("incubation", figures)
    LEDGERS.add(LEDGER.code, LEDGER)
    code, where = "incubation.in_incubation", {"state": EntryState.IN_INCUBATION}
    told = {"needs": P.REGISTER_READ, "unit": heads.UNIT_HOMES, "ledger": LEDGER.code, "filters": where}
    INDICATORS.add(code, Indicator(code=code, label=heads.INDICATORS["in_incubation"], recount=in_incubation, **told))


def in_incubation(path: str) -> int:
    return Entry.objects.filter(within([path]), state=EntryState.IN_INCUBATION).count()


def figures(path: str, at: datetime) -> dict[str, Any]:
    """What is said in public: each batch that had a call in this system, and who entered in all."""
    called = Call.objects.values("batch_id")
    batches = Batch.objects.filter(within([path]), pk__in=called).order_by("no")
    return {"batches": [batch_line(batch, funnel(batch)) for batch in batches], **sums(path)}
