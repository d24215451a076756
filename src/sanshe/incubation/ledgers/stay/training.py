"""The ledger of trainings."""

from collections.abc import Mapping
from typing import Any

from sanshe.core.kit.access import Actor
from sanshe.core.kit.hours import hours
from sanshe.core.ledgers.queries import LEDGERS
from sanshe.core.ledgers.types import Column, Filter, Ledger
from sanshe.incubation.enums.access import P
from sanshe.incubation.models import Training
from sanshe.incubation.phrases import ledgers as heads
from sanshe.incubation.phrases.stay import training as words
from sanshe.incubation.queries.stay.training import CAME


def _rows(actor: Actor, filters: Mapping[str, Any]) -> Any:
    return Training.objects.select_related("batch").annotate(**CAME)


LEDGER = Ledger(
    code="incubation.trainings",
    title=words.LEDGER,
    needs=P.ENTRY_READ,
    columns=(
        Column("title", words.TITLE, link=True, width=28),
        Column("batch", heads.BATCH, lambda row: row.batch.name, width=20),
        Column("starts_at", words.WHEN, kind="datetime", width=18),
        Column("quarters", words.HOURS, lambda row: hours(row.quarters)),
        Column("place", words.PLACE, width=20),
        Column("trainer", words.TRAINER, width=24),
        Column("came", words.CAME, lambda row: f"{row.came} / {row.invited}"),
        Column("people", words.PEOPLE, lambda row: row.people or 0, kind="int"),
        Column("state", words.STATE, lambda row: words.STATES[row.state]),
    ),
    rows=_rows,
    filters=(
        Filter("state", words.STATE, options=tuple(words.STATES.items()), field="state"),
        Filter("when", words.WHEN, kind="dates", field="starts_at"),
    ),
    key=("-starts_at", "pk"),
    link=lambda row: f"/incubation/trainings/{row.pk}/",
    seal="孵",
)


def declare() -> None:
    """Tell the house; called once while the app is made ready."""
    LEDGERS.add(LEDGER.code, LEDGER)
