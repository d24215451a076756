"""Reading quarterly reports: which are due, which came."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sanshe.core.kit import shanghai
from sanshe.incubation.models import Batch, Entry, QuarterlyReport
from sanshe.incubation.queries.stay.report_facts import counted
from sanshe.incubation.rules.stay import report as rules
from sanshe.incubation.rules.stay.report import Period


@dataclass(frozen=True, slots=True)
class Slot:
    """One report of a term, begun or not."""

    period: Period
    row: QuarterlyReport | None

    @property
    def is_here(self) -> bool:
        return self.row is not None and self.row.handed_at is not None

    def is_over(self, at: datetime) -> bool:
        return not self.is_here and at >= self.period.due.moment


def periods(entry: Entry) -> tuple[Period, ...]:
    """The reports of a term; none without an agreement."""
    return rules.periods(starts=entry.entered_on, ends=entry.term_to) if entry.agreement_id else ()


def period(entry: Entry, no: int) -> Period | None:
    return next((one for one in periods(entry) if one.no == no), None)


def period_of(report: QuarterlyReport) -> Period:
    """As it was when the draft began; a later change of the term does not move it."""
    return Period(report.no, report.from_on, report.due_on)


def report_of(entry: Entry, no: int) -> QuarterlyReport | None:
    found = QuarterlyReport.objects.filter(entry=entry, no=no)
    return found.select_related("entry__organisation", "entry__batch").first()


def slots(entry: Entry, today: date, rows: dict[int, QuarterlyReport] | None = None) -> list[Slot]:
    """The reports whose days have begun, the oldest first."""
    kept = {row.no: row for row in entry.reports.all()} if rows is None else rows
    begun = [one for one in periods(entry) if one.starts <= today]
    return [Slot(period_of(kept[one.no]) if one.no in kept else one, kept.get(one.no)) for one in begun]


def of_batch(batch: Batch) -> dict[UUID, dict[int, QuarterlyReport]]:
    """The reports of a batch by entry and number, in one query."""
    found: dict[UUID, dict[int, QuarterlyReport]] = {}
    for row in QuarterlyReport.objects.filter(entry__batch=batch).defer("fields", "facts"):
        found.setdefault(row.entry_id, {})[row.no] = row
    return found


def owed(entry: Entry, at: datetime, rows: dict[int, QuarterlyReport] | None = None) -> Iterator[Slot]:
    """What has begun and is not here yet."""
    return (one for one in slots(entry, shanghai.day(at), rows) if not one.is_here)


def facts_of(report: QuarterlyReport) -> dict[str, Any]:
    """What was counted: as frozen when it was handed in, anew while it may still be written."""
    return counted(report.entry, report.from_on, report.due_on) if report.is_writable else report.facts
