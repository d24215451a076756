"""The ledger of sessions, people in three columns."""

from collections.abc import Mapping
from typing import Any

from django.db.models import QuerySet

from sanshe.activities import phrases
from sanshe.activities.enums import Heads, P, SessionState
from sanshe.activities.models import Session
from sanshe.core.areas.queries import name_of
from sanshe.core.kit.access import Actor
from sanshe.core.ledgers.queries import LEDGERS
from sanshe.core.ledgers.types import Column, Filter, Ledger

F = phrases.FIELDS


def _rows(actor: Actor, filters: Mapping[str, Any]) -> QuerySet[Session]:
    rows = Session.objects.exclude(state=SessionState.VOID)
    return rows.select_related("station").prefetch_related("parts__presences", "corrections")


def _who(row: Session) -> str:
    return "、".join(part.name for part in row.parts.all() if part.name) or str(phrases.WALKERS)


def _heads(row: Session, kind: Heads) -> int | None:
    """One kind of people of a session, with what was corrected; from what was read with its page."""
    parts = row.parts.all()
    found = {
        Heads.NAMED: sum(one.struck_at is None for part in parts for one in part.presences.all()),
        Heads.TOLD: sum(part.heads or 0 for part in parts),
        Heads.SEEN: row.seen,
    }[kind]
    return None if found is None else found + sum(one.by_n for one in row.corrections.all() if one.kind == kind)


SESSIONS = Ledger(
    code="activities.sessions",
    title=phrases.SESSIONS_LEDGER,
    needs=P.READ,
    columns=(
        Column("opened_at", F["opened_at"], kind="datetime", link=True),
        Column("station", F["station"], "station.name", width=20),
        Column("community", F["community"], lambda row: name_of(row.area_path), width=16),
        Column("who", F["who"], _who, width=30),
        Column("origin", F["origin"], lambda row: phrases.ORIGINS[row.origin]),
        Column("named", phrases.HEADS[Heads.NAMED], lambda row: _heads(row, Heads.NAMED), kind="number"),
        Column("told", phrases.HEADS[Heads.TOLD], lambda row: _heads(row, Heads.TOLD), kind="number"),
        Column("seen", phrases.HEADS[Heads.SEEN], lambda row: _heads(row, Heads.SEEN), kind="number"),
        Column("state", F["state"], lambda row: phrases.SESSION_STATES[row.state]),
    ),
    rows=_rows,
    filters=(
        Filter("origin", F["origin"], options=tuple(phrases.ORIGINS.items()), field="origin"),
        Filter("area", F["community"], kind="area", field="area_path"),
    ),
    key=("-opened_at", "pk"),
    link=lambda row: f"/activities/sessions/{row.pk}/",
    seal="艺",
)


def declare() -> None:
    LEDGERS.add(SESSIONS.code, SESSIONS)
