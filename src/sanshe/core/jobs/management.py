"""The two loops of a running house: the worker and the ticker. `sanshe serve` runs both beside the web."""

import logging
from datetime import timedelta
from threading import Event

from django.db import DatabaseError, close_old_connections

from sanshe.core.jobs import actions
from sanshe.core.kit import clock

log = logging.getLogger("sanshe.jobs")
IDLE_SECONDS = 1.0
BEAT = timedelta(seconds=10)


def worker(stop: Event, name: str = "worker") -> None:
    """Do what is queued until `stop` is set. A database that is away for a moment does not end the loop."""
    seen = clock.real() - BEAT
    while not stop.is_set():
        close_old_connections()
        try:
            if clock.real() - seen >= BEAT:
                seen = clock.real()
                actions.beat(name=name, real=seen)
            done = actions.work(worker=name, most=20)
        except DatabaseError:
            log.exception("the worker could not reach the database")
            done = 0
        if not done:
            stop.wait(IDLE_SECONDS)


def ticker(stop: Event) -> None:
    """Fire the rules at the beginning of each minute, and take back what dead workers held."""
    while not stop.is_set():
        close_old_connections()
        real = clock.real()
        try:
            actions.tick(real=real)
            actions.beat(name="ticker", real=real)
        except DatabaseError:
            log.exception("the ticker could not reach the database")
        stop.wait(60 - real.second % 60)
