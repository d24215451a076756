"""Around the page of one organisation in incubation: its steps, what runs now, its papers, what happened."""

from datetime import date, datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from sanshe.core.audit.queries import history_of
from sanshe.core.calendar.enums import DayKind
from sanshe.core.calendar.queries import clock
from sanshe.core.calendar.types import Clock, Due
from sanshe.core.kit import shanghai
from sanshe.incubation.models import Entry
from sanshe.incubation.pages.batch import Step, step_day
from sanshe.incubation.queries.stay import plan, report
from sanshe.incubation.queries.stay.report import Slot

KINDS = tuple(f"incubation.{one}" for one in ("agreement", "plan", "report", "link", "supervision", "grant", "desk"))


def term(entry: Entry) -> Due:
    """The last day of the term."""
    return Due(entry.term_to, kind=DayKind.DAY)


def steps(entry: Entry, slots: list[Slot], today: date) -> list[Step]:
    """The rail: entered, the plan, each report of the term, the end of the term."""
    row, kept = plan.plan_of(entry), {one.period.no: one for one in slots}
    line = [(_("入壳"), entry.entered_on, True)]
    if due := plan.due(entry):
        line.append((_("孵化计划"), due.day, row is not None and row.handed_at is not None))
    for one in report.periods(entry):
        is_here = one.no in kept and kept[one.no].is_here
        line.append((_("第 {n} 份季报").format(n=one.no), one.ends, is_here))
    line.append((_("期满"), entry.term_to, entry.term_to < today))
    here = next((i for i, (_label, _day, is_done) in enumerate(line) if not is_done), -1)
    return [_step(label, day, is_done, i == here) for i, (label, day, is_done) in enumerate(line)]


def _step(label: str, day: date, is_done: bool, is_now: bool) -> Step:
    return Step(label, step_day(day), "now" if is_now else "done" if is_done else "")


def clocks(entry: Entry, slots: list[Slot], at: datetime) -> list[Clock]:
    """What is to be handed in, and the term."""
    opens, row, due = shanghai.moment(entry.entered_on), plan.plan_of(entry), plan.due(entry)
    found = []
    if due and (row is None or row.handed_at is None):
        found.append(clock(_("孵化计划"), opens=opens, due=due, now=at))
    for one in slots:
        if not one.is_here:
            label, since = _("第 {n} 份季报").format(n=one.period.no), shanghai.moment(one.period.starts)
            found.append(clock(label, opens=since, due=one.period.due, now=at))
    return [*found, clock(_("孵化期"), opens=opens, due=term(entry), now=at)]


def papers(entry: Entry, slots: list[Slot]) -> list[tuple[str, str]]:
    """(what, address) of each paper there is."""
    found = []
    if entry.agreement_id:
        found.append((_("孵化协议"), reverse("incubation:agreement_paper", args=[entry.agreement_id, "pdf"])))
    if (row := plan.plan_of(entry)) and row.handed_at:
        found.append((_("孵化计划"), reverse("incubation:plan_paper", args=[entry.pk, "pdf"])))
    found.append((_("督导记录表"), reverse("incubation:supervision_paper", args=[entry.pk, "pdf"])))
    for one in slots:
        if one.is_here:
            where = [entry.pk, one.period.no, "pdf"]
            found.append((_("第 {n} 份季报").format(n=one.period.no), reverse("incubation:report_paper", args=where)))
    return found


def history(entry: Entry, subjects: list[Any]) -> list[Any]:
    """What happened with this organisation since it signed, the newest first."""
    return history_of(KINDS, [one.pk for one in subjects] + ([entry.agreement_id] if entry.agreement_id else []))
