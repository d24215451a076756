"""A batch of events: each taken in a savepoint of its own, each answered, all in one transaction."""

import logging
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import InterfaceError, OperationalError, transaction

from sanshe.core.field import queries, rules
from sanshe.core.field.enums import E, EventState, R, Why
from sanshe.core.field.models import Device, Event
from sanshe.core.field.types import Answer, ForPerson, Told
from sanshe.core.kit.access import Actor
from sanshe.core.kit.digest import canonical
from sanshe.core.kit.refused import Refused, insist
from sanshe.core.rows import actions as rows
from sanshe.core.ui.queries import say

LOG = logging.getLogger(__name__)
PASSING = (OperationalError, InterfaceError)  # the whole batch is sent again later


@transaction.atomic
def receive(*, events: Sequence[Any], sent_at: datetime | None, by: Actor, at: datetime) -> list[Answer]:
    """Take what a device noted, in the order in which it was noted, and answer every event in the order it was sent.

    What came before gets its first answer, so that sending again is always safe.
    """
    insist(rules.refusal_of_batch(events=len(events)))
    told = [rules.read(one, queries.FIELDS.codes()) for one in events]
    readable = [one for one in told if one]
    devices = _held({one.device for one in readable}, by)
    answers: dict[int, Answer] = {}
    for one in sorted(readable, key=lambda one: (str(one.device), one.seq)):
        answers[id(one)] = _arrived(one, devices[one.device], sent_at, by, at)
    for device in devices.values():
        _tell(device, [answers[id(one)] for one in readable if one.device == device.pk], by, at)
    return [answers[id(one)] if one else _unreadable(said) for one, said in zip(told, events, strict=True)]


def _held(keys: set[UUID], by: Actor) -> dict[UUID, Device]:
    """The devices, held until the batch is done: two pages that send the same batch come one after the other."""
    found = list(Device.objects.filter(pk__in=keys))
    owners = {one.pk: one.user for one in found}
    insist(rules.refusal_to_send(owners=owners, devices=keys, by=by.id))
    return {one.pk: one for one in rows.held(*found)} if found else {}


def _arrived(told: Told, device: Device, sent_at: datetime | None, by: Actor, at: datetime) -> Answer:
    mark = rules.digest(told)
    known = queries.known(told.id)
    for one in known:
        if one.digest == mark:
            return queries.answer_of(one, is_known=True)
    row = _made(told, mark, device, known[0] if known else None, by, at)
    row.is_time_doubtful = rules.is_doubtful(told, sent_at=sent_at, at=at)
    why = queries.reason_to_wait(row, device, by)
    if why:
        _settle(row, EventState.WAITING, why, {})
    else:
        _take(row, told, by, at)
    row.save(force_insert=True)
    return queries.answer_of(row, is_known=False)


def _made(told: Told, mark: str, device: Device, twin: Event | None, by: Actor, at: datetime) -> Event:
    return Event(
        pk=rules.key_of_other(told.id, mark) if twin else told.id,
        told=told.id,
        device=device,
        seq=told.seq,
        kind=told.kind,
        noted_at=told.noted_at,
        offset=told.offset,
        received_at=at,
        user=by.key,
        area_path=_place(told) or device.area_path,
        words=canonical(told.body).decode(),
        digest=mark,
        twin=twin,
    )


def _place(told: Told) -> str:
    """Where it belongs to. An app that cannot read its own event says nothing."""
    try:
        return queries.FIELDS[told.kind].place(told)
    except PASSING:
        raise
    except Exception:  # taking it will say what is wrong
        LOG.exception("no place of a %s", told.kind)
        return ""


def _take(row: Event, told: Told, by: Actor, at: datetime) -> None:
    """What the app makes of it. A fault of ours holds up nothing that comes behind it."""
    try:
        with transaction.atomic():
            facts = queries.FIELDS[told.kind].take(told, by, at)
    except ForPerson as kept:
        _settle(row, EventState.WAITING, kept.code, kept.facts)
    except Refused as refused:
        _settle(row, EventState.REFUSED, refused.code, refused.facts)
    except PASSING:
        raise
    except Exception:
        LOG.exception("a %s could not be taken", told.kind)
        _settle(row, EventState.WAITING, Why.FAULT, {})
    else:
        row.state, row.facts = EventState.TAKEN, dict(facts)


def _settle(row: Event, state: EventState, code: str, facts: Mapping[str, Any]) -> None:
    row.state, row.code, row.said = state, str(code), say(code, facts)[:300]


def _tell(device: Device, answers: Sequence[Answer], by: Actor, at: datetime) -> None:
    """One line on the record for what is new of a device."""
    new = Counter(one.state for one in answers if not one.is_known)
    Device.objects.filter(pk=device.pk).update(seen_at=at)
    if new:
        rows.record(E.RECEIVED, device, by=by, at=at, **{str(state): n for state, n in sorted(new.items()) if state})


def _unreadable(said: Any) -> Answer:
    key = said.get("id", "") if isinstance(said, dict) else ""
    return Answer(str(key)[:40], None, R.UNREADABLE, say(R.UNREADABLE, {}))
