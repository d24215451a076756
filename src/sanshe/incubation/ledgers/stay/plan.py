"""The ledger of plans."""

from collections.abc import Mapping
from typing import Any

from django.db.models import Count, Q

from sanshe.core.kit.access import Actor
from sanshe.core.ledgers.queries import LEDGERS
from sanshe.core.ledgers.types import Column, Filter, Ledger
from sanshe.core.sheets import phrases as paper_words
from sanshe.incubation.enums.access import P
from sanshe.incubation.models import Plan
from sanshe.incubation.phrases import ledgers as heads
from sanshe.incubation.phrases.stay import plan as words


def _rows(actor: Actor, filters: Mapping[str, Any]) -> Any:
    steps = {"steps": Count("milestones"), "reached": Count("milestones", filter=Q(milestones__done_on__isnull=False))}
    return Plan.objects.select_related("entry__organisation", "entry__batch").annotate(**steps)


LEDGER = Ledger(
    code="incubation.plans",
    title=words.LEDGER,
    needs=P.ENTRY_READ,
    columns=(
        Column("name", heads.NAME, lambda row: row.entry.organisation.name, link=True, width=28),
        Column("batch", heads.BATCH, lambda row: row.entry.batch.name, width=20),
        Column("state", words.STATE, lambda row: paper_words.STATES[row.state]),
        Column("due_on", words.DUE, kind="date"),
        Column("handed_at", words.HANDED, kind="datetime", width=18),
        Column(
            "late", words.LATENESS, lambda row: words.LATE if row.is_late else words.ON_TIME if row.handed_at else ""
        ),
        Column("reached", words.REACHED, lambda row: f"{row.reached} / {row.steps}"),
    ),
    rows=_rows,
    filters=(Filter("state", words.STATE, options=tuple(paper_words.STATES.items()), field="state"),),
    key=("due_on", "pk"),
    link=lambda row: f"/incubation/entries/{row.entry_id}/",
    seal="孵",
)


def declare() -> None:
    """Tell the house; called once while the app is made ready."""
    LEDGERS.add(LEDGER.code, LEDGER)
