"""The ledger of codes, and the kinds of code with what waits for a second person."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.urls import reverse

from sanshe.core.codes import phrases, queries
from sanshe.core.codes.enums import Change, CodeState, P, Standing
from sanshe.core.codes.models import Code
from sanshe.core.codes.types import CodeKind
from sanshe.core.duties.enums import Owner
from sanshe.core.duties.queries import SOURCES
from sanshe.core.duties.types import Line, Said, Source
from sanshe.core.kit.access import Actor
from sanshe.core.kit.areas import area_name
from sanshe.core.ledgers.enums import FilterKind, Kind
from sanshe.core.ledgers.queries import LEDGERS
from sanshe.core.ledgers.types import Column, Filter, Ledger


def _rows(actor: Actor, filters: Mapping[str, Any]) -> Any:
    return queries.visible_to(actor)


def _state(row: Code) -> tuple[str, Any]:
    return phrases.PILLS[Standing(row.state)], phrases.STATES[CodeState(row.state)]


CODES = Ledger(
    code="codes.codes",
    title=phrases.LEDGER,
    needs=P.READ,
    columns=(
        Column("issued_at", phrases.HEADS["issued_at"], kind=Kind.DATETIME, width=17),
        Column("kind", phrases.HEADS["kind"], lambda row: queries.KINDS[row.kind].label, width=14),
        Column("name", phrases.HEADS["name"], link=True, width=28),
        Column("number", phrases.HEADS["number"], width=22),
        Column("state", phrases.HEADS["state"], value=_state, kind=Kind.PILL),
        Column("valid_from", phrases.HEADS["valid_from"], kind=Kind.DATE),
        Column("valid_to", phrases.HEADS["valid_to"], kind=Kind.DATE),
        Column("area", phrases.HEADS["area"], lambda row: area_name(row.area_path), width=20),
    ),
    rows=_rows,
    filters=(
        Filter(
            "state", phrases.HEADS["state"], options=tuple((s, phrases.STATES[s]) for s in CodeState), field="state"
        ),
        Filter("number", phrases.HEADS["number"], FilterKind.TEXT, field="number"),
        Filter("area", phrases.HEADS["area"], FilterKind.AREA, field="area_path"),
    ),
    key=("-issued_at", "-id"),
    link=lambda row: reverse("codes:code", args=[row.pk]),
    seal="证",
)


def declare() -> None:
    """Called while the app is made ready."""
    LEDGERS.add(CODES.code, CODES)


def declare_kind(code: str, kind: CodeKind) -> None:
    """Declare a kind of code: what others ask for is owed by whoever decides it."""
    queries.KINDS.add(code, kind)
    for change in Change:
        one = _decided(code, kind, change)
        SOURCES.add(one.code, one)


def _decided(code: str, kind: CodeKind, change: Change) -> Source:
    found = {"kind": code, "asked": change}
    return Source(
        f"codes.{change}.{code}",
        "证",
        phrases.TO_DECIDE[change],
        phrases.DECIDE,
        Owner.HOLDER,
        (kind.decides, P.READ),
        lambda actor, at: Code.objects.filter(**found),
        _asked,
        day="asked_at",
        facts=("name", "number"),
        others="asked_by",
    )


def _asked(line: Line, at: datetime) -> Said:
    name, number = line.facts[:2]
    return Said(reverse("codes:code", args=[line.pk]), f"{name} {number}".strip())
