"""The ledger of appointments."""

from collections.abc import Mapping
from typing import Any

from sanshe.core.accounts import phrases, queries
from sanshe.core.accounts.enums import P
from sanshe.core.accounts.models import Appointment
from sanshe.core.kit.access import Actor
from sanshe.core.kit.areas import area_name
from sanshe.core.kit.roles import LABELS
from sanshe.core.ledgers.queries import LEDGERS, STEPS
from sanshe.core.ledgers.types import Column, Filter, Ledger, Step


def _rows(actor: Actor, filters: Mapping[str, Any]) -> Any:
    return Appointment.objects.select_related("user")


COLUMNS = (
    Column("name", phrases.HEADS["name"], lambda row: queries.shown_name(row.user), link=True),
    Column("role", phrases.HEADS["role"], lambda row: LABELS[row.role_id]),
    Column("duty", phrases.HEADS["duty"]),
    Column("area", phrases.HEADS["area"], lambda row: area_name(row.area_path), width=20),
    Column("starts", phrases.HEADS["starts"], kind="date"),
    Column("ends", phrases.HEADS["ends"], kind="date"),
    Column("ended_at", phrases.HEADS["ended_at"], kind="datetime", width=18),
)
PEOPLE = Ledger(
    code="accounts.people",
    title=phrases.LEDGER,
    needs=P.READ,
    columns=COLUMNS,
    rows=_rows,
    filters=(
        Filter("role", phrases.HEADS["role"], options=lambda actor: tuple(LABELS.items()), field="role_id"),
        Filter("area", phrases.HEADS["area"], kind="area", field="area_path"),
        Filter("starts", phrases.HEADS["starts"], kind="dates", field="starts"),
    ),
    key=("role_id", "area_path", "pk"),
    link=lambda row: f"/accounts/people/{row.user_id}/",
    seal="人",
)


def declare() -> None:
    """Called while the apps are made ready."""
    LEDGERS.add(PEOPLE.code, PEOPLE)
    factor = ("factor", *phrases.FACTOR_STEP, P.MANAGE, "mfa_index", queries.is_guarded, 10)
    STEPS.add("factor", Step(*factor))
