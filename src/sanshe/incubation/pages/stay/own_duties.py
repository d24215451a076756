"""What waits for who acts for an organisation in incubation, on their front page and their own view."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.urls import reverse

from sanshe.core.calendar.queries import workdays
from sanshe.core.calendar.types import Left
from sanshe.core.kit.access import Actor
from sanshe.incubation.enums.agreement.register import EntryState
from sanshe.incubation.models import Entry
from sanshe.incubation.phrases.agreement.register import STATES
from sanshe.incubation.phrases.reminders import OWED
from sanshe.incubation.phrases.stay.todos import TODOS
from sanshe.incubation.queries.end.obligations import obligations
from sanshe.incubation.queries.obligations import is_of
from sanshe.incubation.queries.stay import stay, todos
from sanshe.incubation.types.obligation import Obligation


@dataclass(frozen=True, slots=True)
class Waiting:
    """One thing to do, with what is left of its time; `day` is the last one for what the end of the stay asks."""

    title: str
    url: str
    left: Left | None = None
    day: date | None = None
    is_over: bool = False


@dataclass(frozen=True, slots=True)
class Mine:
    """One organisation with where it stands and what waits for it."""

    entry: Entry
    state: Any
    is_here: bool
    todos: list[Waiting]


def own_lines(actor: Actor, at: datetime) -> list[Mine]:
    """The organisations this person acts for that are or were in incubation."""
    rows = list(stay.own(actor)[:5])
    owed = [one for one in obligations(at) if one.organisation and is_of(one, actor)] if rows else []
    return [_mine(one, [said for said in owed if said.organisation == one.organisation_id], at) for one in rows]


def _mine(entry: Entry, owed: list[Obligation], at: datetime) -> Mine:
    is_here = entry.state == EntryState.IN_INCUBATION
    found = [_waiting(*item, at) for item in todos.own(entry, at)] if is_here else []
    found += [Waiting(str(OWED[o.kind][0]), o.url, day=o.due.day, is_over=o.due.moment <= at) for o in owed]
    return Mine(entry, STATES[EntryState(entry.state)], is_here, found)


def _waiting(kind: str, _batch: str, name: str, where: dict[str, Any], due: Any, n: Any, at: datetime) -> Waiting:
    title = str(TODOS[kind][0]).format(n=n)
    return Waiting(title, reverse(f"incubation:{name}", kwargs=where), workdays().left(at, due) if due else None)
