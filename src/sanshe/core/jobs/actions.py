"""Queue work, do it, take up what a dead worker left, fire the rules."""

import logging
import traceback
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import connection, transaction
from django.db.models import F, QuerySet
from django_tasks import task
from django_tasks_db.models import DBTaskResult

from sanshe.core.jobs import rules
from sanshe.core.jobs.models import Beat, Firing, Job
from sanshe.core.jobs.queries import HANDLERS, RULES, current_job
from sanshe.core.kit import clock, ids
from sanshe.core.privacy.queries import PURGES

log = logging.getLogger("sanshe.jobs")


class Overtaken(Exception):
    """The work passed its limit and was given to somebody else: what this attempt did is rolled back."""


@task()
def run(code: str, payload: dict[str, Any]) -> None:
    """The one task the queue knows; what it does stands under its code, so no Python path is stored."""
    HANDLERS[code].run(payload)


def enqueue(
    *,
    code: str,
    payload: dict[str, Any],
    at: datetime,
    key: str | None = None,
    not_before: datetime | None = None,
    owner: UUID | None = None,
) -> UUID:
    """Queue work in the caller's transaction and return its id. The same key twice is one piece of work."""
    if code not in HANDLERS:
        raise LookupError(f"no app has declared the job {code}")
    real = clock.real()
    job = Job(id=ids.new(), code=code, key=key, owner=owner, made_at=real)
    Job.objects.bulk_create([job], ignore_conflicts=key is not None)
    if key is not None and (first := Job.objects.values_list("pk", flat=True).get(key=key)) != job.pk:
        return first
    DBTaskResult.objects.create(
        id=job.pk,
        args_kwargs={"args": [code, payload], "kwargs": {}},
        task_path=run.module_path,
        backend_name=run.backend,
        run_after=real + max(timedelta(0), (not_before or at) - at),
    )
    return job.pk


def progress(job_id: UUID | None, done: int, of: int, note: str = "") -> None:
    """Write how far the work is. Seen by others at once only when its handler is not atomic."""
    if job_id is not None:
        Job.objects.filter(pk=job_id).update(done=done, of=of, note=note[:200])


def work(*, worker: str = "worker", most: int = 1000) -> int:
    """Do what is ready, one after another, and return how many pieces were done."""
    count = 0
    while count < most and (row := _claim(worker)) is not None:
        _do(row)
        count += 1
    return count


def _claim(worker: str) -> DBTaskResult | None:
    ready = DBTaskResult.objects.ready().filter(task_path=run.module_path)
    if not ready.exists():  # a read takes no write lock: an idle worker stays out of the way
        return None
    with transaction.atomic():
        row = ready.select_for_update(skip_locked=True).first()
        if row is None:
            return None
        row.started_at = clock.real()
        held = DBTaskResult.objects.filter(pk=row.pk, status="READY").update(
            status="RUNNING", started_at=row.started_at, worker_ids=[*row.worker_ids, worker][-10:]
        )
        Job.objects.filter(pk=row.pk).update(attempts=F("attempts") + 1)
    return row if held else None


def _do(row: DBTaskResult) -> None:
    code = row.args_kwargs["args"][0]
    token = current_job.set(row.pk)
    try:
        _run_and_finish(row, code)
    except Overtaken:
        log.warning("job %s %s passed its limit and was taken over", code, row.pk)
    except Exception as fault:
        log.exception("job %s %s failed", code, row.pk)
        _fail(row, code, fault)
    finally:
        current_job.reset(token)


def _run_and_finish(row: DBTaskResult, code: str) -> None:
    clock.refresh()
    if HANDLERS[code].atomic:
        with transaction.atomic():
            run.call(*row.args_kwargs["args"])
            _finish(row)
    else:
        run.call(*row.args_kwargs["args"])
        _finish(row)


def _mine(row: DBTaskResult) -> QuerySet[DBTaskResult]:
    return DBTaskResult.objects.filter(pk=row.pk, status="RUNNING", started_at=row.started_at)


def _finish(row: DBTaskResult) -> None:
    if not _mine(row).update(status="SUCCESSFUL", finished_at=clock.real()):
        raise Overtaken


def _fail(row: DBTaskResult, code: str, fault: Exception) -> None:
    attempts = Job.objects.values_list("attempts", flat=True).get(pk=row.pk)
    real = clock.real()
    what = {
        "exception_class_path": f"{type(fault).__module__}.{type(fault).__qualname__}",
        "traceback": "".join(traceback.format_exception(fault))[-20_000:],
    }
    handler = HANDLERS.get(code)
    if handler and rules.may_try_again(handler, attempts):
        _mine(row).update(status="READY", run_after=real + rules.pause_after(attempts), **what)
    else:
        _mine(row).update(status="FAILED", finished_at=real, **what)


def reap(*, real: datetime) -> int:
    """Take back the work whose worker is taken for dead; after the last attempt it is lost. Returns how many rows."""
    running = DBTaskResult.objects.filter(status="RUNNING", task_path=run.module_path, started_at__isnull=False)
    overdue = [row for row in running if _is_overdue(row, real)]
    for row in overdue:
        _take_back(row, real)
    return len(overdue)


def _is_overdue(row: DBTaskResult, real: datetime) -> bool:
    handler = HANDLERS.get(row.args_kwargs["args"][0])
    return handler is None or rules.is_overdue(handler, row.started_at, real)


@transaction.atomic
def _take_back(row: DBTaskResult, real: datetime) -> None:
    code = row.args_kwargs["args"][0]
    handler, job = HANDLERS.get(code), Job.objects.get(pk=row.pk)
    if handler and rules.may_try_again(handler, job.attempts):
        _mine(row).update(status="READY", run_after=real)
    elif _mine(row).update(status="FAILED", finished_at=real, exception_class_path="lost"):
        Job.objects.filter(pk=row.pk).update(lost_at=real)
        log.error("job %s %s is lost after %s attempts", code, row.pk, job.attempts)


def tick(*, real: datetime) -> list[str]:
    """Fire the rules that are due and have not fired for that moment; returns their codes. Two at once do no harm."""
    reap(real=real)
    return [code for code in RULES.codes() if _fire(code, rules.last_due(RULES[code], real), real)]


@transaction.atomic
def _fire(code: str, due_at: datetime, real: datetime) -> bool:
    if Firing.objects.filter(rule=code, due_at=due_at).exists():  # spares the write; the constraint decides
        return False
    Firing.objects.bulk_create([Firing(rule=code, due_at=due_at)], ignore_conflicts=True)
    key = f"{code}@{due_at:%Y-%m-%dT%H:%MZ}"
    if Job.objects.filter(key=key).exists():
        return False
    enqueue(code=RULES[code].job, payload={"due_at": due_at.isoformat()}, at=real, key=key)
    return True


def beat(*, name: str, real: datetime) -> None:
    """Leave a sign of life."""
    Beat.objects.update_or_create(name=name, defaults={"seen_at": real})


def analyse() -> None:
    """Let SQLite look at its tables, so that it chooses indexes by what lies in them; PostgreSQL does so by itself."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")


def sweep(keep: timedelta = timedelta(days=30)) -> int:
    """Forget finished work and old firings; what failed or was lost is kept."""
    before = clock.real() - keep
    done = DBTaskResult.objects.filter(status="SUCCESSFUL", finished_at__lt=before)
    ids_done = list(done.values_list("pk", flat=True)[:5000])
    Job.objects.filter(pk__in=ids_done).delete()
    DBTaskResult.objects.filter(pk__in=ids_done).delete()
    Firing.objects.filter(due_at__lt=before).delete()
    return len(ids_done)


def purge() -> None:
    """Destroy the personal fields whose time is over, each app's in a transaction of its own: one that fails keeps no
    other from its word, and is raised in the end."""
    clock.refresh()
    at, faults = clock.now(), []
    for one in PURGES:
        try:
            one.act(at=at)
        except Exception as fault:
            log.exception("what is over was not destroyed")
            faults.append(fault)
    if faults:
        raise faults[0]
