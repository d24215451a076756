"""The ledger of organisations."""

from collections.abc import Mapping
from typing import Any

from sanshe.core.kit.access import Actor
from sanshe.core.kit.areas import area_name
from sanshe.core.ledgers.queries import LEDGERS
from sanshe.core.ledgers.types import Column, Filter, Ledger
from sanshe.core.parties import phrases
from sanshe.core.parties.enums import P
from sanshe.core.parties.models import Organisation

F = phrases.FIELDS


def _rows(actor: Actor, filters: Mapping[str, Any]) -> Any:
    return Organisation.objects.filter(merged_into=None)


COLUMNS = (
    Column("name", F["name"], link=True, width=28),
    Column("kind", F["kind"], lambda row: phrases.KINDS_OF[row.kind]),
    Column("registration", F["registration"], lambda row: phrases.REGISTRATIONS[row.registration]),
    Column("credit_code", F["credit_code"], width=22),
    Column("filing_number", F["filing_number"], width=18),
    Column("field", F["field"]),
    Column("area", F["area_path"], lambda row: area_name(row.area_path), width=20),
    Column("certificate_until", F["certificate_until"], kind="date"),
)
ORGANISATIONS = Ledger(
    code="parties.organisations",
    title=phrases.LEDGER,
    needs=P.READ,
    columns=COLUMNS,
    rows=_rows,
    filters=(
        Filter("words", phrases.FILTER_WORDS, kind="text", field="name"),
        Filter("registration", F["registration"], options=tuple(phrases.REGISTRATIONS.items()), field="registration"),
        Filter("kind", F["kind"], options=tuple(phrases.KINDS_OF.items()), field="kind"),
        Filter("area", F["area_path"], kind="area", field="area_path"),
    ),
    key=("name", "pk"),
    link=lambda row: f"/parties/{row.pk}/",
    seal="人",
)


def declare() -> None:
    """Called while the apps are made ready."""
    LEDGERS.add(ORGANISATIONS.code, ORGANISATIONS)
