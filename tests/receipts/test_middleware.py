"""A write and its repetition, and what is said when it cannot be done now."""

import json
from datetime import timedelta
from uuid import uuid4

import pytest
from django.contrib.sessions.backends.base import UpdateError
from django.contrib.sessions.exceptions import SessionInterrupted
from django.core import signing
from django.db import OperationalError
from django.test import Client

from sanshe.core.jobs.actions import beat
from sanshe.core.jobs.models import Beat
from sanshe.core.kit import clock, ids
from sanshe.core.receipts import actions, adapters, views
from sanshe.core.receipts.models import Receipt

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.receipts.site")]


@pytest.fixture(autouse=True)
def only_these(settings):
    settings.MIDDLEWARE = [f"sanshe.core.receipts.middleware.{name}" for name in ("Arrival", "OnceOnly")]


@pytest.fixture
def post():
    client = Client(raise_request_exception=False)

    def send(path="/write/", **fields):
        return client.post(path, {"name": "a", **fields})

    return send


def rows():
    return Beat.objects.count()


def test_a_repetition_gets_the_first_answer_and_writes_nothing(post):
    one = ids.new()
    first, second = post(_request_id=one), post(_request_id=one)
    assert first["Location"] == second["Location"] == "/done/1/"
    assert rows() == 1 and second["X-Repeated"] == "1"


def test_another_id_is_another_write(post):
    post(_request_id=ids.new())
    post(_request_id=ids.new())
    assert rows() == 2


@pytest.mark.parametrize("change", [{"name": "b"}, {"path": "/other/"}, {"path": "/write/?x=1"}])
def test_the_same_id_for_something_else_is_refused(post, change):
    one = ids.new()
    post(_request_id=one)
    assert post(**{"_request_id": one, **change}).status_code == 409
    assert rows() == 1


def test_without_an_id_nothing_is_written(post):
    assert post().status_code == 400
    assert post(_request_id="no uuid").status_code == 400
    assert rows() == 0


def test_the_id_may_come_in_a_header(client):
    headers = {"Idempotency-Key": str(ids.new())}
    assert [client.post("/write/", {"name": "a"}, headers=headers).status_code for _ in range(2)] == [302, 302]
    assert rows() == 1


def test_a_face_may_be_free_of_receipts(client):
    assert client.post("/free/").content == b"free"


@pytest.mark.parametrize(("how", "status"), [("invalid", 422), ("refused", 409), ("locked", 503), ("full", 503)])
def test_what_is_not_done_leaves_nothing_and_may_be_asked_again(post, how, status):
    one = ids.new()
    assert post(_request_id=one, how=how).status_code == status
    assert rows() == 0 and not Receipt.objects.exists()
    assert post(_request_id=one).status_code == 302


@pytest.mark.parametrize(("how", "status"), [("told", 422), ("refused", 409)])
def test_what_outlives_a_refusal_is_written_behind_it(post, how, status):
    assert post(_request_id=ids.new(), how=f"{how} and outlived").status_code == status
    assert [one.name for one in Beat.objects.all()] == ["tried"] and not Receipt.objects.exists()


def test_what_would_outlive_a_refusal_is_not_written_by_what_is_done(post):
    assert post(_request_id=ids.new(), how="outlived").status_code == 302
    assert not Beat.objects.filter(name="tried").exists()


def test_without_a_receipt_it_is_written_at_once():
    actions.outlive(lambda: beat(name="tried", real=clock.real()))
    assert Beat.objects.get().name == "tried"


def test_a_fault_of_ours_is_a_500_and_no_receipt(post):
    assert post(_request_id=ids.new(), how="broken").status_code == 500
    assert rows() == 0 and not Receipt.objects.exists()


@pytest.mark.parametrize("how", ["stream", "large"])
def test_what_is_too_large_to_keep_is_only_said_to_be_received(post, how):
    one = ids.new()
    assert post(_request_id=one, how=how).status_code == 200
    assert "已经收妥" in post(_request_id=one, how=how).content.decode()
    assert rows() == 1


def test_not_now_offers_the_same_form_with_what_was_typed(post):
    one = ids.new()
    answer = post(_request_id=one, how="locked", words="<b>一家", password="secret")
    page = answer.content.decode()
    assert answer["Retry-After"] == "2" and "&lt;b&gt;一家" in page and str(one) in page
    assert answer["X-Received"] in page and "secret" not in page and 'data-again="2"' in page


def test_after_three_tries_and_on_a_full_disk_it_no_longer_repeats_by_itself(post):
    assert "data-again" not in post(_request_id=ids.new(), how="locked", _tries="3").content.decode()
    full = post(_request_id=ids.new(), how="full").content.decode()
    assert "data-again" not in full and "磁盘满了" in full


def test_reading_says_503_without_a_receipt_time(client):
    answer = client.get("/read/?locked")
    assert answer.status_code == 503 and "X-Received" not in answer


def test_json_asks_are_answered_in_json(client):
    answer = client.post("/write/", {"name": "a"}, headers={"Accept": "application/json"})
    assert answer.status_code == 400 and answer.json()["code"] == "receipts.no_id"


def received(post, signed, request_id, **fields):
    post(_request_id=request_id, _received=signed, **fields)
    return Beat.objects.get().seen_at


@pytest.fixture
def past(monkeypatch):
    """A form that met a locked database five minutes ago: (its id, the signed time, the time)."""
    one, at = ids.new(), clock.now() - timedelta(minutes=5)
    with monkeypatch.context() as patch:
        patch.setattr(clock, "now", lambda: at)
        signed = Client(raise_request_exception=False).post(
            "/write/", {"name": "a", "how": "", "x": "1", "_request_id": one}
        )
    signed = adapters.sign_received(str(one), "/write/", Receipt.objects.get().digest, at)
    Receipt.objects.all().delete()
    Beat.objects.all().delete()
    return one, signed, at


def test_a_signed_receipt_time_is_honoured(post, past):
    one, signed, at = past
    assert received(post, signed, one, how="", x="1") == at


def test_not_for_other_content_nor_another_request(post, past):
    one, signed, at = past
    assert received(post, signed, one, how="", x="2") > at
    Beat.objects.all().delete()
    assert received(post, signed, ids.new(), how="", x="1") > at


def test_nor_at_another_address(post, past):
    one, signed, at = past
    post(path="/other/", _request_id=one, _received=signed, how="", x="1")
    assert Beat.objects.get().seen_at > at


def test_nor_when_spoilt_or_older_than_ten_minutes(post, past, monkeypatch):
    one, signed, at = past
    assert adapters.read_received(signed + "x", str(one), "/write/", "") is None
    now = signing.time.time()
    monkeypatch.setattr(signing.time, "time", lambda: now + 601)
    assert received(post, signed, one, how="", x="1") > at


def test_a_lost_clock_is_a_503(client, monkeypatch):
    from tests.receipts import site

    def fail():
        raise site.FAULTS["locked"]

    monkeypatch.setattr(clock, "refresh", fail)
    assert client.get("/read/").status_code == 503


def test_a_trouble_of_the_layers_around_is_a_503_too(settings):
    settings.MIDDLEWARE = ["tests.receipts.test_middleware.trouble_around", *settings.MIDDLEWARE]
    answer = Client(raise_request_exception=False).get("/read/")
    assert answer.status_code == 503 and answer["Retry-After"] == "2"


def trouble_around(get_response):
    """A middleware (the sessions', say) that meets a locked database."""
    from tests.receipts import site

    def around(request):
        raise site.FAULTS["locked"]

    return around


def test_an_unconfirmed_commit_is_not_acknowledged(post, monkeypatch):
    real = adapters.insist_on_commit

    def warned():
        adapters._unconfirmed.set(True)
        real()

    one = ids.new()
    with monkeypatch.context() as patch:
        patch.setattr(adapters, "insist_on_commit", warned)
        assert post(_request_id=one).status_code == 503
    assert post(_request_id=one)["X-Repeated"] == "1"
    assert rows() == 1


def test_receipts_are_kept_forty_days(post):
    post(_request_id=ids.new())
    assert actions.sweep() == 0
    forty = clock.now() - timedelta(days=40)
    for minutes, gone in ((-1, 0), (1, 1)):
        Receipt.objects.update(received_at=forty - timedelta(minutes=minutes))
        assert actions.sweep() == gone


def test_the_null_character_is_no_text(post, client):
    assert post(_request_id=ids.new(), name="a\x00").status_code == 400
    assert client.get("/read/?x=%00").status_code == 400
    sent = {"data": b'{"name": "a\\u0000"}', "content_type": "application/json"}
    assert client.post("/write/", headers={"X-Request-Id": str(ids.new())}, **sent).status_code == 400
    assert rows() == 0


TURNED = "\u202e社互\u202c\u200b岸柳\x0b\ufeff"


def test_what_nobody_sees_is_taken_out_of_a_form_before_it_is_read(post):
    assert post(_request_id=ids.new(), name=TURNED + "\n 第二行 👩\u200d👧").status_code == 302
    assert Beat.objects.get().name == "社互岸柳\n 第二行 👩\u200d👧 0"


@pytest.mark.parametrize("escaped", [True, False])
def test_and_out_of_json_however_it_is_spelt(rf, escaped):
    sent = json.dumps({"name": [TURNED], "n": 1, "line": "a\\u202e"}, ensure_ascii=escaped)
    request = rf.post("/write/", sent.encode(), content_type="application/json")
    adapters.make_plain(request)
    assert json.loads(request.body) == {"name": ["社互岸柳"], "n": 1, "line": "a\\u202e"}


def test_what_is_no_json_stays_for_its_reader_to_refuse(rf):
    request = rf.post("/write/", b"{\\u202e", content_type="application/json")
    adapters.make_plain(request)
    assert request.body == b"{\\u202e"


def test_what_no_column_holds_is_400_and_writes_nothing(post):
    assert post(_request_id=ids.new(), how="unfit").status_code == 400
    assert rows() == 0


@pytest.mark.parametrize("tries", ["²", "9" * 5000])
def test_the_count_of_tries_is_no_way_to_break_the_page(post, tries):
    assert post(_request_id=ids.new(), how="locked", _tries=tries).status_code == 503


@pytest.mark.parametrize(("behind", "status"), [("database is locked", 503), ("", 400)])
def test_a_session_that_the_database_could_not_keep_is_told_to_come_again(rf, behind, status):
    """Seen under killed PostgreSQL: the write was kept, and its writer was told that it could not be read."""
    fault = SessionInterrupted("ended")
    if behind:
        fault.__context__ = UpdateError()
        fault.__context__.__context__ = OperationalError(behind)
    request = rf.post("/x/", headers={"X-Request-Id": str(uuid4())})
    request.received_at = clock.now()
    assert views.unreadable(request, fault).status_code == status


@pytest.mark.parametrize(("status", "word"), [(408, "信号"), (413, "64 MB")])
def test_what_did_not_arrive_whole_is_told_so_and_never_read(client, status, word):
    page = client.post("/write/", {"name": "a"}, **{"sanshe.unread": status})
    told = client.post("/api/write/", {"name": "a"}, "application/json", **{"sanshe.unread": status})
    assert (page.status_code, told.status_code, rows()) == (status, status, 0)
    assert word in page.content.decode() and word in told.json()["detail"]
    assert told.json()["code"] in ("api.too_slow", "api.too_large")
