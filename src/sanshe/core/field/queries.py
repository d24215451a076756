"""Reading devices and events; kinds of event."""

import json
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Q, QuerySet

from sanshe.core.field import rules
from sanshe.core.field.enums import EventState, P, Why
from sanshe.core.field.models import Device, Event
from sanshe.core.field.types import Answer, Count, FieldKind, Told
from sanshe.core.kit.access import Actor
from sanshe.core.kit.registry import Registry
from sanshe.core.rows.queries import within

# What people note without a signal; `ledgers.declare_kind` fills it.
FIELDS: Registry[FieldKind] = Registry("kind of event of the field")


# ---- devices
def in_use(user: UUID) -> int:
    return Device.objects.filter(user=user, revoked_at=None).count()


def devices(actor: Actor) -> QuerySet[Device]:
    """One's own, and those of the areas for which one may revoke them."""
    return Device.objects.filter(Q(user=actor.key) | within(actor.paths(P.REVOKE))).order_by("-seen_at", "pk")


def device_for(actor: Actor, pk: UUID) -> Device | None:
    return devices(actor).filter(pk=pk).first()


def own_device(actor: Actor, pk: UUID) -> Device | None:
    return Device.objects.filter(user=actor.key, pk=pk).first()


def may_revoke(actor: Actor, device: Device) -> bool:
    return device.user == actor.id or actor.may_at(P.REVOKE, device.area_path)


def places_to_send(actor: Actor) -> tuple[str, ...]:
    """The areas for which somebody may send anything."""
    return tuple(sorted({path for kind in FIELDS for path in actor.paths(kind.needs)}))


def count_of(device: Device) -> Count:
    """What the house has of a device. What is other content of a known key is counted once."""
    rows = Event.objects.filter(device=device)
    numbers = list(rows.filter(twin=None).values_list("seq", flat=True))
    waiting = rows.filter(state=EventState.WAITING).count()
    return Count(len(numbers), waiting, max(numbers, default=0), rules.missing(numbers))


def receipts(device: Device, after: int) -> list[Answer]:
    """The answers of a device's events behind a number; the first five hundred."""
    rows = Event.objects.filter(device=device, seq__gt=after, twin=None).order_by("seq")
    return [answer_of(one, is_known=True) for one in rows[: rules.MOST_EVENTS]]


# ---- events
def known(told: UUID) -> list[Event]:
    """What came under a key, the first one first."""
    rows = Event.objects.filter(told=told)
    return sorted(rows, key=lambda one: (one.twin_id is not None, one.received_at))


def answer_of(row: Event, *, is_known: bool) -> Answer:
    """What the device is told of it."""
    return Answer(str(row.told), EventState(row.state), row.code, row.said, row.facts, is_known)


def reason_to_wait(row: Event, device: Device, by: Actor) -> Why | None:
    """Why it may not be taken before a person looked at it."""
    if row.twin:
        return Why.OTHER_CONTENT
    if device.revoked_at:
        return Why.REVOKED
    return None if by.may_at(FIELDS[row.kind].needs, row.area_path) else Why.NO_TERM


def told_of(row: Event) -> Told:
    """An event as the device told it; other content of a known key under a key of its own."""
    body = json.loads(row.words) if row.words else {}
    return Told(row.pk, row.device_id, row.seq, row.kind, row.noted_at, row.offset, body)


def lines_of(row: Event) -> list[tuple[object, object]]:
    """What it says, for who decides; nothing once its words are destroyed."""
    return list(FIELDS[row.kind].lines(told_of(row))) if row.words else []


def may_decide(actor: Actor, row: Event) -> bool:
    return actor.may_at(FIELDS[row.kind].decides, row.area_path)


def visible_to(actor: Actor) -> QuerySet[Event]:
    """The events of a reader's areas."""
    return Event.objects.filter(within(actor.paths(P.READ)))


def event_for(actor: Actor, pk: UUID) -> Event | None:
    """An event for who reads all of an area, or decides its kind there."""
    row = Event.objects.filter(pk=pk).select_related("device", "twin").first()
    if row is None or row.kind not in FIELDS:
        return None
    return row if may_decide(actor, row) or actor.may_at(P.READ, row.area_path) else None


# ---- retention
def old_words(at: datetime) -> QuerySet[Event]:
    """Events whose words have been here long enough."""
    before = at - timedelta(days=rules.KEPT_DAYS)
    return Event.objects.filter(received_at__lt=before, destroyed_at=None).exclude(state=EventState.WAITING)


def devices_with_old_words(at: datetime) -> list[UUID]:
    return list(old_words(at).values_list("device", flat=True).distinct())
