"""The session as its screens show it: who has not sealed, never what was given."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sanshe.incubation.enums.panel import SlotState
from sanshe.incubation.enums.session import Phase
from sanshe.incubation.models import Batch, Panelist
from sanshe.incubation.queries import panel, score
from sanshe.incubation.rules.session import MINUTES


@dataclass(frozen=True, slots=True)
class Seat:
    """One member as the big screen shows them for the one on stage."""

    name: str
    side: str
    state: str


@dataclass(frozen=True, slots=True)
class Stage:
    """The session at this moment."""

    panel: Any
    slot: Any
    until: datetime | None
    seats: list[Seat]
    sealed: int
    due: int
    order: list[Any]
    done: int


def stage(batch: Batch) -> Stage:
    """Read in a handful of queries, however many applicants there are."""
    one, slot = panel.panel_of(batch), panel.on_stage(batch)
    seated = panel.members(batch)
    sealed = score.who_has_sealed(slot) if slot else set()
    barred = score.who_is_barred(slot) if slot else set()
    seats = [Seat(m.name, m.side, _state(m, sealed, barred, slot)) for m in seated]
    order = list(panel.slots(batch))
    done = sum(one.state in (SlotState.DONE, SlotState.ABSENT) for one in order)
    return Stage(one, slot, _until(slot), seats, len(sealed), len(seated) - len(barred), order, done)


def _state(member: Panelist, sealed: set[Any], barred: set[Any], slot: Any) -> str:
    if member.pk in barred:
        return "off"
    if member.arrived_at is None:
        return "wait"
    return "seal" if member.pk in sealed else "run" if slot else ""


def _until(slot: Any) -> datetime | None:
    """When the phase on stage runs out."""
    if slot is None or not slot.phase:
        return None
    return slot.phase_at + timedelta(minutes=MINUTES[Phase(slot.phase)])


def tag(batch: Batch) -> str:
    """One number that changes whenever a screen has something new to show: the ETag of polling."""
    one = panel.panel_of(batch)
    return f'"{one.pk.hex[:8]}-{one.ticks}"' if one else '"none"'
