"""资源链接台账."""

from collections.abc import Mapping
from typing import Any

from sanshe.core.kit.access import Actor
from sanshe.core.ledgers.queries import LEDGERS
from sanshe.core.ledgers.types import Column, Filter, Ledger
from sanshe.incubation.enums.access import P
from sanshe.incubation.models import ResourceLink
from sanshe.incubation.phrases.stay import resource as words
from sanshe.incubation.queries.stay.resource import amount


def _rows(actor: Actor, filters: Mapping[str, Any]) -> Any:
    return ResourceLink.objects.select_related("entry__organisation")


LEDGER = Ledger(
    code="incubation.links",
    title=words.LEDGER,
    needs=P.ENTRY_READ,
    columns=(
        Column("name", words.NAME, lambda row: row.entry.organisation.name, link=True, width=28),
        Column("from", words.FROM, lambda row: f"{words.FIVE[row.from_kind]}：{row.from_name}", width=28),
        Column("to", words.TO, lambda row: f"{words.FIVE[row.to_kind]}：{row.to_name}", width=28),
        Column("what", words.WHAT, width=36),
        Column("amount", words.AMOUNT, amount, width=24),
        Column("linked_on", words.LINKED, kind="date"),
        Column("ended_on", words.ENDED, kind="date"),
        Column("words", words.RESULT, width=30),
        Column("state", words.STATE, lambda row: words.STATES[row.state]),
    ),
    rows=_rows,
    filters=(
        Filter("state", words.STATE, options=tuple(words.STATES.items()), field="state"),
        Filter("from", words.FROM, options=tuple(words.FIVE.items()), field="from_kind"),
        Filter("to", words.TO, options=tuple(words.FIVE.items()), field="to_kind"),
    ),
    key=("-proposed_at", "pk"),
    link=lambda row: f"/incubation/entries/{row.entry_id}/",
    seal="孵",
)


def declare() -> None:
    """Tell the house; called once while the app is made ready."""
    LEDGERS.add(LEDGER.code, LEDGER)
