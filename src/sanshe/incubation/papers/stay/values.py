"""Values of 孵化计划, 培训签到表, 督导记录表 and 季度报告, and what each can be made of."""

from collections.abc import Sequence
from datetime import datetime

from sanshe.core.kit import shanghai
from sanshe.core.kit.hours import hours
from sanshe.core.papers.queries import fill
from sanshe.core.papers.types import Doc, Item
from sanshe.incubation.models import Batch, Entry, Plan, QuarterlyReport, Supervision, Training
from sanshe.incubation.pages.stay.report_facts import lines
from sanshe.incubation.papers.words import NOTHING, Values, day
from sanshe.incubation.phrases.stay.supervision import FUNCTIONS
from sanshe.incubation.queries.stay.report import facts_of
from sanshe.incubation.queries.stay.supervision import promise
from sanshe.incubation.queries.stay.training import sheet
from sanshe.incubation.rules.stay import plan as plan_rules
from sanshe.incubation.rules.stay import report as report_rules

PLAN, SHEET, RECORD, REPORT = (
    f"incubation.{name}" for name in ("plan", "sign_sheet", "supervision_record", "quarterly_report")
)


def _of(entry: Entry) -> Values:
    term = f"{day(entry.entered_on)}至{day(entry.term_to)}"
    return {"name": entry.organisation.name, "batch": entry.batch.name, "term": term}


def plan_doc(plan: Plan) -> Doc:
    """孵化计划: what was agreed, with the milestones and what was reached of them."""
    return fill(PLAN, _plan(plan))


def _plan(plan: Plan) -> Values:
    kept = {row.no: row for row in plan.milestones.all()}
    steps = [
        {"no": str(no), "what": what, "by": day(by), "reached": _reached(kept.get(no))}
        for no, what, by in plan_rules.milestones(plan.fields)
    ]
    said = {one.code: plan.fields.get(one.code) or NOTHING for one in plan_rules.WORDS}
    return {**_of(plan.entry), "due": f"{day(plan.due_on)} 18:00", **said, "steps": steps}


def _reached(row: object) -> str:
    done_on, evidence = getattr(row, "done_on", None), getattr(row, "evidence", "")
    return f"{day(done_on)}，{evidence}" if done_on else ""


def sheet_doc(training: Training) -> Doc:
    """培训签到表: one line an organisation; signed by whoever came for it, counted afterwards."""
    return fill(SHEET, _sheet(training))


def _sheet(training: Training) -> Values:
    when = shanghai.local(training.starts_at)
    homes = [
        {"no": str(no), "name": one.entry.organisation.name, "people": "" if one.people is None else str(one.people)}
        for no, one in enumerate(sheet(training), start=1)
    ]
    told = f"{day(when)} {when:%H:%M}，{hours(training.quarters)} 小时"
    where = {"place": training.place, "trainer": training.trainer or NOTHING}
    return {"title": training.title, "when": told, **where, "homes": homes}


def record_doc(entry: Entry) -> Doc:
    """督导记录表 of one organisation, the oldest first."""
    return fill(RECORD, _record(entry))


def _record(entry: Entry) -> Values:
    rows = list(entry.supervisions.order_by("held_on", "recorded_at"))
    kept = promise(entry, rows)
    talks = [
        {"day": day(one.held_on), "hours": hours(one.quarters), "function": str(FUNCTIONS[one.function]),
         "agreed": one.agreed, "follow": _follow_up(one)}
        for one in rows
    ]  # fmt: skip
    return {**_of(entry), "promised": hours(kept.promised), "given": hours(kept.given), "talks": talks}


def _follow_up(one: Supervision) -> str:
    if one.follow_up_on is None:
        return ""
    return f"{day(one.follow_up_on)}前：{one.follow_up}{'。已看：' + one.followed_words if one.followed_at else ''}"


def report_doc(report: QuarterlyReport) -> Doc:
    """季度报告 as a paper: what was recorded, and the organisation's words."""
    return fill(REPORT, _report(report))


def _report(report: QuarterlyReport) -> Values:
    facts = [{"label": str(label), "text": text} for label, text in lines(facts_of(report))]
    said = {one.code: report.fields.get(one.code) or NOTHING for one in report_rules.QUESTIONS}
    span = f"{day(report.from_on)}至{day(report.due_on)}"
    return {**_of(report.entry), "span": span, "no": str(report.no), "facts": facts, **said}


def plans(batch: Batch, at: datetime) -> Sequence[Item]:
    """Those that were handed in."""
    rows = Plan.objects.filter(entry__batch=batch, handed_at__isnull=False).select_related(*WITH)
    return [Item(one.pk, one.entry.organisation.name, "", one) for one in rows.order_by("entry__organisation__name")]


def plan_values(item: Item, at: datetime) -> Values:
    return _plan(item.row)


def trainings(batch: Batch, at: datetime) -> Sequence[Item]:
    rows = Training.objects.filter(batch=batch).order_by("starts_at")
    return [Item(one.pk, one.title, "", one) for one in rows]


def sheet_values(item: Item, at: datetime) -> Values:
    return _sheet(item.row)


def supervised(batch: Batch, at: datetime) -> Sequence[Item]:
    """Organisations that had a supervision."""
    had = Supervision.objects.filter(entry__batch=batch).values("entry_id")
    rows = Entry.objects.filter(batch=batch, pk__in=had).order_by("organisation__name")
    return [Item(one.pk, one.organisation.name, "", one) for one in rows.select_related("organisation", "agreement")]


def record_values(item: Item, at: datetime) -> Values:
    return _record(item.row)


def reports(batch: Batch, at: datetime) -> Sequence[Item]:
    """Those that were handed in."""
    rows = QuarterlyReport.objects.filter(entry__batch=batch, handed_at__isnull=False).select_related(*WITH)
    order = rows.order_by("no", "entry__organisation__name")
    return [Item(one.pk, one.entry.organisation.name, str(one.no), one) for one in order]


def report_values(item: Item, at: datetime) -> Values:
    return _report(item.row)


WITH = ("entry__organisation", "entry__batch")
