"""What an applicant or an organisation has handed in, and whether somebody has acted on it since."""

from datetime import datetime
from typing import TypeVar
from uuid import UUID

from sanshe.core.audit.queries import history
from sanshe.core.calendar.types import Due
from sanshe.core.kit.access import Actor
from sanshe.core.rows.queries import kind_of, offer
from sanshe.core.rows.types import Done, Offer
from sanshe.core.sheets.enums import SheetState
from sanshe.incubation.enums.access import P
from sanshe.incubation.enums.call.application import ApplicationState as S
from sanshe.incubation.enums.end.assessment import AssessmentState as Assessed
from sanshe.incubation.enums.end.rectification import RectificationState as Rectified
from sanshe.incubation.enums.screening.screening import ScreeningEvent
from sanshe.incubation.enums.screening.screening import ScreeningOutcome as O
from sanshe.incubation.enums.stay.plan import PlanEvent
from sanshe.incubation.enums.stay.report import ReportEvent
from sanshe.incubation.models import Application, Assessment, Assessor, Check, Plan, QuarterlyReport, Rectification
from sanshe.incubation.queries.end import assessment as assessments
from sanshe.incubation.queries.end import rectification as rectifications
from sanshe.incubation.queries.screening import screening
from sanshe.incubation.queries.stay import plan, report, stay

Paper = Plan | QuarterlyReport
One = TypeVar("One", Plan, QuarterlyReport)


def mended(application: Application) -> Done | None:
    """A mended return, until the desk has begun to judge it again; never behind the day it was due."""
    newest = screening.newest(application)
    if newest is None or newest.outcome != O.RETURNED or application.state != S.SUBMITTED:
        return None
    if newest.mended_at is None or newest.due_on is None:
        return None
    is_judged = Check.objects.filter(application=application, checked_at__gte=newest.mended_at).exists()
    return Done(newest.mended_at, closes=Due(newest.due_on).moment, is_handled=is_judged)


def review(application: Application) -> Done | None:
    """A request for another look, until it was answered."""
    newest = screening.newest(application)
    asked = getattr(newest, "review", None) if newest and newest.outcome == O.REFUSED else None
    if newest is None or asked is None:
        return None
    return Done(asked.asked_at, closes=Due(screening.review_due(newest)).moment, is_handled=bool(asked.outcome))


def paper(row: Paper) -> Done | None:
    """The handing in of a plan or a report that came last, by the record; None once it was judged or lies open. What
    came in time is not taken back behind its day, where it would come late."""
    acts = history(kind_of(row), row.pk, 1) if row.state == SheetState.SUBMITTED else []
    if not acts:
        return None
    due = None if row.is_late or row.judged_at else plan.due_of(row) if isinstance(row, Plan) else _period(row)
    return Done(acts[0].at, by=row.handed_by, closes=due.moment if due else None)


def _period(row: QuarterlyReport) -> Due:
    return report.period_of(row).due


def self_report(row: Assessment) -> Done | None:
    """The organisation's own report, until an assessor has marked; it goes no further back than its last day."""
    if row.state != Assessed.REPORTED or row.reported_at is None:
        return None
    closes = assessments.report_closes(row) if row.is_late else Due(row.report_by).moment
    is_marked = Assessor.objects.filter(assessment=row, marked_at__isnull=False).exists()
    return Done(row.reported_at, by=row.reported_by, closes=closes, is_handled=is_marked)


def answer(row: Rectification) -> Done | None:
    """What the organisation said it put right, until somebody has looked."""
    if row.state != Rectified.ANSWERED or row.answered_at is None:
        return None
    return Done(row.answered_at, by=row.answered_by, closes=rectifications.closes(row))


def words_of_return(row: Paper) -> str:
    """What the centre wrote when it sent the paper back; handing in anew had cleared it."""
    events = (str(PlanEvent.RETURNED), str(ReportEvent.RETURNED))
    return next((act.new.get("words", "") for act in history(kind_of(row), row.pk, 20) if act.event in events), "")


def offered(application: Application, actor: Actor, at: datetime) -> Offer | None:
    """What the page of an application offers: the last act that binds."""
    codes = (ScreeningEvent.MENDED, ScreeningEvent.REVIEW_ASKED)
    return next((found for code in codes if (found := offer(code, application, actor, at))), None)


def own_rectification(actor: Actor, pk: UUID) -> Rectification | None:
    return rectifications.own(actor, P.ASSESSMENT_REPORT, pk)


def plan_to_write(actor: Actor, pk: UUID) -> Plan | None:
    """A plan, for those who may write it."""
    return _to_write(actor, Plan.objects.filter(pk=pk).first(), P.PLAN_WRITE, P.PLAN_JUDGE)


def report_to_write(actor: Actor, pk: UUID) -> QuarterlyReport | None:
    return _to_write(actor, QuarterlyReport.objects.filter(pk=pk).first(), P.REPORT_WRITE, P.REPORT_JUDGE)


def _to_write(actor: Actor, row: One | None, own_code: str, staff_code: str) -> One | None:
    return row if row and stay.to_write(actor, row.entry_id, own_code, staff_code) else None
