"""The session as its screens show it: who has not sealed, never what was given."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Exists, QuerySet, Subquery, Sum

from sanshe.incubation.enums.panel.panel import SlotState
from sanshe.incubation.enums.panel.score import SheetState
from sanshe.incubation.enums.panel.session import Phase
from sanshe.incubation.models import Batch, Panel, Panelist, Sheet
from sanshe.incubation.queries.panel import panel, score
from sanshe.incubation.rules.panel.session import ends_at

ON_STAGE = (SlotState.CALLED, SlotState.PRESENTING)
QUESTIONS = 4
BEFORE, AFTER = 3, 8  # how much of the order stands around the one on stage


@dataclass(frozen=True, slots=True)
class Seat:
    """One member as the big screen shows them for the one on stage."""

    name: str
    side: str
    state: str


@dataclass(frozen=True, slots=True)
class Stage:
    """The session at this moment. `is_shut`: the one who looks is recused from the one on stage."""

    panel: Any
    slot: Any
    until: datetime | None
    left: int | None
    phases: list[tuple[str, str]]
    seats: list[Seat]
    sealed: int
    due: int
    waited_for: list[str]
    order: list[Any]
    passed: int
    behind: int
    next: Any
    all: int
    done: int
    here: int
    is_shut: bool
    shut: set[Any]
    clock: str
    asked: list[Any]
    drawn_at: datetime | None


def stage(batch: Batch, at: datetime, viewer: Panelist | None = None) -> Stage:
    """Read in a handful of queries, however many applicants there are."""
    one, order = panel.panel_of(batch), list(panel.slots(batch))
    slot = next((s for s in order if s.state in ON_STAGE), None)
    upcoming = next((s for s in order if s.state == SlotState.WAITING), None)
    seated = panel.members(batch)
    sealed = score.who_has_sealed(slot) if slot else set()
    barred = score.who_is_barred(slot) if slot else set()
    shown = slot or upcoming
    here = {m.pk for m in seated if m.arrived_at and not (shown and m.is_gone(shown.turn))}
    seats = [Seat(m.name, m.side, _state(m, sealed, barred, slot)) for m in seated]
    wanted = (here | sealed) - barred
    missing = [m.name for m in seated if m.pk in wanted - sealed]
    first, last = _window(order, slot or upcoming)
    return Stage(
        panel=one, slot=slot, until=until(slot), left=left(slot), phases=_phases(slot), seats=seats,
        sealed=len(sealed & wanted), due=len(wanted), waited_for=missing,
        order=order[first:last], passed=first, behind=len(order) - last, next=upcoming, all=len(order),
        done=sum(s.state in (SlotState.DONE, SlotState.ABSENT) for s in order), here=len(here),
        is_shut=bool(viewer and slot and viewer.pk in barred), shut=score.shut_for(viewer), clock=countdown(slot, at),
        asked=slot.questions[-QUESTIONS:] if slot else [], drawn_at=panel.drawn_at(batch),
    )  # fmt: skip


def _state(member: Panelist, sealed: set[Any], barred: set[Any], slot: Any) -> str:
    if member.pk in barred:
        return "off"
    if member.pk in sealed:
        return "seal"
    if member.arrived_at is None:
        return "wait"
    return "run" if slot else ""


def _window(order: list[Any], around: Any) -> tuple[int, int]:
    """From where to where the order is shown: a few who are through, the one on stage, those who come."""
    at = order.index(around) if around in order else len(order)
    first = max(0, min(at - BEFORE, len(order) - BEFORE - AFTER - 1))
    return first, min(len(order), first + BEFORE + AFTER + 1)


def until(slot: Any) -> datetime | None:
    """When the phase on stage runs out."""
    if slot is None or not slot.phase:
        return None
    return ends_at(phase=Phase(slot.phase), begun=slot.phase_at, added=slot.added)


def left(slot: Any) -> int | None:
    """The whole seconds that were left when the clock was held; None while it runs."""
    end = until(slot)
    return round((end - slot.paused_at).total_seconds()) if end and slot.paused_at else None


def countdown(slot: Any, at: datetime) -> str:
    """What is left at a moment, as the page shows it without scripts: 1:24, or −0:10 when the time is over."""
    end = until(slot)
    if end is None:
        return ""
    held = left(slot)
    seconds = round((end - at).total_seconds()) if held is None else held
    return f"{'−' if seconds < 0 else ''}{abs(seconds) // 60}:{abs(seconds) % 60:02}"


def _phases(slot: Any) -> list[tuple[str, str]]:
    """Each phase, and whether it is over, on, or to come."""
    names = list(Phase)
    at = names.index(Phase(slot.phase)) if slot and slot.phase else -1
    return [(name, "done" if i < at else "now" if i == at else "") for i, name in enumerate(names)]


def screen_version(subject: str) -> str:
    """What changes with everything the big screen shows; for who is recused only with who is on stage."""
    panel_id, seat = subject.split(".")
    found = Panel.objects.filter(pk=panel_id)
    if seat == "-":
        return str(found.values_list("ticks", flat=True).get())
    shut = Sheet.objects.filter(panelist=UUID(seat), state=SheetState.RECUSED, application__slot__state__in=ON_STAGE)
    ticks, turns, is_shut = found.annotate(shut=Exists(shut)).values_list("ticks", "turns", "shut").get()
    return f"r{turns}" if is_shut else str(ticks)


def pads_version(subject: str) -> str:
    """What changes with who is on stage and with this member's own sheets; never with the sheets of others."""
    panel_id, seat = subject.split(".")
    own = _own(seat).order_by().values("panelist").annotate(all=Sum("version")).values("all")
    turns, own_versions = (
        Panel.objects.filter(pk=panel_id).annotate(own=Subquery(own)).values_list("turns", "own").get()
    )
    return f"{turns}-{own_versions or 0}"


def _own(seat: str) -> QuerySet[Sheet]:
    return Sheet.objects.filter(panelist=UUID(seat)).exclude(state=SheetState.RECUSED)


FOLLOWED = {"incubation.screen": screen_version, "incubation.pads": pads_version}
