"""What an applicant may still take back."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sanshe.core.audit.queries import history
from sanshe.core.calendar.types import Due
from sanshe.core.kit.access import Actor
from sanshe.incubation.enums.call.application import ApplicationState as S
from sanshe.incubation.enums.end.assessment import AssessmentState as Assessed
from sanshe.incubation.enums.end.rectification import RectificationState as Rectified
from sanshe.incubation.enums.screening.screening import ScreeningOutcome as O
from sanshe.incubation.enums.stay.drafting import PaperState as Paper
from sanshe.incubation.enums.stay.plan import PlanEvent
from sanshe.incubation.enums.stay.report import ReportEvent
from sanshe.incubation.enums.undo import Undoable
from sanshe.incubation.models import Application, Assessment, Assessor, Check, Plan, Rectification
from sanshe.incubation.phrases.undo import ACTS, SAID
from sanshe.incubation.queries.end import assessment as assessments
from sanshe.incubation.queries.end import rectification as rectifications
from sanshe.incubation.queries.screening import screening
from sanshe.incubation.queries.stay import plan, report
from sanshe.incubation.rules import undo as rules


@dataclass(frozen=True, slots=True)
class Offer:
    """One act that can be taken back until a moment; `row` is what it left behind."""

    kind: Undoable
    row: Any
    until: datetime
    is_handled: bool = False

    @property
    def said(self) -> Any:
        return SAID[self.kind]

    @property
    def act(self) -> Any:
        return ACTS[self.kind]


def last(application: Application) -> Offer | None:
    """The mended return or the request for another look that came last; None where neither stands."""
    newest = screening.newest(application)
    if newest is None:
        return None
    if newest.outcome == O.RETURNED and newest.mended_at and newest.due_on and application.state == S.SUBMITTED:
        until = rules.until(done_at=newest.mended_at, closes=Due(newest.due_on).moment)
        return Offer(Undoable.MENDED, newest, until, is_handled=_is_judged_since(application, newest.mended_at))
    asked = getattr(newest, "review", None) if newest.outcome == O.REFUSED else None
    if asked is None:
        return None
    until = rules.until(done_at=asked.asked_at, closes=Due(screening.review_due(newest)).moment)
    return Offer(Undoable.REVIEW, asked, until, is_handled=bool(asked.outcome))


def _is_judged_since(application: Application, mended_at: datetime) -> bool:
    """The desk has begun to judge it again."""
    return Check.objects.filter(application=application, checked_at__gte=mended_at).exists()


def last_paper(row: Any, kind: str) -> Offer | None:
    """The handing in of a plan or a report that came last, by the record; None once it was judged or lies open."""
    acts = history(kind, row.pk, 1) if row.state == Paper.SUBMITTED else []
    if not acts:
        return None
    done = acts[0].at
    if row.is_late or row.judged_at:
        return Offer(Undoable.PAPER, row, done + rules.UNDO)
    due = plan.due_of(row) if isinstance(row, Plan) else report.period_of(row).due
    return Offer(Undoable.PAPER, row, rules.until(done_at=done, closes=due.moment))  # behind its day it would come late


def last_self_report(row: Assessment) -> Offer | None:
    """The organisation's own report, until an assessor has marked; it goes no further back than its last day."""
    if row.state != Assessed.REPORTED or row.reported_at is None:
        return None
    closes = assessments.report_closes(row) if row.is_late else Due(row.report_by).moment
    until = rules.until(done_at=row.reported_at, closes=closes)
    marked = Assessor.objects.filter(assessment=row, marked_at__isnull=False).exists()
    return Offer(Undoable.SELF_REPORT, row, until, is_handled=marked)


def last_answer(row: Rectification) -> Offer | None:
    """What the organisation said it put right, until somebody has looked."""
    if row.state != Rectified.ANSWERED or row.answered_at is None:
        return None
    return Offer(Undoable.ANSWER, row, rules.until(done_at=row.answered_at, closes=rectifications.closes(row)))


def words_of_return(row: Any, kind: str) -> str:
    """What the centre wrote when it sent the paper back; handing in anew had cleared it."""
    events = (str(PlanEvent.RETURNED), str(ReportEvent.RETURNED))
    return next((act.new.get("words", "") for act in history(kind, row.pk, 20) if act.event in events), "")


def offered_paper(row: Any, kind: str, actor: Actor, at: datetime) -> Offer | None:
    """What its page offers to who handed it in."""
    return _offered_to(row.handed_by, last_paper, (row, kind), actor, at)


def offered_self_report(row: Assessment, actor: Actor, at: datetime) -> Offer | None:
    return _offered_to(row.reported_by, last_self_report, (row,), actor, at)


def offered_answer(row: Rectification, actor: Actor, at: datetime) -> Offer | None:
    return _offered_to(row.answered_by, last_answer, (row,), actor, at)


def _offered_to(
    by: UUID | None, last: Callable[..., Offer | None], of: tuple[Any, ...], actor: Actor, at: datetime
) -> Offer | None:
    """Only to who handed it in, and while it can be taken back."""
    found = last(*of) if by is not None and by == actor.id else None
    return found if found and not rules.refusal_to_undo(until=found.until, at=at, is_handled=found.is_handled) else None


def offered(application: Application, at: datetime) -> Offer | None:
    """What the page offers now."""
    found = last(application)
    if found is None or rules.refusal_to_undo(until=found.until, at=at, is_handled=found.is_handled):
        return None
    return found
