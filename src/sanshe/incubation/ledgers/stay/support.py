"""The ledgers of desks and of small support."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from sanshe.core.kit.access import Actor
from sanshe.core.ledgers.queries import LEDGERS
from sanshe.core.ledgers.types import Column, Ledger
from sanshe.incubation.enums.access import P
from sanshe.incubation.models import DeskUse, SupportGrant
from sanshe.incubation.phrases import ledgers as heads
from sanshe.incubation.phrases.stay import support as words


def _yuan(cents: int) -> Decimal:
    return Decimal(cents) / 100


def _grants(actor: Actor, filters: Mapping[str, Any]) -> Any:
    return SupportGrant.objects.select_related("entry__organisation", "entry__batch")


def _desks(actor: Actor, filters: Mapping[str, Any]) -> Any:
    return DeskUse.objects.select_related("entry__organisation", "batch")


MONEY = Ledger(
    code="incubation.support",
    title=words.LEDGER,
    needs=P.ENTRY_READ,
    columns=(
        Column("name", heads.NAME, lambda row: row.entry.organisation.name, link=True, width=28),
        Column("batch", heads.BATCH, lambda row: row.entry.batch.name, width=20),
        Column("purpose", words.PURPOSE, width=36),
        Column("given_on", words.GIVEN_ON, kind="date"),
        Column("cents", words.GIVEN, lambda row: _yuan(row.cents), kind="money"),
        Column("spent", words.SPENT, lambda row: _yuan(row.spent), kind="money"),
        Column("left", words.LEFT, lambda row: _yuan(row.left), kind="money"),
    ),
    rows=_grants,
    key=("-given_on", "pk"),
    link=lambda row: f"/incubation/entries/{row.entry_id}/",
    seal="孵",
)
DESKS = Ledger(
    code="incubation.desks",
    title=words.DESKS,
    needs=P.ENTRY_READ,
    columns=(
        Column("no", words.DESK_NO, kind="int"),
        Column("room", words.ROOM),
        Column("name", heads.NAME, lambda row: row.entry.organisation.name, link=True, width=28),
        Column("batch", heads.BATCH, lambda row: row.batch.name, width=20),
        Column("from_on", words.FROM_ON, kind="date"),
        Column("released_on", words.RELEASED_ON, kind="date"),
    ),
    rows=_desks,
    key=("no", "from_on", "pk"),
    link=lambda row: f"/incubation/entries/{row.entry_id}/",
    seal="孵",
)


def declare() -> None:
    """Tell the house; called once while the app is made ready."""
    for ledger in (MONEY, DESKS):
        LEDGERS.add(ledger.code, ledger)
