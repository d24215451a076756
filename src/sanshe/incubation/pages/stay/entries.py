"""The list of those in incubation: one line each, in a fixed number of queries."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Count, Q

from sanshe.core.kit import shanghai
from sanshe.core.kit.hours import hours
from sanshe.core.kit.money import yuan
from sanshe.incubation.models import Batch, Entry, Milestone, Plan, QuarterlyReport
from sanshe.incubation.queries.stay import plan, report, resource, stay, supervision, support, training
from sanshe.incubation.queries.stay.report import Slot


@dataclass(frozen=True, slots=True)
class Row:
    """One organisation in incubation."""

    entry: Entry
    plan: Plan | None
    is_plan_over: bool
    reached: int
    steps: int
    came: int
    hours: str
    links: int
    desk: str
    money: str
    report: Slot | None
    is_report_over: bool


def lines(batch: Batch, at: datetime) -> list[Row]:
    """Everybody in incubation of a batch, by name; each kind of fact is counted once for all."""
    marks, came, given = _marks(batch), training.came(batch), supervision.given(batch)
    links, desks, money = resource.counts(batch), support.desks_of(batch), support.money(batch)
    reports = report.of_batch(batch)
    return [
        Row(
            one,
            plan.plan_of(one),
            plan.is_overdue(one, at),
            *marks.get(one.pk, (0, 0)),
            came.get(one.pk, 0),
            hours(given.get(one.pk, 0)),
            links.get(one.pk, 0),
            desks.get(one.pk, ""),
            _left(money.get(one.pk)),
            *_report(one, at, reports.get(one.pk, {})),
        )
        for one in stay.in_batch(batch)
    ]


def _marks(batch: Batch) -> dict[UUID, tuple[int, int]]:
    """(reached, all) of the milestones, by entry."""
    counted = {"reached": Count("pk", filter=Q(done_on__isnull=False)), "whole": Count("pk")}
    found = Milestone.objects.filter(plan__entry__batch=batch).values_list("plan__entry").annotate(**counted)
    return {pk: (reached, whole) for pk, reached, whole in found}


def _report(entry: Entry, at: datetime, rows: dict[int, QuarterlyReport]) -> tuple[Slot | None, bool]:
    """The oldest report that is not here yet, else the newest; and whether it is past its day."""
    begun = report.slots(entry, shanghai.day(at), rows)
    shown = next((one for one in begun if not one.is_here), begun[-1] if begun else None)
    return shown, shown is not None and shown.is_over(at)


def _left(money: tuple[int, int] | None) -> str:
    return yuan(money[0] - money[1]) if money else ""


def sums(rows: list[Row]) -> dict[str, int]:
    """How the plans stand: handed in, agreed, late or over."""
    plans = [row.plan for row in rows if row.plan]
    return {
        "all": len(rows),
        "handed": sum(one.handed_at is not None for one in plans),
        "agreed": sum(one.state == "agreed" for one in plans),
        "late": sum(one.is_late for one in plans),
        "over": sum(row.is_plan_over for row in rows),
    }
