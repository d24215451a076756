"""A worker's telephone: what it is given, and what it sends without a signal."""

from datetime import timedelta

import pytest

from sanshe.core.field import actions as field
from sanshe.core.field.enums import EventState
from sanshe.core.field.models import Event
from sanshe.core.kit import ids
from sanshe.core.kit.shanghai import at
from sanshe.patrol.enums import R
from sanshe.patrol.models import Stop, Visit
from sanshe.patrol.pages.phone import walked
from tests.patrol import world

pytestmark = pytest.mark.django_db
NOW = at("2022-02-17 18:02")


@pytest.fixture
def worker(client_as):
    return client_as("community_worker", world.HERE).actor


@pytest.fixture
def stops(worker):
    world.settle()
    world.load_days()
    row = world.frozen(world.programme())
    row.stops.filter(area_path=world.HERE).update(worker=worker.id)
    return list(Stop.objects.filter(round=row, area_path=world.HERE).order_by("pk"))


@pytest.fixture
def noted(worker, stops):
    device = field.register(key=ids.new(), name="手机", by=worker, at=NOW)

    def make(seq, door, **body):
        said = {"stop": str(door.pk), "outcome": "checked", "result": "clear"} | body
        moment = (NOW - timedelta(minutes=60 - seq)).isoformat()
        return {"id": str(ids.new()), "device": str(device.pk), "seq": seq, "kind": "patrol.visit",
                "noted_at": moment, "offset": 1000, "body": said}  # fmt: skip

    return make


def send(worker, *events):
    return field.receive(events=events, sent_at=None, by=worker, at=NOW)


def test_what_was_noted_without_a_signal_is_a_visit(worker, stops, noted):
    one = noted(1, stops[0])
    for known in (False, True):
        answer = send(worker, one)[0]
        assert (answer.state, answer.is_known) == (EventState.TAKEN, known)
    row = Visit.objects.get()
    assert (str(row.pk), str(row.device), row.seq, row.offset) == (one["id"], one["device"], 1, 1000)
    stops[0].refresh_from_db()
    assert (stops[0].outcome, stops[0].result) == ("checked", "clear")


def test_what_was_found_is_told_with_its_number(worker, stops, noted):
    found = noted(1, stops[0], result="stored", kg=30, second_words="魏国平也看见了")
    assert "最迟" in send(worker, found)[0].facts["told"]


@pytest.mark.parametrize(
    ("body", "code"),
    [({"result": None}, R.NO_RESULT), ({"outcome": "x"}, R.NO_RESULT), ({"result": "stored"}, R.NO_KG),
     ({"result": "stored", "kg": 30}, R.NO_EVIDENCE), ({"kg": -1}, R.NO_RESULT), ({"stop": "7"}, R.NOT_HERE),
     ({"stop": str(ids.new())}, R.NOT_HERE), ({"answers": {"x": "y"}}, R.BAD_ANSWER),
     ({"outcome": "not_found", "result": None}, R.NO_MISSING_REASON)],
)  # fmt: skip
def test_what_no_form_offers_is_refused_and_the_rest_is_taken(worker, stops, noted, body, code):
    no, fine = send(worker, noted(1, stops[0], **body), noted(2, stops[1]))
    assert (no.state, no.code, fine.state) == (EventState.REFUSED, code, EventState.TAKEN)
    assert Visit.objects.count() == 1 and Event.objects.count() == 2


def test_a_door_of_elsewhere_waits_for_somebody(client_as, stops, noted):
    other = client_as("community_worker", "140213003009").actor
    device = field.register(key=ids.new(), name="手机", by=other, at=NOW)
    event = noted(1, stops[0]) | {"device": str(device.pk)}
    assert send(other, event)[0].code == "field.no_term" and not Visit.objects.exists()


def test_the_list_has_the_doors_in_walking_order_and_what_was_seen(worker, stops, noted):
    send(worker, noted(1, stops[0]), noted(2, stops[1], outcome="locked", result=None))
    doors = walked(worker, NOW)["rounds"][0]["doors"]
    assert len(doors) == len(stops)
    by_stop = {one["stop"]: one for one in doors}
    assert by_stop[str(stops[0].pk)]["now"] == "17:03 已查，未发现"
    assert by_stop[str(stops[1].pk)]["is_try_owed"] and by_stop[str(stops[1].pk)]["outcome"] == "locked"
    assert walked(worker, NOW)["rounds"][0]["name"]


def test_nobody_elses_doors_are_in_it(client_as, stops):
    assert walked(client_as("community_worker", world.HERE).actor, NOW) == {"rounds": []}


def test_the_page_holds_no_door(client_as, stops):
    browser = client_as("community_worker", world.HERE)
    html = browser.get("/patrol/phone/").content.decode()
    assert "进门了吗" in html and stops[0].premises.name not in html
    assert client_as("auditor").get("/patrol/phone/").status_code == 403
