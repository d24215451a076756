"""What waits for a person, devices put out of use, words that go in their time."""

from datetime import timedelta

import pytest

from sanshe.core.audit.models import AuditEvent
from sanshe.core.field import actions, queries
from sanshe.core.field.enums import E, EventState, R, Why
from sanshe.core.field.models import Event
from sanshe.core.kit.access import Actor, Grant
from sanshe.core.kit.refused import Refused
from tests.field.conftest import AT, DECIDE, DOORS, SEND, person, register

pytestmark = pytest.mark.django_db


@pytest.fixture
def waiting(send, event):
    send(event(1, "asked"))
    return Event.objects.get()


class TestDecide:
    def test_aside_needs_a_reason_and_keeps_it(self, waiting):
        manager = person(DECIDE)
        with pytest.raises(Refused) as no:
            actions.set_aside(event=waiting, why=" ", by=manager, at=AT)
        assert no.value.code == R.NO_REASON
        row = actions.set_aside(event=waiting, why="不是这一户", by=manager, at=AT)
        assert (row.state, row.why) == (EventState.SET_ASIDE, "不是这一户") and not register()
        assert AuditEvent.objects.filter(event=E.SET_ASIDE, subject=row.pk).count() == 1

    def test_once(self, waiting):
        stale = Event.objects.get()
        actions.set_aside(event=waiting, why="不是这一户", by=person(DECIDE), at=AT)
        for event in (waiting, stale):
            with pytest.raises(Refused) as no:
                actions.admit(event=event, why="", by=person(DECIDE), at=AT)
            assert no.value.code == R.NOT_WAITING

    def test_not_by_who_sent_it(self, waiting, worker):
        both = Actor(worker.id, worker.name, is_staff=True, grants=(Grant("w", frozenset({SEND, DECIDE}), DOORS),))
        with pytest.raises(Refused):
            actions.admit(event=waiting, why="", by=both, at=AT)
        assert Event.objects.get().state == EventState.WAITING

    def test_not_from_elsewhere(self, waiting):
        with pytest.raises(Refused) as no:
            actions.admit(event=waiting, why="", by=person(DECIDE, path="140214"), at=AT)
        assert no.value.code == R.NOT_YOURS

    def test_what_the_app_still_refuses_waits_as_before(self, waiting):
        with pytest.raises(Refused):
            actions.admit(event=waiting, why="", by=person(DECIDE), at=AT)

    def test_other_content_is_admitted_as_a_note_of_its_own(self, send, event):
        one = event(1)
        send(one)
        send(one | {"body": {"door": "3-999"}})
        row = actions.admit(
            event=Event.objects.get(state=EventState.WAITING), why="两处都去了", by=person(DECIDE), at=AT
        )
        assert row.code == Why.OTHER_CONTENT and [line[2] for line in register()] == ["3-201", "3-999"]


class TestDevice:
    def test_revoked_with_a_reason_by_its_own_or_the_administrator(self, device, worker):
        for by, why, code in [(worker, "", R.NO_REASON), (person(SEND), "丢了", R.NOT_YOURS)]:
            with pytest.raises(Refused) as no:
                actions.revoke(device=device, why=why, by=by, at=AT)
            assert no.value.code == code
        admin = person("field.revoke", path="140213")
        actions.revoke(device=device, why="手机丢了", by=admin, at=AT)
        with pytest.raises(Refused) as no:
            actions.revoke(device=device, why="手机丢了", by=worker, at=AT)
        assert no.value.code == R.IS_REVOKED
        assert list(queries.devices(person("field.revoke", path="140214"))) == []


class TestWords:
    def test_go_after_400_days_unless_they_wait(self, send, event, device):
        send(event(1), event(2, "asked"))
        over = AT + timedelta(days=400)
        assert actions.destroy_over(at=over) == 0
        assert actions.destroy_over(at=over + timedelta(microseconds=1)) == 1
        assert actions.destroy_over(at=over + timedelta(days=1)) == 0
        gone, kept = Event.objects.order_by("seq")
        assert gone.words == "" and gone.digest and kept.words
        assert queries.lines_of(gone) == [] and queries.lines_of(kept) == [("门", "asked")]

    def test_one_sent_again_after_that_is_known(self, send, event):
        send(one := event(1))
        actions.destroy_over(at=AT + timedelta(days=401))
        assert send(one, at=AT + timedelta(days=402))[0].is_known
