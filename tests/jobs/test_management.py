"""The loops go on when the database is away, and stop when told."""

from threading import Event

import pytest
from django.db import OperationalError

from sanshe.core.jobs import actions, management, queries
from sanshe.core.kit import clock

pytestmark = pytest.mark.django_db


class After(Event):
    """Is set after so many waits."""

    def __init__(self, waits):
        super().__init__()
        self.waits = waits

    def wait(self, timeout=None):
        self.waits -= 1
        if self.waits <= 0:
            self.set()
        return self.is_set()


@pytest.fixture(autouse=True)
def same_connection(monkeypatch):
    monkeypatch.setattr(management, "close_old_connections", lambda: None)


def test_the_worker_beats_and_works():
    management.worker(After(1))
    assert queries.worker_alive(clock.real())


def test_the_ticker_fires_the_rules(monkeypatch):
    management.ticker(After(1))
    assert queries.waiting() == len(queries.RULES.codes())


@pytest.mark.parametrize(("loop", "act"), [(management.worker, "work"), (management.ticker, "tick")])
def test_a_lost_database_does_not_end_the_loop(monkeypatch, loop, act):
    calls = []

    def fail(**kwargs):
        calls.append(act)
        raise OperationalError("server closed the connection")

    monkeypatch.setattr(actions, act, fail)
    loop(After(2))
    assert len(calls) == 2
