"""The ledger of events, and the kinds of event with what waits for a person."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from django.urls import reverse

from sanshe.core.duties.enums import Owner
from sanshe.core.duties.queries import SOURCES
from sanshe.core.duties.types import Line, Said, Source
from sanshe.core.field import phrases, queries
from sanshe.core.field.enums import EventState, P
from sanshe.core.field.models import Event
from sanshe.core.field.types import FieldKind
from sanshe.core.kit.access import Actor
from sanshe.core.kit.areas import area_name
from sanshe.core.ledgers.enums import FilterKind, Kind
from sanshe.core.ledgers.queries import LEDGERS
from sanshe.core.ledgers.types import Column, Filter, Ledger


def _rows(actor: Actor, filters: Mapping[str, Any]) -> Any:
    return queries.visible_to(actor).select_related("device")


def _state(row: Event) -> tuple[str, Any]:
    state = EventState(row.state)
    return phrases.PILLS[state], phrases.STATES[state]


EVENTS = Ledger(
    code="field.events",
    title=phrases.LEDGER,
    needs=P.READ,
    columns=(
        Column("received_at", phrases.HEADS["received_at"], kind=Kind.DATETIME, width=17, link=True),
        Column(
            "noted_at",
            phrases.HEADS["noted_at"],
            lambda row: row.noted_at + timedelta(milliseconds=row.offset),
            kind=Kind.DATETIME,
            width=17,
        ),
        Column("kind", phrases.HEADS["kind"], lambda row: queries.FIELDS[row.kind].label, width=14),
        Column("device", phrases.HEADS["device"], lambda row: row.device.name, width=20),
        Column("seq", phrases.HEADS["seq"]),
        Column("state", phrases.HEADS["state"], value=_state, kind=Kind.PILL),
        Column("time", phrases.HEADS["time"], lambda row: phrases.DOUBTFUL if row.is_time_doubtful else "", width=10),
        Column("area", phrases.HEADS["area"], lambda row: area_name(row.area_path), width=20),
    ),
    rows=_rows,
    filters=(
        Filter(
            "state", phrases.HEADS["state"], options=tuple((s, phrases.STATES[s]) for s in EventState), field="state"
        ),
        Filter("area", phrases.HEADS["area"], FilterKind.AREA, field="area_path"),
    ),
    key=("-received_at", "-id"),
    link=lambda row: reverse("field:event", args=[row.pk]),
    seal="传",
)


def declare() -> None:
    """Called while the app is made ready."""
    LEDGERS.add(EVENTS.code, EVENTS)


def declare_kind(code: str, kind: FieldKind) -> None:
    """Declare a kind of event: what waits is owed by whoever decides it."""
    queries.FIELDS.add(code, kind)
    SOURCES.add(
        f"field.waiting.{code}",
        Source(
            f"field.waiting.{code}",
            "传",
            phrases.TO_DECIDE,
            phrases.DECIDE,
            Owner.HOLDER,
            kind.decides,
            lambda actor, at: Event.objects.filter(kind=code, state=EventState.WAITING),
            _waiting,
            day="received_at",
            facts=("kind", "said"),
            others="user",
        ),
    )


def _waiting(line: Line, at: datetime) -> Said:
    kind, said = line.facts[:2]
    return Said(reverse("field:event", args=[line.pk]), f"{queries.FIELDS[kind].label}：{said}")
