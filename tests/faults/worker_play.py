"""The steps of `test_worker_killed`, each run as a process of its own."""

import sys
import time
from datetime import timedelta
from pathlib import Path

import django
from django.conf import settings

django.setup()

from django.core.management import call_command  # noqa: E402 - Django comes first
from django_tasks_db.models import DBTaskResult  # noqa: E402

from sanshe.core.jobs import actions, queries  # noqa: E402
from sanshe.core.jobs.models import Beat  # noqa: E402
from sanshe.core.jobs.types import Handler  # noqa: E402
from sanshe.core.kit import clock, ids  # noqa: E402


def effect(payload):
    """Write, say so, then wait to be killed (the first time)."""
    Beat.objects.create(name=str(ids.new()), seen_at=clock.real())
    Path(settings.DATA, "half-way").touch()
    while not Path(settings.DATA, "go-on").exists():
        time.sleep(0.02)


queries.HANDLERS.add("atomic", Handler(run=effect, limit_seconds=60))
queries.HANDLERS.add("control", Handler(run=effect, limit_seconds=60, atomic=False))


def main(step):
    if step.startswith("queue:"):
        call_command("migrate", verbosity=0)
        actions.enqueue(code=step.split(":")[1], payload={}, at=clock.real())
    elif step == "work":
        actions.work()
    elif step == "reap-and-work":
        print(actions.reap(real=clock.real()))  # noqa: T201 - not overdue yet: nothing is taken back
        actions.reap(real=clock.real() + timedelta(seconds=61))
        DBTaskResult.objects.filter(status="READY").update(run_after=clock.real())
        print(actions.work())  # noqa: T201
    elif step == "look":
        print(DBTaskResult.objects.get().status, Beat.objects.count())  # noqa: T201


main(sys.argv[1])
