"""What an applicant may still take back."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sanshe.core.audit.queries import history
from sanshe.core.calendar.types import Due
from sanshe.core.kit.access import Actor
from sanshe.incubation.enums.application import ApplicationState as S
from sanshe.incubation.enums.drafting import PaperState as Paper
from sanshe.incubation.enums.plan import PlanEvent
from sanshe.incubation.enums.report import ReportEvent
from sanshe.incubation.enums.screening import ScreeningOutcome as O
from sanshe.incubation.enums.undo import Undoable
from sanshe.incubation.models import Application, Check
from sanshe.incubation.phrases.undo import ACTS, SAID
from sanshe.incubation.queries import screening
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
    return Offer(Undoable.PAPER, row, acts[0].at + rules.UNDO)


def words_of_return(row: Any, kind: str) -> str:
    """What the centre wrote when it sent the paper back; handing in anew had cleared it."""
    events = (str(PlanEvent.RETURNED), str(ReportEvent.RETURNED))
    return next((act.new.get("words", "") for act in history(kind, row.pk, 20) if act.event in events), "")


def offered_paper(row: Any, kind: str, actor: Actor, at: datetime) -> Offer | None:
    """What its page offers to who handed it in."""
    if row.handed_by is None or row.handed_by != actor.id:
        return None
    found = last_paper(row, kind)
    return found if found and at < found.until else None


def offered(application: Application, at: datetime) -> Offer | None:
    """What the page offers now."""
    found = last(application)
    if found is None or rules.refusal_to_undo(until=found.until, at=at, is_handled=found.is_handled):
        return None
    return found
