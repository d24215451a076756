"""An appeal as its page shows it: who asks, in what words, its clocks, who is at it, what was found."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sanshe.appeals import phrases
from sanshe.appeals.enums import P
from sanshe.appeals.models import Appeal, Clock, Leg, Night
from sanshe.appeals.queries.appeals import may_read_words
from sanshe.core.accounts.queries.people import names_of
from sanshe.core.areas.queries import name_of
from sanshe.core.calendar.enums import DayKind
from sanshe.core.calendar.queries import clock, worktime
from sanshe.core.calendar.rules import due_of
from sanshe.core.calendar.types import Clock as Shown
from sanshe.core.calendar.types import Left
from sanshe.core.kit.access import Actor
from sanshe.core.parties.queries import standing_for
from sanshe.core.privacy.rules import mask_name, mask_phone


@dataclass(frozen=True, slots=True)
class Line:
    """An open appeal in the list, with the clock that ends first."""

    row: Appeal
    place: str
    state: Any
    handler: str
    label: Any
    clock: Shown | None


@dataclass(frozen=True, slots=True)
class Part:
    """A unit at work, who signed for it, and what it said."""

    leg: Leg
    state: Any
    handler: str
    done: str


def lines(rows: Iterable[Appeal], at: datetime) -> list[Line]:
    """The open ones with their nearest clock, the nearest first; those without one behind."""
    found = list(rows)
    clocks = _nearest(found)
    legs = {one.appeal_id: one for one in Leg.objects.filter(appeal__in=found, is_lead=True).order_by("sent_at")}
    names = names_of({one.handler for one in legs.values() if one.handler})
    made = [_line(row, clocks.get(row.pk), legs.get(row.pk), names, at) for row in found]
    far = datetime.max.replace(tzinfo=at.tzinfo)
    return sorted(made, key=lambda one: (one.clock.due.moment if one.clock else far, one.row.number))


def _nearest(rows: list[Appeal]) -> dict[Any, Clock]:
    running = Clock.objects.filter(appeal__in=rows, stopped_at=None).order_by("-due_at", "pk")
    return {one.appeal_id: one for one in running}


def _line(row: Appeal, held: Clock | None, leg: Leg | None, names: dict[Any, str], at: datetime) -> Line:
    by = names.get(leg.handler, "") if leg and leg.handler else ""
    who = f"{leg.unit_name} {by}".strip() if leg else ""
    label = phrases.CLOCKS[held.kind] if held else ""
    shown = shown_clock(held, at) if held else None
    return Line(row, name_of(row.area_path), phrases.STATES[row.state], who, label, shown)


def shown_clock(held: Clock, at: datetime) -> Shown:
    """A clock of the matter; terms in hours are told in hours."""
    now = held.stopped_at or held.paused_at or at
    kind = DayKind(held.day_kind)
    due = due_of(held.due_at, DayKind.WORKDAY if kind == DayKind.WORK_HOUR else kind)
    made = clock(str(phrases.CLOCKS[held.kind]), opens=held.started_at, due=due, now=now)
    note = phrases.MET.get(held.is_met, "") if held.stopped_at else phrases.PAUSED if held.paused_at else ""
    left = made.left
    if left.is_over and kind == DayKind.WORK_HOUR:
        left = Left(int(worktime().worked(held.due_at, now).total_seconds() // 3600), kind, is_over=True)
    return replace(made, left=left, is_paused=bool(held.paused_at), done_at=held.stopped_at, note=str(note))


def clocks(row: Appeal, at: datetime) -> list[tuple[Shown, str]]:
    """All clocks of a matter in their order, with the unit whose part they measure."""
    rows = Clock.objects.filter(appeal=row).select_related("leg").order_by("started_at", "pk")
    return [(shown_clock(one, at), one.leg.unit_name if one.leg else "") for one in rows]


def parts(row: Appeal, actor: Actor) -> list[Part]:
    rows = list(Leg.objects.filter(appeal=row).order_by("-is_lead", "sent_at"))
    names = names_of({one.handler for one in rows if one.handler})
    opened = may_read_words(actor, row)
    return [
        Part(
            one,
            phrases.LEG_STATES[one.state],
            names.get(one.handler, "") if one.handler else "",
            one.done if opened else "",
        )
        for one in rows
    ]


def facts(row: Appeal, actor: Actor) -> dict[str, Any]:
    """Who asks, masked, where and in what words; sealed words stay sealed."""
    person = standing_for(row.person) if row.person else None
    sees = actor.may_at(P.NAMES, row.area_path) and person is not None
    opened = may_read_words(actor, row)
    return {
        "place": name_of(row.area_path),
        "state": phrases.STATES[row.state],
        "channel": phrases.CHANNELS[row.channel],
        "name": mask_name(person.name) if sees and person else "",
        "phone": mask_phone(person.phone) if sees and person else "",
        "is_sealed": not opened,
        "text": row.text if opened else "",
        "where": row.place if opened else "",
        "answer": row.answer,
        "outcome": phrases.OUTCOMES.get(row.outcome, ""),
        "reach": phrases.REACHES.get(row.reach, ""),
        "solved": phrases.SOLVED.get(row.solved, ""),
        "satisfied": phrases.SATISFIED.get(row.satisfied, ""),
        "nights": list(Night.objects.filter(appeal=row).order_by("night")),
        "contacts": [
            (one, phrases.WAYS[one.way], one.said if opened else "") for one in row.contacts.order_by("noted_at")
        ],
    }
