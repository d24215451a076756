"""An appeal as its resident sees it: where it is, by when, what they counted. Names no other person of the matter."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sanshe.appeals import phrases
from sanshe.appeals.enums import About, ClockKind, Ground, State
from sanshe.appeals.models import Addition, Appeal, Leg, Night
from sanshe.appeals.queries.appeals import last_clock, lead, may_reopen
from sanshe.core.areas.queries import name_of
from sanshe.core.calendar.rules import due_of
from sanshe.core.calendar.types import Due

S = State
REACHED = {  # in which states each step of the resident's page is behind them
    1: frozenset(S) - {S.RECEIVED, S.ACCEPTED, S.DISPATCHED, S.DISPUTED},
    2: frozenset({S.HANDLED, S.VERIFIED, S.CALLED_BACK, S.CLOSED}),
    3: frozenset({S.VERIFIED, S.CALLED_BACK, S.CLOSED}),
    4: frozenset({S.CLOSED}),
}
NO_STEPS = frozenset({S.REDIRECTED, S.DECLINED, S.ANSWERED, S.WITHDRAWN, S.TAKEN_BACK})


@dataclass(frozen=True, slots=True)
class Step:
    """A step on the way: what, who, and whether it is done, now, or still to come."""

    label: Any
    note: str
    is_done: bool
    is_now: bool


def facts(row: Appeal, at: datetime) -> dict[str, Any]:
    """All that one's own page shows."""
    return {
        "number": row.number,
        "title": row.title,
        "said": phrases.OWN_STATES[S(row.state)],
        "is_over": row.state in S.over(),
        "is_gone": row.state == S.TAKEN_BACK,
        "text": row.text,
        "contact": due(row, ClockKind.CONTACT),
        "handle": due(row, ClockKind.HANDLE),
        "steps": steps(row),
        "answer": row.answer,
        "ground": phrases.GROUNDS[Ground(row.ground)] if row.ground else "",
        "nights": list(Night.objects.filter(appeal=row).order_by("night")),
        "added": added(row),
        "may_reopen": may_reopen(row, at),
        "reopen_until": due_of(row.reopen_until) if row.reopen_until else None,
        "may_withdraw": S.WITHDRAWN in S.moves()[S(row.state)],
    }


def due(row: Appeal, kind: ClockKind) -> Due | None:
    """By when, while it runs; a category's own term where it was not accepted yet."""
    clock = last_clock(row, kind)
    return due_of(clock.due_at) if clock and clock.stopped_at is None else None


def steps(row: Appeal) -> list[Step]:
    """The five steps, with who has it; none for what went another way."""
    if row.state in NO_STEPS:
        return []
    unit = lead(row)
    done = [True, *(row.state in REACHED[n] for n in range(1, 5))]
    now = done.index(False) if False in done else -1
    notes = _notes(row, unit)
    return [Step(label, notes[n], done[n], n == now) for n, label in enumerate(phrases.OWN_STEPS)]


def _notes(row: Appeal, unit: Leg | None) -> list[str]:
    where = name_of(row.area_path)
    return [f"{phrases.CHANNELS[row.channel]}，{where}", unit.unit_name if unit else "", "", "", ""]


def added(row: Appeal) -> list[tuple[datetime, Any, str]]:
    """What the resident added, in their own words."""
    rows = Addition.objects.filter(appeal=row).order_by("noted_at")
    return [(one.noted_at, phrases.ABOUT[About(one.about)], one.words) for one in rows]
