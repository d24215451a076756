"""Two at once with the same id: one writes, the other is told what the first was told."""

from threading import Barrier, Thread

import pytest
from django.db import connection
from django.test import Client

from sanshe.core.jobs.models import Beat
from sanshe.core.kit import ids

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.urls("tests.receipts.site")]


def test_two_at_once_write_once(settings):
    settings.MIDDLEWARE = [f"sanshe.core.receipts.middleware.{name}" for name in ("Arrival", "OnceOnly")]
    if connection.vendor == "sqlite" and "mode=memory" in str(connection.settings_dict["NAME"]):
        pytest.skip("threads share one connection in memory: the file database of the fault tests shows it")
    for _ in range(10):
        answers = _together(4, str(ids.new()))
        assert len(set(answers)) == 1
    assert Beat.objects.count() == 10


def _together(n, request_id):
    answers, gate = [], Barrier(n)

    def send():
        gate.wait()
        answer = Client(raise_request_exception=False).post("/write/", {"name": "a", "_request_id": request_id})
        answers.append((answer.status_code, answer.get("Location")))
        connection.close()

    threads = [Thread(target=send) for _ in range(n)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return answers


@pytest.mark.skipif("connection.vendor != 'postgresql'")
def test_the_standby_warning_is_heard():
    from sanshe.core.receipts import adapters

    adapters.forget_warnings()
    with connection.cursor() as cursor:
        cursor.execute("DO $$ BEGIN RAISE WARNING 'something else'; END $$")
        adapters.insist_on_commit()
        cursor.execute(
            "DO $$ BEGIN RAISE WARNING 'canceling wait for synchronous replication due to user request'; END $$"
        )
    with pytest.raises(adapters.UnknownCommit):
        adapters.insist_on_commit()
