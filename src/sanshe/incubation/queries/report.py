"""Reading quarterly reports: which are due, which came."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sanshe.core.kit import shanghai
from sanshe.core.ledgers.types import Box, Doc, Heading, KeyValue, Para, Signature
from sanshe.incubation.models import Batch, Entry, QuarterlyReport
from sanshe.incubation.phrases import report as words
from sanshe.incubation.queries.documents.words import day
from sanshe.incubation.queries.report_facts import counted, lines
from sanshe.incubation.rules import report as rules
from sanshe.incubation.rules.report import Period


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
    for row in QuarterlyReport.objects.filter(entry__batch=batch):
        found.setdefault(row.entry_id, {})[row.no] = row
    return found


def owed(entry: Entry, at: datetime, rows: dict[int, QuarterlyReport] | None = None) -> Iterator[Slot]:
    """What has begun and is not here yet."""
    return (one for one in slots(entry, shanghai.day(at), rows) if not one.is_here)


def facts_of(report: QuarterlyReport) -> dict[str, Any]:
    """What was counted: as frozen when it was handed in, anew while it may still be written."""
    return counted(report.entry, report.from_on, report.due_on) if report.is_writable else report.facts


def report_doc(report: QuarterlyReport) -> Doc:
    """季度报告 as a paper: what was recorded, and the organisation's words."""
    entry = report.entry
    head = (
        ("组织", entry.organisation.name), ("批次", entry.batch.name),
        ("报告期", f"{day(report.from_on)}至{day(report.due_on)}"), ("第几份", str(report.no)),
    )  # fmt: skip
    recorded = tuple((str(label), text) for label, text in lines(facts_of(report)))
    said = [
        part
        for one in rules.BLANKS
        for part in (Heading(str(words.LABELS[one.code]), 2), Para(report.fields.get(one.code) or "——"))
    ]
    sign = Signature(boxes=(Box("组织", ("负责人", "日期")), Box("孵化中心", ("经手人", "日期"))), style="boxes")
    blocks = (KeyValue(head), Heading("记录里有的", 2), KeyValue(recorded, 1), *said, sign)
    return Doc(f"{entry.organisation.name}第 {report.no} 份季度报告", blocks=blocks, style="plain")
