"""Quarterly reports: begun, kept as typed, handed in with what was counted, returned or accepted."""

import datetime
from collections.abc import Mapping

from django.db import transaction

from sanshe.core.kit import shanghai
from sanshe.core.kit.access import Actor
from sanshe.core.kit.digest import fingerprint
from sanshe.core.kit.refused import Refused, insist
from sanshe.core.rows.actions import record
from sanshe.core.sheets import actions as sheets
from sanshe.core.sheets import rules as sheet_rules
from sanshe.incubation.actions.letters import send_to_entry, tell_centre_late
from sanshe.incubation.enums.agreement.register import EntryState
from sanshe.incubation.enums.stay.report import ReportEvent as E
from sanshe.incubation.enums.stay.report import ReportRefusal as R
from sanshe.incubation.models import Entry, QuarterlyReport
from sanshe.incubation.pages.stay.paper_form import REPORT
from sanshe.incubation.phrases.stay.report import KINDS
from sanshe.incubation.queries.stay import report as queries
from sanshe.incubation.queries.stay.report_facts import counted
from sanshe.incubation.rules.stay import report as rules

KIND = "incubation.report"


@transaction.atomic
def start(*, entry: Entry, no: int, at: datetime.datetime) -> QuarterlyReport:
    """The no-th report of this entry: the one there is, or a new draft once its days have begun."""
    period = queries.period(entry, no)
    if period is None or entry.state != EntryState.IN_INCUBATION or shanghai.day(at) < period.starts:
        raise Refused(R.NO_SUCH_REPORT)
    said = {"area_path": entry.area_path, "from_on": period.starts, "due_on": period.ends, "saved_at": at}
    return QuarterlyReport.objects.get_or_create(entry=entry, no=no, defaults=said)[0]


@transaction.atomic
def save_field(
    *, report: QuarterlyReport, field: str, value: str, version: int, at: datetime.datetime
) -> QuarterlyReport:
    sheets.keep_one(report, rules.QUESTIONS, field=field, value=value, version=version, saved_at=at)
    return report


@transaction.atomic
def fill(*, report: QuarterlyReport, values: dict[str, str], at: datetime.datetime) -> QuarterlyReport:
    sheets.keep_all(report, rules.QUESTIONS, values=values, saved_at=at)
    return report


@transaction.atomic
def submit(*, report: QuarterlyReport, by: Actor, at: datetime.datetime) -> QuarterlyReport:
    """Hand it in: what was counted is frozen beside the words. Late is taken in and shown as late."""
    period = queries.period_of(report)
    insist(rules.refusal_to_hand_in(period=period, today=shanghai.day(at)), day=shanghai.short(period.ends))
    facts = counted(report.entry, report.from_on, report.due_on)
    left = len(sheet_rules.missing(rules.QUESTIONS, report.fields))
    is_late = sheets.hand_in(report, REPORT, left=left, due=period.due, by=by, at=at, facts=facts)
    new = {"no": report.no, "due_on": report.due_on, "facts": fingerprint(facts)}
    record(E.SUBMITTED_LATE if is_late else E.SUBMITTED, report, by=by, at=at, **new)
    if is_late:
        tell_centre_late(report.entry, str(KINDS[KIND]), by, at, f"late:{report.pk}")
    return report


@transaction.atomic
def judge(
    *,
    report: QuarterlyReport,
    agrees: bool,
    words: str,
    by: Actor,
    at: datetime.datetime,
    remarks: Mapping[str, str] | None = None,
) -> QuarterlyReport:
    """Accept it, or return it with words."""
    sheets.judge(report, agrees=agrees, words=words, remarks=remarks, by=by, at=at)
    record(E.ACCEPTED if agrees else E.RETURNED, report, by=by, at=at, no=report.no, words=words.strip())
    if not agrees:
        said = {"no": report.no, "words": words.strip()}
        key = f"report_returned:{report.pk}:{report.version}"
        send_to_entry(report.entry, "incubation.report_returned", said, by, at, key)
    return report
