"""The ledger of agreements."""

from collections.abc import Mapping
from typing import Any

from django.db.models.functions import Length

from sanshe.core.kit.access import Actor
from sanshe.core.ledgers.queries import LEDGERS
from sanshe.core.ledgers.types import Column, Filter, Ledger
from sanshe.core.search.queries import KINDS
from sanshe.core.search.types import SearchKind
from sanshe.incubation.enums.access import P
from sanshe.incubation.models import Agreement
from sanshe.incubation.phrases import ledgers as heads
from sanshe.incubation.phrases.agreement import agreement as words
from sanshe.incubation.queries import search as found


def _rows(actor: Actor, filters: Mapping[str, Any]) -> Any:
    """With the length of the number, so that the serial in it counts as a number: 2 before 10."""
    rows = Agreement.objects.select_related("place__application", "place__batch")
    return rows.annotate(number_length=Length("number"))


LEDGER = Ledger(
    code="incubation.agreements",
    title=heads.AGREEMENTS,
    needs=P.AGREEMENT_READ,
    columns=(
        Column("number", heads.NUMBER, link=True, width=22),
        Column("name", heads.NAME, lambda row: row.place.application.name, width=28),
        Column("batch", heads.BATCH, lambda row: row.place.batch.name, width=20),
        Column("state", heads.STATE, lambda row: (words.PILLS[row.state], words.STATES[row.state]), kind="pill"),
        Column("term_from", heads.FROM, kind="date"),
        Column("term_to", heads.TO, kind="date"),
        Column("signed_at", heads.SIGNED, kind="datetime", width=18),
    ),
    rows=_rows,
    filters=(Filter("state", heads.STATE, options=tuple(words.STATES.items()), field="state"),),
    key=("place__batch__no", "number_length", "number"),
    link=lambda row: f"/incubation/agreements/{row.pk}/",
    seal="孵",
)


def declare() -> None:
    """Tell the house; called once while the app is made ready."""
    LEDGERS.add(LEDGER.code, LEDGER)
    KINDS.add(found.AGREEMENT, SearchKind(words.FOUND, "示", found.agreements, found.agreement_entries, order=20))
