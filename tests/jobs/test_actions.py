"""Queue, do, take up again, fire."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection, transaction
from django_tasks_db.models import DBTaskResult

from sanshe.core.jobs import actions, queries
from sanshe.core.jobs.models import Firing, Job
from sanshe.core.jobs.queries import HANDLERS, RULES
from sanshe.core.jobs.types import Handler, Rule
from sanshe.core.kit import clock

AT = datetime(2022, 1, 5, tzinfo=UTC)
pytestmark = pytest.mark.django_db


@pytest.fixture
def done(monkeypatch):
    """A handler `t` that notes what it was given; `bad` makes it fail."""
    seen = []

    def run(payload):
        seen.append(payload)
        Firing.objects.create(rule=f"effect {len(seen)}", due_at=AT)
        if payload.get("bad"):
            raise ValueError("bad")

    monkeypatch.setitem(queries.HANDLERS._items, "t", Handler(run=run, attempts=2, limit_seconds=60))
    return seen


def queue(**payload):
    return actions.enqueue(code="t", payload=payload, at=AT)


def test_work_is_done_once(done):
    job = queue(n=1)
    assert actions.work() == 1 and actions.work() == 0
    assert done == [{"n": 1}] and queries.progress_of(job).state == "done"


def test_unknown_work_is_refused_at_the_door():
    with pytest.raises(LookupError):
        actions.enqueue(code="nobody", payload={}, at=AT)


def test_the_same_key_is_one_piece_of_work(done):
    first, second = (actions.enqueue(code="t", payload={}, at=AT, key="k") for _ in range(2))
    assert first == second and actions.work() == 1


def test_without_a_key_each_is_its_own(done):
    assert queue() != queue() and actions.work() == 2


def test_work_of_a_rolled_back_transaction_never_was(done):
    with transaction.atomic():
        queue()
        transaction.set_rollback(True)
    assert actions.work() == 0


def test_work_waits_for_its_time(done):
    actions.enqueue(code="t", payload={}, at=AT, not_before=AT + timedelta(hours=1))
    assert actions.work() == 0
    DBTaskResult.objects.update(run_after=clock.real())
    assert actions.work() == 1


def test_a_failure_undoes_its_writes_and_is_tried_again(done):
    job = queue(bad=True)
    actions.work()
    assert not Firing.objects.filter(rule__startswith="effect").exists()
    assert queries.progress_of(job).state == "waiting"
    DBTaskResult.objects.update(run_after=clock.real())
    actions.work()
    assert queries.progress_of(job).state == "failed" and len(done) == 2


def test_work_of_a_dead_worker_is_taken_up_again(done):
    job = queue()
    actions._claim("dead")
    later = clock.real() + timedelta(seconds=61)
    assert actions.reap(real=clock.real()) == 0 and actions.reap(real=later) == 1
    DBTaskResult.objects.update(run_after=clock.real())
    assert actions.work() == 1 and queries.progress_of(job).state == "done"


def test_after_the_last_attempt_it_is_lost_and_said(done):
    job = queue()
    for _ in range(2):
        DBTaskResult.objects.update(run_after=clock.real())
        actions._claim("dead")
        actions.reap(real=clock.real() + timedelta(seconds=61))
    assert [p.id for p in queries.lost()] == [job] and queries.progress_of(job).state == "lost"


def test_a_slow_worker_that_was_overtaken_leaves_no_effect(done):
    queue()
    slow = actions._claim("slow")
    actions.reap(real=clock.real() + timedelta(seconds=61))
    actions._do(slow)
    assert not Firing.objects.filter(rule__startswith="effect").exists()
    DBTaskResult.objects.update(run_after=clock.real())
    assert actions.work() == 1
    assert Firing.objects.filter(rule__startswith="effect").count() == 1


def test_a_rule_fires_once_at_a_moment(done, monkeypatch):
    monkeypatch.setattr(queries.RULES, "_items", {"r": Rule("minute", "t")})
    assert actions.tick(real=AT) == ["r"]
    assert actions.tick(real=AT + timedelta(seconds=30)) == []
    assert actions.tick(real=AT + timedelta(seconds=60)) == ["r"]
    assert Job.objects.filter(code="t").count() == 2


def test_progress_is_read_back(done):
    job = queue()
    actions.progress(job, 3, 12, "第 3 家")
    found = queries.progress_of(job)
    assert (found.percent, found.note) == (25, "第 3 家")


def test_the_handler_knows_which_work_it_is(monkeypatch):
    seen = []
    monkeypatch.setitem(queries.HANDLERS._items, "t", Handler(run=lambda payload: seen.append(queries.current())))
    job = queue()
    actions.work()
    assert seen == [job] and queries.current() is None


def test_a_worker_is_alive_by_its_beat():
    now = clock.real()
    assert not queries.worker_alive(now)
    actions.beat(name="worker", real=now)
    assert queries.worker_alive(now) and not queries.worker_alive(now + timedelta(minutes=2))


def test_a_worker_deep_in_work_is_alive(done):
    queue()
    actions._claim("worker")
    assert queries.worker_alive(clock.real()) and not queries.worker_alive(clock.real() + timedelta(minutes=5))


def test_sweeping_forgets_done_work_only(done):
    kept, gone = queue(bad=True), queue()
    actions.work()
    actions.sweep(keep=timedelta(0))
    assert queries.progress_of(gone) is None and queries.progress_of(kept).state == "waiting"


@pytest.mark.parametrize(("hours", "gone"), [(-1, False), (1, True)])
def test_what_is_done_is_kept_for_thirty_days_and_what_failed_for_ever(done, hours, gone):
    """A rule that fired is forgotten with it: it would fire a second time for that hour."""
    when = clock.real() - timedelta(days=30, hours=hours)
    jobs = [queue(), queue()]
    for job, status in zip(jobs, ("SUCCESSFUL", "FAILED"), strict=True):
        DBTaskResult.objects.filter(pk=job).update(status=status, finished_at=when)
    Firing.objects.create(rule="x", due_at=when)
    assert actions.sweep() == int(gone) and Firing.objects.exists() != gone
    assert [queries.progress_of(job) is None for job in jobs] == [gone, False]


def test_the_database_looks_at_its_tables_every_night():
    actions.analyse()
    assert RULES["jobs.analyse"].job == "jobs.analyse" and HANDLERS["jobs.analyse"].run({}) is None
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            assert cursor.execute("SELECT count(*) FROM sqlite_stat1").fetchone()[0] > 0


def test_every_night_each_app_destroys_what_is_over(monkeypatch):
    from sanshe.core.privacy.types import Purge

    asked = []
    monkeypatch.setattr(actions, "PURGES", [Purge((), lambda at: asked.append(at) or 0)] * 2)
    queries.HANDLERS["jobs.purge"].run({})
    assert len(asked) == 2 and queries.RULES["jobs.purge"].every == "day"


def test_what_one_app_cannot_destroy_keeps_no_other_from_it(monkeypatch):
    from sanshe.core.privacy.types import Purge

    asked = []

    def full(at):
        raise OSError(28, "full")

    monkeypatch.setattr(actions, "PURGES", [Purge((), full), Purge((), lambda at: asked.append(at) or 0)])
    with pytest.raises(OSError, match="full"):
        queries.HANDLERS["jobs.purge"].run({})
    assert len(asked) == 1
