"""What waits for a person: admitted, or set aside with a reason."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from sanshe.core.accounts.queries import person
from sanshe.core.field import queries, rules
from sanshe.core.field.enums import Duty, E, EventState, R
from sanshe.core.field.models import Event
from sanshe.core.kit.access import Actor
from sanshe.core.kit.refused import insist
from sanshe.core.rows import actions as rows
from sanshe.core.rows.rules import another


@transaction.atomic
def admit(*, event: Event, why: str, by: Actor, at: datetime) -> Event:
    """It counts, as what its sender noted. The app may still refuse it, and then it waits as before."""
    row = _decided(event, EventState.ADMITTED, why, by, at)
    told = queries.told_of(event)
    facts = queries.FIELDS[event.kind].take(told, _sender(event.user), at)
    row = rows.change(row, facts=dict(facts))
    rows.record(E.ADMITTED, row, by=by, at=at, note=row.why)
    return row


@transaction.atomic
def set_aside(*, event: Event, why: str, by: Actor, at: datetime) -> Event:
    """It does not count, for a reason; it stays as it came."""
    insist(rules.refusal_to_decide(reason=why, is_needed=True))
    row = _decided(event, EventState.SET_ASIDE, why, by, at)
    rows.record(E.SET_ASIDE, row, by=by, at=at, note=row.why)
    return row


def _decided(event: Event, state: EventState, why: str, by: Actor, at: datetime) -> Event:
    insist(None if queries.may_decide(by, event) else R.NOT_YOURS)
    another(by.id, (event.user,), Duty.SENDER)
    said = {"decided_at": at, "decided_by": by.id, "why": why.strip()[:200]}
    return rows.move(event, state, refused=R.NOT_WAITING, **said)


def _sender(user: UUID) -> Actor:
    """Who noted it, as the author of what is made of it; what they may now is not asked again."""
    return Actor(user, person(user), is_staff=True)
