"""Two pages that send the same at once: every event once, both answered."""

from concurrent.futures import ThreadPoolExecutor
from functools import partial
from threading import Barrier

import pytest
from django.db import connection, connections

from sanshe.core.field import actions
from sanshe.core.field.enums import EventState
from sanshe.core.field.models import Device, Event
from sanshe.core.kit import ids
from sanshe.core.kit.refused import Refused
from tests.field.conftest import AT, SEND, person, register

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite lets one writer in at a time"),
]


def at_once(*works):
    """Each in a thread of its own, all let go together."""
    gate = Barrier(len(works))

    def run(work):
        try:
            gate.wait()
            return work()
        except Refused as refused:
            return refused.code
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(works)) as pool:
        return list(pool.map(run, works))


def test_one_batch_from_five_pages(send, event):
    batch = [event(n) for n in range(1, 6)]
    told = at_once(*[lambda: send(*batch), lambda: send(*reversed(batch))] * 2, lambda: send(*batch))
    assert Event.objects.count() == len(register()) == 5
    assert all(one.state == EventState.TAKEN for answers in told for one in answers)
    assert sum(not one.is_known for answers in told for one in answers) == 5


def test_two_contents_under_one_key(send, event):
    one = event(1)
    at_once(lambda: send(one), lambda: send(one | {"body": {"door": "3-999"}}))
    assert sorted(row.state for row in Event.objects.all()) == [EventState.TAKEN, EventState.WAITING]
    assert len(register()) == 1


def test_two_pages_register_one_device(db, worker):
    key = ids.new()
    made = at_once(*[lambda: actions.register(key=key, name="手机", by=worker, at=AT)] * 4)
    assert {one.pk for one in made} == {key} and Device.objects.count() == 1


def test_two_people_register_one_device(db):
    key = ids.new()
    works = [partial(actions.register, key=key, name="手机", by=person(SEND), at=AT) for _ in range(2)]
    assert sorted(type(one).__name__ for one in at_once(*works)) == ["Device", "R"]
