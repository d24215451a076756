"""What is owed by a day while organisations are in incubation."""

from collections.abc import Iterator
from datetime import datetime

from django.db.models import Prefetch

from sanshe.incubation.enums.access import P
from sanshe.incubation.enums.agreement.register import EntryState
from sanshe.incubation.enums.stay.training import TrainingState
from sanshe.incubation.models import Attendance, Entry, QuarterlyReport
from sanshe.incubation.queries.stay import plan, report, supervision, training
from sanshe.incubation.queries.stay.stay import slim
from sanshe.incubation.types.obligation import Obligation


def obligations(at: datetime) -> Iterator[Obligation]:
    """Everything owed by those in incubation, and by the centre for them, that is not done yet."""
    rows = slim(Entry.objects.filter(state=EntryState.IN_INCUBATION, agreement__isnull=False))
    for entry in rows.prefetch_related(Prefetch("reports", QuarterlyReport.objects.defer("fields", "facts"))):
        yield from _plan(entry)
        yield from _reports(entry, at)
    yield from _trainings(at)
    yield from _follow_ups()


def _plan(entry: Entry) -> Iterator[Obligation]:
    row, due = plan.plan_of(entry), plan.due(entry)
    if due and (row is None or row.handed_at is None):
        url = f"/incubation/stay/{entry.pk}/plan/"
        who = {"organisation": entry.organisation_id, "batch": entry.batch_id}
        yield Obligation("plan", f"plan:{entry.pk}", entry.area_path, due, url, entry.organisation.name, **who)


def _reports(entry: Entry, at: datetime) -> Iterator[Obligation]:
    for one in report.owed(entry, at):
        key, url = f"report:{entry.pk}:{one.period.no}", f"/incubation/stay/{entry.pk}/report/{one.period.no}/"
        who = {"organisation": entry.organisation_id, "batch": entry.batch_id}
        yield Obligation("report", key, entry.area_path, one.period.due, url, entry.organisation.name, **who)


def _trainings(at: datetime) -> Iterator[Obligation]:
    """A training to come is owed by who is invited, each on its own."""
    rows = Attendance.objects.filter(training__state=TrainingState.PLANNED, training__starts_at__gt=at)
    for one in rows.select_related("training", "entry__organisation").order_by("training__starts_at"):
        due, url = training.begins(one.training), f"/incubation/stay/{one.entry_id}/"
        who = {"organisation": one.entry.organisation_id, "batch": one.entry.batch_id}
        yield Obligation("training", f"training:{one.pk}", one.entry.area_path, due, url, one.training.title, **who)


def _follow_ups() -> Iterator[Obligation]:
    for one in supervision.to_follow():
        due, url = supervision.follow_due(one), f"/incubation/entries/{one.entry_id}/"
        detail = f"{one.entry.organisation.name}：{one.follow_up}"
        who = {"needs": P.SUPERVISION_RECORD, "batch": one.entry.batch_id}
        yield Obligation("supervision", f"supervision:{one.pk}", one.area_path, due, url, detail, **who)
