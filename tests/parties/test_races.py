"""Two at once merge crosswise: one is done, the other is told; nobody is merged in a circle."""

import contextlib
import datetime
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier, BrokenBarrierError
from uuid import uuid4

import pytest
from django.db import connection, connections, transaction

from sanshe.core.kit.access import SYSTEM, Actor
from sanshe.core.kit.refused import Refused
from sanshe.core.parties import actions
from sanshe.core.parties.actions import merging, person
from sanshe.core.parties.models import Organisation, Person
from sanshe.core.rows.actions import change

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif("connection.vendor != 'postgresql'", reason="SQLite lets one writer in at a time"),
]
AT = datetime.datetime(2022, 2, 18, tzinfo=datetime.UTC)
PLACE = {"area_path": "140213", "by": SYSTEM, "at": AT}


@pytest.fixture
def together(monkeypatch):
    """Both, once each has changed its own row: who must wait for the other gives up waiting for the gate."""
    gate = Barrier(2, timeout=2)

    def changed(row, **fields):
        found = change(row, **fields)
        if "merged_into" in fields:
            _pass(gate)
        return found

    monkeypatch.setattr(merging, "change", changed)
    write = person._write

    def written(row, **fields):
        write(row, **fields)
        _pass(gate)

    monkeypatch.setattr(person, "_write", written)
    return lambda *works: list(ThreadPoolExecutor(2).map(_done, works))


def _pass(gate):
    with contextlib.suppress(BrokenBarrierError):
        gate.wait()


def _done(work):
    """'done', or the code of the refusal."""
    try:
        with transaction.atomic():
            work()
        return "done"
    except Refused as refused:
        return str(refused.code)
    finally:
        connections.close_all()


def test_two_organisations_are_not_merged_into_one_another(together):
    who = [Actor(id=uuid4(), name=name, is_staff=True) for name in "甲乙"]
    one, other = (
        actions.register_organisation(name=name, kind="forming", registration="none", **PLACE)
        for name in ("柳岸互助社", "柳岸互助会")
    )
    for a, b, by in ((one, other, who[0]), (other, one, who[1])):
        actions.ask_merge(organisation=a, into=b, reason="同一家", by=by, at=AT)
    rows = [Organisation.objects.get(pk=row.pk) for row in (one, other)]
    told = together(
        lambda: actions.agree_merge(organisation=rows[0], by=who[1], at=AT),
        lambda: actions.agree_merge(organisation=rows[1], by=who[0], at=AT),
    )
    assert sorted(told) == ["done", "parties.merged_already"]
    assert Organisation.objects.filter(merged_into=None).count() == 1


def test_two_persons_are_not_merged_into_one_another(together):
    one, other = (actions.know_person(phone=f"1390352111{n}", name="赵德山", **PLACE) for n in range(2))
    rows = [Person.objects.get(pk=row.pk) for row in (one, other)]
    told = together(
        lambda: actions.merge_persons(person=rows[0], into=rows[1], reason="换了号", by=SYSTEM, at=AT),
        lambda: actions.merge_persons(person=rows[1], into=rows[0], reason="换了号", by=SYSTEM, at=AT),
    )
    assert sorted(told) == ["done", "parties.person_gone"]
    assert Person.objects.get(merged_into=None).name == "赵德山" and connection.vendor == "postgresql"
