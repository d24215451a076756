"""The ledger of supervision."""

from collections.abc import Mapping
from typing import Any

from sanshe.core.kit.access import Actor
from sanshe.core.kit.hours import hours
from sanshe.core.ledgers.queries import LEDGERS
from sanshe.core.ledgers.types import Column, Filter, Ledger
from sanshe.incubation.enums.access import P
from sanshe.incubation.models import Supervision
from sanshe.incubation.phrases import ledgers as heads
from sanshe.incubation.phrases.stay import supervision as words


def _rows(actor: Actor, filters: Mapping[str, Any]) -> Any:
    return Supervision.objects.select_related("entry__organisation", "entry__batch")


LEDGER = Ledger(
    code="incubation.supervisions",
    title=words.LEDGER,
    needs=P.ENTRY_READ,
    columns=(
        Column("held_on", words.DAY, kind="date"),
        Column("name", heads.NAME, lambda row: row.entry.organisation.name, link=True, width=28),
        Column("batch", heads.BATCH, lambda row: row.entry.batch.name, width=20),
        Column("quarters", words.HOURS, lambda row: hours(row.quarters)),
        Column("function", words.FUNCTION, lambda row: words.FUNCTIONS[row.function]),
        Column("agreed", words.AGREED, width=40),
        Column("follow_up", words.FOLLOW_UP, width=30),
        Column("follow_up_on", words.FOLLOW_UP_ON, kind="date"),
        Column("followed_at", words.FOLLOWED, kind="datetime", width=18),
    ),
    rows=_rows,
    filters=(
        Filter("function", words.FUNCTION, options=tuple(words.FUNCTIONS.items()), field="function"),
        Filter("when", words.DAY, kind="dates", field="held_on"),
    ),
    key=("-held_on", "pk"),
    link=lambda row: f"/incubation/entries/{row.entry_id}/",
    seal="孵",
)


def declare() -> None:
    """Tell the house; called once while the app is made ready."""
    LEDGERS.add(LEDGER.code, LEDGER)
