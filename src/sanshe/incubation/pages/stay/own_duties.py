"""What waits for who acts for an organisation in incubation, on their front page and their own view."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sanshe.core.duties import queries as duties
from sanshe.core.duties.enums import Owner
from sanshe.core.duties.types import Item
from sanshe.core.kit.access import Actor
from sanshe.incubation.enums.agreement.register import EntryState
from sanshe.incubation.models import Entry
from sanshe.incubation.phrases.agreement.register import STATES
from sanshe.incubation.queries.stay import stay


@dataclass(frozen=True, slots=True)
class Mine:
    """One organisation with where it stands and what waits for it."""

    entry: Entry
    state: Any
    is_here: bool
    todos: list[Item]


def own_lines(actor: Actor, at: datetime) -> list[Mine]:
    """The organisations this person acts for that are or were in incubation."""
    rows = list(stay.own(actor))
    found = duties.items(duties.owed(actor, at).duties, at) if rows else []
    return [_mine(one, found) for one in rows]


def _mine(entry: Entry, found: list[Item]) -> Mine:
    here = {entry.organisation_id, entry.batch_id}
    owed = [one for one in found if one.duty.source.owner == Owner.ORGANISATION]  # an office of theirs owes its own
    mine = [one for one in owed if one.duty.line.subject and _of(one) == here]
    return Mine(entry, STATES[EntryState(entry.state)], entry.state == EntryState.IN_INCUBATION, mine)


def _of(item: Item) -> set[UUID]:
    return {UUID(item.duty.line.owner), UUID(item.duty.line.subject)}
