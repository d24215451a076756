"""What waits for who acts for an organisation in incubation, on their front page and their own view."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.urls import reverse

from sanshe.core.calendar.queries import workdays
from sanshe.core.calendar.types import Left
from sanshe.core.kit.access import Actor
from sanshe.incubation.enums.register import EntryState
from sanshe.incubation.models import Entry
from sanshe.incubation.phrases.stay import TODOS
from sanshe.incubation.queries import stay, todos_stay


@dataclass(frozen=True, slots=True)
class Waiting:
    """One thing to do, with what is left of its time."""

    title: str
    url: str
    left: Left | None


@dataclass(frozen=True, slots=True)
class Mine:
    """One organisation with what waits for it."""

    entry: Entry
    todos: list[Waiting]


def own_lines(actor: Actor, at: datetime) -> list[Mine]:
    """The organisations in incubation this person acts for."""
    rows = stay.own(actor).filter(state=EntryState.IN_INCUBATION)[:5]
    return [Mine(one, own_todos(one, at)) for one in rows]


def own_todos(entry: Entry, at: datetime) -> list[Waiting]:
    return [_waiting(*item, at) for item in todos_stay.own(entry, at)]


def _waiting(kind: str, _batch: str, name: str, where: dict[str, Any], due: Any, n: Any, at: datetime) -> Waiting:
    title = str(TODOS[kind][0]).format(n=n)
    return Waiting(title, reverse(f"incubation:{name}", kwargs=where), workdays().left(at, due) if due else None)
