"""A member who leaves while the session goes on: how far they sealed, how far was called, which sheets are due."""

from typing import Any
from uuid import UUID

from django.db.models import Max

from sanshe.core.kit.access import Actor
from sanshe.incubation.enums.access import P
from sanshe.incubation.enums.panel.panel import SlotState
from sanshe.incubation.enums.panel.score import SheetState
from sanshe.incubation.models import Batch, Panelist, Sheet, Slot
from sanshe.incubation.queries.decision.decision import tabulation_of
from sanshe.incubation.queries.panel.panel import member_of
from sanshe.incubation.queries.panel.score import due, sealed


def reach(seat: Panelist) -> dict[str, Any]:
    """The last turn they sealed, the last that was called, and whether the session is tabulated."""
    mine = Sheet.objects.filter(panelist=seat, state=SheetState.SEALED).values("application")
    turns = Slot.objects.filter(panel=seat.panel_id)
    called = turns.exclude(state=SlotState.WAITING)
    last = {"sealed_to": turns.filter(application__in=mine), "called_to": called}
    found = {name: rows.aggregate(last=Max("turn"))["last"] or 0 for name, rows in last.items()}
    return {**found, "tabulated": tabulation_of(seat.panel.batch) is not None}


def is_awaited(seat: Panelist) -> bool:
    """Whether a session waits for this member: it goes on, or sheets of theirs are due."""
    if seat.left_at is not None or tabulation_of(seat.panel.batch) is not None:
        return False
    if seat.panel.ended_at is None:
        return True
    missing = due(seat.panel.batch) - sealed(seat.panel.batch)
    return any(who == seat.pk for who, _application in missing)


def seat_for(actor: Actor, batch: Batch, pk: UUID) -> Panelist | None:
    """A member of the panel, for who leads the session or looks after the panel."""
    rows = Panelist.objects.filter(pk=pk, panel__batch=batch, dismissed_at=None).select_related("panel__batch")
    return next((row for row in rows if may_agree(actor, row)), None)


def may_agree(actor: Actor, seat: Panelist) -> bool:
    """Who looks after the panel there, or chairs it."""
    mine = member_of(actor, seat.panel.batch)
    return actor.may_at(P.PANEL_MANAGE, seat.panel.area_path) or bool(mine and mine.is_chair)


def turns_of(batch: Batch) -> list[Slot]:
    """What was called so far, in order."""
    rows = Slot.objects.filter(panel__batch=batch).exclude(state=SlotState.WAITING)
    return list(rows.select_related("application").order_by("turn"))
