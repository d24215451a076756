"""What comes in by a face that takes files is looked at before its write begins: once, by who may send it, paced."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client

from sanshe.core.accounts.actions import pacing
from sanshe.core.accounts.models import Failure
from sanshe.core.files.adapters import checkers
from sanshe.core.jobs.models import Beat
from sanshe.core.kit import clock, ids
from sanshe.core.receipts.rules import AHEAD, RECEIVED

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.files.site")]


@pytest.fixture
def looked(monkeypatch):
    """Whether a transaction of a write was open at each look."""
    found, real = [], checkers.verdict_of
    depth = len(connection.savepoint_ids)

    def verdict_of(check, data, *facts):
        found.append(len(connection.savepoint_ids) > depth)
        return real(check, data, *facts)

    monkeypatch.setattr(checkers, "verdict_of", verdict_of)
    return found


def send(where, *files, **more):
    sent = {f"f{n}": SimpleUploadedFile(f"{n}.txt", one) for n, one in enumerate(files)}
    return Client(raise_request_exception=False).post(where, {**sent, "_request_id": str(ids.new()), **more})


def test_it_is_looked_at_before_the_write_and_only_once(looked):
    answer = send("/take/size/", b"abc", b"abcd")
    assert answer.content.decode().startswith("['size 3', 'size 4']") and looked == [False, False]


def test_without_the_mark_it_would_be_looked_at_within(looked):
    assert send("/unseen/size/", b"abc").status_code == 200 and looked == [True]


def test_what_is_refused_is_refused_by_the_view_and_nothing_is_written(looked):
    answer = send("/take/fail/", b"abc")
    assert answer.status_code == 409 and "太复杂" in answer.content.decode()
    assert looked == [False] and not Beat.objects.exists()


def test_who_may_not_send_costs_no_look(looked):
    assert send("/staff/size/", b"abc").status_code in (302, 403) and looked == []


def test_whom_the_face_itself_asks_nothing_costs_none_before(looked):
    assert send("/take/size/", stranger="1").status_code == 200 and looked == []


def test_a_form_without_files_and_a_page_cost_none(looked):
    assert send("/take/size/").status_code == 200
    Client().get("/take/size/")
    assert looked == []


def test_more_than_ten_are_not_looked_at(looked):
    answer = send("/take/size/", *[b"a"] * 11)
    assert answer.status_code == 409 and "10" in answer.content.decode() and looked == []


def test_a_repetition_gets_the_first_answer(looked):
    again = str(ids.new())
    first, second = (send("/take/size/", b"abc", _request_id=again) for _ in range(2))
    assert first.content == second.content and second["X-Repeated"] == "1" and Beat.objects.count() == 1


def ahead(monkeypatch, where, *files, **more):
    """As the stage asks: first with a list for what is done without the thread, then with what was found."""
    sent = {f"f{n}": SimpleUploadedFile(f"{n}.txt", one) for n, one in enumerate(files)} | more
    work, request_id = [], {"headers": {"X-Request-Id": str(ids.new())}}
    first = Client().post(where, sent, **request_id, **{AHEAD: work})
    [one.seek(0) for one in sent.values() if hasattr(one, "seek")]
    found = work[0]() if work else {}
    return first, found, Client().post(where, sent, **request_id, **found) if work else None


def test_the_stage_looks_without_the_thread_and_asks_again(looked, monkeypatch):
    first, found, second = ahead(monkeypatch, "/take/size/", b"abc", b"x" * 300_000)
    assert first.status_code == 204 and "['size 3', 'size 300000']" in second.content.decode()
    assert looked == [False, False] and Beat.objects.count() == 1


def test_it_counts_from_when_it_reached_us(monkeypatch):
    """A file that takes minutes to look at was handed in before its deadline all the same."""
    before = clock.now()
    _first, found, second = ahead(monkeypatch, "/take/size/", b"abc")
    assert before <= found[RECEIVED] and found[RECEIVED].isoformat() in second.content.decode()
    earlier = found[RECEIVED] - timedelta(hours=1)
    answer = Client().post("/take/size/", {"_request_id": str(ids.new())}, **{RECEIVED: earlier})
    assert earlier.isoformat() in answer.content.decode()


def test_no_browser_says_when_it_came():
    answer = Client().post("/take/size/", {"_request_id": str(ids.new())}, headers={RECEIVED: "2001-01-01"})
    assert "2001" not in answer.content.decode()


def counts():
    return {row.count for row in Failure.objects.all()}


def test_who_sends_files_that_are_too_hard_waits(monkeypatch, looked):
    monkeypatch.setattr(pacing, "HARD_FILES", 2)
    assert [send("/take/fail/", b"a").status_code for _ in range(3)] == [409, 409, 429]
    assert len(looked) == 2  # the third was not looked at
    assert send("/take/size/", b"a").status_code == 429 and len(looked) == 2


def test_a_file_that_was_refused_after_long_work_counts_as_hard(monkeypatch, looked):
    monkeypatch.setattr(pacing, "HARD_FILES", 1)
    assert [send("/take/refuse/", b"a").status_code for _ in range(2)] == [409, 409]
    monkeypatch.setattr(checkers, "LONG", -1)
    assert [send("/take/refuse/", b"b").status_code for _ in range(2)] == [409, 429]


def test_files_that_are_not_too_hard_do_not_count(monkeypatch, looked):
    monkeypatch.setattr(pacing, "HARD_FILES", 1)
    assert [send("/take/size/", b"a").status_code for _ in range(3)] == [200] * 3 and len(looked) == 3


def test_strangers_are_counted_whatever_they_send(monkeypatch, looked):
    monkeypatch.setattr(pacing, "FILES", 2)
    assert [send("/take/size/", b"a").status_code for _ in range(3)] == [200, 200, 429] and len(looked) == 2


def test_people_are_counted_each_for_themselves(monkeypatch, looked, client_as):
    monkeypatch.setattr(pacing, "FILES", 0)
    monkeypatch.setattr(pacing, "HARD_FILES", 1)
    first, second = client_as("centre_operator"), client_as("centre_operator")

    def post(who):
        return who.post("/take/fail/", {"f": SimpleUploadedFile("a", b"a")}).status_code

    assert [post(first), post(first), post(second)] == [409, 429, 409] and len(looked) == 2
