"""Batches: each event once, whatever came twice, in whatever order, in whatever pieces."""

import json
import random
from datetime import timedelta
from uuid import UUID

import pytest
from django.db import transaction

from sanshe.core.audit.models import AuditEvent
from sanshe.core.field import actions, queries, rules
from sanshe.core.field.enums import E, EventState, R, Why
from sanshe.core.field.models import Device, Event
from sanshe.core.kit import ids
from sanshe.core.kit.refused import Refused
from tests.field.conftest import AT, DECIDE, KIND, SEND, halves, person, register, take

pytestmark = pytest.mark.django_db


def states(answers):
    return [(one.state, one.is_known) for one in answers]


class TestReceive:
    def test_takes_each_once_and_answers_again_as_the_first_time(self, send, event):
        one, two = event(1), event(2, "3-202")
        assert states(send(one, two)) == [(EventState.TAKEN, False)] * 2
        again = send(two, one, event(3, "3-203"))
        assert states(again) == [(EventState.TAKEN, True), (EventState.TAKEN, True), (EventState.TAKEN, False)]
        assert again[0].facts == {"door": "3-202"} and len(register()) == 3

    def test_keeps_a_refused_one_and_undoes_what_it_began(self, send, event):
        first, no, last = send(event(1), event(2, "refused"), event(3))
        assert (no.state, no.code, no.said) == (EventState.REFUSED, R.NOT_YOURS, "这不归您办。")
        assert [first.state, last.state] == [EventState.TAKEN] * 2
        assert len(register()) == halves() == 2 and Event.objects.count() == 3

    def test_a_fault_of_ours_waits_for_a_person_and_holds_up_nothing(self, send, event, caplog):
        broken, after = send(event(1, "broken"), event(2))
        assert (broken.state, broken.code, after.state) == (EventState.WAITING, Why.FAULT, EventState.TAKEN)
        assert halves() == 1 and "ZeroDivisionError" in caplog.text

    def test_an_app_may_leave_it_to_a_person(self, send, event):
        assert [one.state for one in send(event(1, "asked"))] == [EventState.WAITING]

    def test_other_content_under_a_known_key_is_kept_beside_it_once(self, send, event):
        one = event(1)
        send(one)
        other = one | {"body": {"door": "3-999"}}
        kept, again = send(other)[0], send(other)[0]
        assert (kept.state, kept.code, kept.is_known) == (EventState.WAITING, Why.OTHER_CONTENT, False)
        assert again.is_known and Event.objects.count() == 2 and len(register()) == 1
        assert Event.objects.get(twin__isnull=False).twin_id == UUID(one["id"])

    def test_other_content_in_one_batch(self, send, event):
        one = event(1)
        assert states(send(one, one | {"seq": 2})) == [(EventState.TAKEN, False), (EventState.WAITING, False)]

    def test_the_same_written_otherwise_is_the_same(self, send, event):
        one = event(1)
        send(one)
        otherwise = one | {"id": one["id"].upper(), "noted_at": "2022-02-17T16:01:00+08:00"}
        assert states(send(otherwise)) == [(EventState.TAKEN, True)]

    @pytest.mark.parametrize(
        "wrong",
        [
            {"id": "7"}, {"seq": 0}, {"seq": True}, {"seq": 2**31}, {"kind": "test.other"}, {"noted_at": "gestern"},
            {"noted_at": "2022-02-17T08:01:00"}, {"noted_at": "9999-12-31T23:59:59Z"}, {"offset": 0.5},
            {"offset": 10**15}, {"body": []}, {"body": {"door": "x" * 40_000}}, {"body": {"n": float("nan")}},
            {"more": 1}, {"body": {"door": "\ud800"}},
        ],
    )  # fmt: skip
    def test_what_nobody_can_read_stays_on_the_device(self, send, event, wrong):
        no, fine = send(event(1) | wrong, event(2))
        assert (no.state, no.code, fine.state) == (None, R.UNREADABLE, EventState.TAKEN)
        assert Event.objects.count() == 1

    @pytest.mark.parametrize("wrong", [None, 7, "x", [], {}])
    def test_what_is_no_event_stays_too(self, send, event, wrong):
        assert send(wrong, event(1))[0].code == R.UNREADABLE

    def test_too_many_are_refused_whole(self, send, event):
        with pytest.raises(Refused) as no:
            send(*[event(1)] * 501)
        assert no.value.code == R.TOO_MANY
        assert len(send(*[event(1)] * 500)) == 500

    def test_one_line_on_record_for_what_is_new(self, send, event, device):
        send(event(1), event(2, "refused"))
        send(one := event(3))
        send(one)
        rows = AuditEvent.objects.filter(event=E.RECEIVED, subject=device.pk).order_by("pk")
        assert [json.loads(row.new) for row in rows] == [{"taken": 1, "refused": 1}, {"taken": 1}]


class TestWho:
    def test_a_device_nobody_registered(self, send, event):
        with pytest.raises(Refused) as no:
            send(event(1, device=str(ids.new())))
        assert no.value.code == R.NO_DEVICE and not Event.objects.exists()

    def test_another_persons_device(self, send, event):
        with pytest.raises(Refused) as no:
            send(event(1), by=person(SEND))
        assert no.value.code == R.OTHER_PERSON and not register()

    def test_without_a_term_it_waits_and_counts_when_admitted(self, send, event, worker, device):
        gone = person(by := "other.code")
        gone = type(gone)(worker.id, worker.name, is_staff=True, grants=gone.grants)
        assert by and send(event(1), by=gone)[0].code == Why.NO_TERM
        assert register() == []
        row = actions.admit(event=Event.objects.get(), why="在任时记的", by=person(DECIDE), at=AT)
        assert row.state == EventState.ADMITTED and register()[0][-1] == str(worker.id)

    def test_of_a_place_where_they_hold_none(self, send, event):
        assert send(event(1, body={"door": "9", "at": "140213066"}))[0].code == Why.NO_TERM

    def test_a_revoked_device_sends_what_then_waits(self, send, event, device, worker):
        actions.revoke(device=device, why="丢了", by=worker, at=AT)
        assert send(event(1))[0].code == Why.REVOKED and not register()


class TestTime:
    @pytest.mark.parametrize(
        ("offset", "sent", "doubtful"),
        [
            (3_600_000, timedelta(hours=-1), False),
            (3_600_000, timedelta(hours=-1, minutes=-10), False),
            (3_600_000, timedelta(hours=-1, minutes=-10, microseconds=-1), True),
            (3_600_000, timedelta(hours=-1, minutes=10, microseconds=1), True),
            (3 * 3_600_000, None, True),
            (3_600_000, None, False),
        ],
    )
    def test_a_wrong_clock_refuses_nothing_and_is_told(self, send, event, offset, sent, doubtful):
        answer = send(event(1, offset=offset), sent_at=AT + sent if sent else None)[0]
        assert answer.state == EventState.TAKEN and Event.objects.get().is_time_doubtful is doubtful


def test_numbers_that_never_came_are_seen(send, event, device):
    send(event(1), event(2), event(5))
    count = queries.count_of(device)
    assert (count.received, count.last, count.missing) == (3, 5, (3, 4))
    assert [one.state for one in queries.receipts(device, 2)] == [EventState.TAKEN]
    assert rules.missing([10**9]) == tuple(range(1, 51))


# ---- whatever happens on the way, one register
def schedule(draw, events):
    """What a bad line makes of them: cut into batches, sent twice and thrice, in any order."""
    pool = [one for one in events for _ in range(draw.choice([1, 1, 2, 3]))]
    draw.shuffle(pool)
    while pool:
        cut = draw.randint(1, 6)
        yield pool[:cut]
        pool = pool[cut:]


def notes(event):
    doors = ["3-201", "refused", "broken", "asked"]
    made = [event(n, doors[n % 4] if n % 3 == 0 else f"3-{n}") for n in range(1, 13)]
    return [*made, made[0] | {"body": {"door": "3-999"}}]


def test_any_order_doubling_and_cutting_gives_one_register(send, event):
    events, registers = notes(event), set()
    plain = [one for one in events[:12] if one["body"]["door"].startswith("3-")]
    for seed in range(40):
        with transaction.atomic():
            for batch in schedule(random.Random(seed), events):
                send(*batch)
            assert Event.objects.count() == 13, seed  # 0 lost, 0 doubled
            got = register()
            assert len(got) == len(plain) == halves(), seed
            registers.add(tuple(one for one in got if one[1] != 1))  # which of two contents was first may differ
            transaction.set_rollback(True)
    assert len(registers) == 1


def test_the_control_loses_and_doubles_without_the_keys(event, worker):
    """The same schedules handed to the app as they come: the check above would see it."""
    events = [one for one in notes(event)[:12] if one["body"]["door"].startswith("3-")]
    for batch in schedule(random.Random(1), events):
        for one in batch:
            take(rules.read(one, [KIND]), worker, AT)
    assert len(register()) > len(events)


def test_devices_are_of_one_person(worker, device):
    assert actions.register(key=device.pk, name="又一次", by=worker, at=AT).name == "手机"
    with pytest.raises(Refused) as no:
        actions.register(key=device.pk, name="别人", by=person(SEND), at=AT)
    assert no.value.code == R.OTHER_PERSON
    for _ in range(9):
        actions.register(key=ids.new(), name="手机", by=worker, at=AT)
    with pytest.raises(Refused) as no:
        actions.register(key=ids.new(), name="第十一台", by=worker, at=AT)
    assert no.value.code == R.TOO_MANY_DEVICES and Device.objects.count() == 10


def test_who_may_send_nothing_registers_nothing(db):
    with pytest.raises(Refused) as no:
        actions.register(key=ids.new(), name="手机", by=person("other.code"), at=AT)
    assert no.value.code == R.NOT_YOURS
