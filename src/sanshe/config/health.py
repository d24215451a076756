"""/healthz: is this house well? For a supervisor and for whoever looks after the machine."""

import time
from datetime import timedelta

from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, JsonResponse
from django.views.decorators.http import require_safe

import sanshe
from sanshe.core.jobs.management import BEAT
from sanshe.core.jobs.queries import last_beat, worker_alive
from sanshe.core.kit import clock
from sanshe.core.kit.access import Open, needs
from sanshe.demo.queries import is_left_over

WAIT = BEAT + timedelta(seconds=2)


@needs(Open.PUBLIC)
@require_safe
def healthz(request: HttpRequest) -> JsonResponse:
    """200 when database, migrations and worker are as they should be, else 503; the same keys either way."""
    found = state()
    return JsonResponse(found, status=200 if found["status"] == "ok" else 503)


def state() -> dict[str, object]:
    """What /healthz says, also for `sanshe check`."""
    found: dict[str, object] = {"status": "ok", "version": sanshe.__version__, "database": connection.vendor}
    found |= {"pending_migrations": None, "worker": "unknown"}
    try:
        found["pending_migrations"] = pending()
        if found["pending_migrations"]:
            return {**found, "status": "migrations pending"}
        if is_left_over():
            return {**found, "status": "demo data"}
        found["worker"] = "alive" if worker_alive(clock.real()) else "silent"
    except DatabaseError as error:
        return {**found, "status": "no database", "detail": type(error).__name__}
    return found if found["worker"] == "alive" else {**found, "status": "worker silent"}


def watched() -> dict[str, object]:
    """The same for whoever asks on the machine, who can wait: a sign of life counts only when a new one comes. What a
    backup or a killed house left in the table is none."""
    found = state()
    if found["worker"] != "alive":
        return found
    before, until = last_beat(), clock.real() + WAIT
    while clock.real() < until:
        time.sleep(0.2)
        if last_beat() != before:
            return found
    return {
        **found,
        "status": "worker silent",
        "worker": f"silent since {before:%Y-%m-%d %H:%M:%S} UTC" if before else "silent",
    }


def pending() -> int:
    """How many migrations are not applied."""
    executor = MigrationExecutor(connection)
    return len(executor.migration_plan(executor.loader.graph.leaf_nodes()))
