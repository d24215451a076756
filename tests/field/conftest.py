"""A kind of event that only these tests declare: doors, put down in the order in which they were noted."""

import json
from datetime import UTC, datetime, timedelta
from enum import StrEnum

import pytest

from sanshe.core.audit.actions import record
from sanshe.core.audit.models import AuditEvent
from sanshe.core.duties.queries import SOURCES
from sanshe.core.field import actions, queries
from sanshe.core.field.ledgers import declare_kind
from sanshe.core.field.types import FieldKind, ForPerson
from sanshe.core.kit import ids
from sanshe.core.kit.access import Actor, Grant
from sanshe.core.kit.refused import Refused

AT = datetime(2022, 2, 17, 10, 0, tzinfo=UTC)
KIND, SEND, DECIDE = "test.door", "incubation.batch.read", "incubation.graduation.approve"
DOORS = "140213003"


class Door(StrEnum):
    TOOK = "test.took"
    HALF = "test.half"
    NO = "field.not_yours"
    ASK = "field.is_revoked"


def person(*codes, path=DOORS):
    """Somebody who holds these codes for an area."""
    return Actor(ids.new(), "田晓红", is_staff=True, grants=(Grant("worker", frozenset(codes), path),))


def take(told, by, at):
    door = told.body["door"]
    put = {"kind": "test.door", "subject": told.id, "by": by, "at": at, "area_path": DOORS}
    record(event=Door.HALF, **put)
    if door == "refused":
        raise Refused(Door.NO)
    if door == "asked":
        raise ForPerson(Door.ASK)
    if door == "broken":
        raise ZeroDivisionError
    record(event=Door.TOOK, **put, new={"door": door, "moment": told.at.isoformat(), "seq": told.seq})
    return {"door": door}


def register():
    """What the kind has put down, as it folds it."""
    rows = AuditEvent.objects.filter(event=Door.TOOK)
    said = [(json.loads(one.new), str(one.by)) for one in rows]
    return sorted((new["moment"], new["seq"], new["door"], by) for new, by in said)


def halves():
    """What was begun: as many as were put down, where every savepoint is undone whole."""
    return AuditEvent.objects.filter(event=Door.HALF).count()


@pytest.fixture(autouse=True)
def kind():
    held, sources = dict(queries.FIELDS._items), dict(SOURCES._items)
    made = FieldKind(
        "入户记录",
        SEND,
        DECIDE,
        take,
        lambda told: str(told.body.get("at", DOORS)),
        lambda told: [("门", told.body["door"])],
        lambda by, at: {"doors": ["3-201"], "for": by.name},
        "field:devices",
    )
    declare_kind(KIND, made)
    yield made
    queries.FIELDS._items, SOURCES._items = held, sources


@pytest.fixture
def worker():
    return person(SEND)


@pytest.fixture
def device(db, worker):
    return actions.register(key=ids.new(), name="手机", by=worker, at=AT)


@pytest.fixture
def event(device):
    """An event of the device as it is sent: noted by a clock that is an hour slow, which the device has learnt."""

    def make(seq=1, door="3-201", **more):
        noted = AT - timedelta(hours=2) + timedelta(minutes=seq)
        said = {"id": str(ids.new()), "device": str(device.pk), "seq": seq, "kind": KIND}
        said |= {"noted_at": noted.isoformat(), "offset": 3_600_000, "body": {"door": door}}
        return {**said, **more}

    return make


@pytest.fixture
def send(worker):
    def go(*events, by=None, at=AT, sent_at=AT - timedelta(hours=1)):
        return actions.receive(events=events, sent_at=sent_at, by=by or worker, at=at)

    return go
