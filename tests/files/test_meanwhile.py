"""While somebody's file is looked at, somebody else's write goes through; where it is looked at within the write, it
does not (SQLite), or a transaction stays open for as long (PostgreSQL)."""

import time
from threading import Thread

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client

from sanshe.core.files.adapters import checkers
from sanshe.core.jobs.models import Beat
from sanshe.core.kit import ids

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.urls("tests.files.site")]


@pytest.fixture(autouse=True)
def _a_file_or_a_server():
    if connection.vendor == "sqlite" and "mode=memory" in str(connection.settings_dict["NAME"]):
        pytest.skip("threads share one connection in memory: run with SANSHE_TEST_FILE")


@pytest.fixture
def sending(tmp_path):
    """Somebody sends a file to an address; the look at it ends when the file `go` is there."""
    go, answers, threads = tmp_path / "go", [], []

    def send(where):
        def work():
            said = {"f": SimpleUploadedFile("a.txt", str(go).encode()), "_request_id": str(ids.new())}
            answers.append(Client(raise_request_exception=False).post(where, said))
            connection.close()

        threads.append(Thread(target=work))
        threads[0].start()
        while checkers._own.places._value == checkers.PLACES:  # until it is looked at
            time.sleep(0.01)

    def end():
        go.touch()
        [one.join() for one in threads]
        return answers[0]

    yield send, end
    end()


def note():
    return Client(raise_request_exception=False).post("/note/", {"_request_id": str(ids.new())}).status_code


def writes():
    """How many transactions of others are open."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND state LIKE 'idle in%'"
        )
        return cursor.fetchone()[0]


def impatient():
    """On SQLite nobody waits here for as long as the house does."""
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA busy_timeout = 50")


def test_a_second_writer_writes(sending):
    send, end = sending
    if connection.vendor == "sqlite":
        impatient()
    send("/take/wait/")
    assert note() == 200 and Beat.objects.count() == 1
    if connection.vendor == "postgresql":
        assert writes() == 0
    assert end().content.startswith(b"['done 0']") and Beat.objects.count() == 2


def test_a_second_writer_would_wait(sending):
    """The control: the same file at a face that nobody marked."""
    send, end = sending
    if connection.vendor == "sqlite":
        impatient()
    send("/unseen/wait/")
    if connection.vendor == "sqlite":
        assert note() == 503 and not Beat.objects.exists()
    else:
        assert writes() == 1
    assert end().status_code == 200
