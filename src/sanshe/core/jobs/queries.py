"""What work there is, how far it is, and whether somebody is doing it."""

from contextvars import ContextVar
from datetime import datetime, timedelta
from uuid import UUID

from django_tasks_db.models import DBTaskResult

from sanshe.core.jobs.models import Beat, Job
from sanshe.core.jobs.types import Handler, Progress, Rule
from sanshe.core.kit.registry import Registry

HANDLERS: Registry[Handler] = Registry("job")
RULES: Registry[Rule] = Registry("recurring rule")

STATES = {"READY": "waiting", "RUNNING": "running", "SUCCESSFUL": "done", "FAILED": "failed"}
current_job: ContextVar[UUID | None] = ContextVar("current_job", default=None)


def current() -> UUID | None:
    """The id of the work being done in this context; None outside the worker."""
    return current_job.get()


def progress_of(job_id: UUID) -> Progress | None:
    """How far one piece of work is; None when there is none of that id."""
    job = Job.objects.filter(pk=job_id).first()
    if job is None:
        return None
    status = DBTaskResult.objects.filter(pk=job_id).values_list("status", flat=True).first() or "SUCCESSFUL"
    return Progress(job.id, job.code, "lost" if job.lost_at else STATES[status], job.done, job.of, job.note)


def owner_of(job_id: UUID) -> UUID | None:
    """Who queued it, when it is somebody's own work."""
    return Job.objects.filter(pk=job_id).values_list("owner", flat=True).first()


def waiting() -> int:
    """How many pieces of work are queued or being done."""
    return DBTaskResult.objects.filter(status__in=["READY", "RUNNING"]).count()


def lost(since: datetime | None = None) -> list[Progress]:
    """Work given up after its last attempt died with its worker, newest first, at most 50."""
    rows = Job.objects.filter(lost_at__isnull=False).order_by("-lost_at")
    if since:
        rows = rows.filter(lost_at__gte=since)
    return [Progress(j.id, j.code, "lost", j.done, j.of, j.note) for j in rows[:50]]


def failed(since: datetime) -> int:
    """How many pieces of work failed for good since a moment of the machine's clock."""
    return DBTaskResult.objects.filter(status="FAILED", finished_at__gte=since).count()


def last_beat(name: str = "worker") -> datetime | None:
    """The last sign of life of a loop."""
    return Beat.objects.filter(name=name).values_list("seen_at", flat=True).first()


def worker_alive(real_now: datetime, within: timedelta = timedelta(seconds=60)) -> bool:
    """True when a worker gave a sign of life lately, or is at work on something within its limit."""
    if Beat.objects.filter(name="worker", seen_at__gte=real_now - within).exists():
        return True
    running = DBTaskResult.objects.filter(status="RUNNING", started_at__isnull=False)
    return any(_within_limit(row, real_now) for row in running[:20])


def _within_limit(row: DBTaskResult, real_now: datetime) -> bool:
    handler = HANDLERS.get(row.args_kwargs["args"][0])
    return handler is not None and row.started_at + timedelta(seconds=handler.limit_seconds) >= real_now
