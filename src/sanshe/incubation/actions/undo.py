"""An applicant takes back what it has just handed in."""

import datetime
from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.db import transaction

from sanshe.core.audit import actions as audit
from sanshe.core.kit.access import Actor
from sanshe.core.kit.refused import Refused, insist
from sanshe.core.rows.actions import move
from sanshe.incubation.actions.call.application import KIND
from sanshe.incubation.enums.call.application import ApplicationState as S
from sanshe.incubation.enums.end.assessment import AssessmentState as Assessed
from sanshe.incubation.enums.end.rectification import RectificationState as Rectified
from sanshe.incubation.enums.stay.drafting import PaperState as Paper
from sanshe.incubation.enums.undo import Undoable
from sanshe.incubation.enums.undo import UndoEvent as E
from sanshe.incubation.enums.undo import UndoRefusal as R
from sanshe.incubation.models import Application, Assessment, Rectification, ReviewRequest, Screening
from sanshe.incubation.queries import undo as queries
from sanshe.incubation.queries.end.assessment import KIND as ASSESSMENT
from sanshe.incubation.queries.end.rectification import KIND as RECTIFICATION
from sanshe.incubation.rules import undo as rules


@transaction.atomic
def take_back_last(*, application: Application, by: Actor, at: datetime.datetime) -> None:
    """The last act that binds: a mended return lies open again until its day, a request for review is gone."""
    found = queries.last(application)
    if found is None:
        raise Refused(R.HANDLED)
    insist(rules.refusal_to_undo(until=found.until, at=at, is_handled=found.is_handled))
    BACK[found.kind](application, found.row)
    said = {"kind": KIND, "subject": application.pk, "area_path": application.area_path}
    audit.record(event=E[found.kind.name], by=by, at=at, **said)


@transaction.atomic
def take_back_paper(*, row: Any, kind: str, by: Actor, at: datetime.datetime) -> None:
    """A plan or a report that nobody has judged: a draft again, or what the centre had sent back, with its words."""
    _insist(queries.last_paper(row, kind), row.handed_by, by, at)
    if row.judged_at:
        move(row, Paper.RETURNED, refused=R.HANDLED, words=queries.words_of_return(row, kind))
    else:
        move(row, Paper.DRAFT, refused=R.HANDLED, handed_at=None, handed_by=None, is_late=False)
    audit.record(event=E.PAPER, kind=kind, subject=row.pk, by=by, at=at, area_path=row.area_path)


@transaction.atomic
def take_back_self_report(*, assessment: Assessment, by: Actor, at: datetime.datetime) -> None:
    """What was written stays and can be written on."""
    _insist(queries.last_self_report(assessment), assessment.reported_by, by, at)
    cleared = {"reported_at": None, "reported_by": None, "is_late": False}
    move(assessment, Assessed.ANNOUNCED, refused=R.HANDLED, **cleared)
    said = {"subject": assessment.pk, "area_path": assessment.area_path, "by": by, "at": at}
    audit.record(event=E.SELF_REPORT, kind=ASSESSMENT, **said)


@transaction.atomic
def take_back_answer(*, rectification: Rectification, by: Actor, at: datetime.datetime) -> None:
    """The points are open again, with what was said of each."""
    _insist(queries.last_answer(rectification), rectification.answered_by, by, at)
    move(rectification, Rectified.ISSUED, refused=R.HANDLED, answered_at=None, answered_by=None)
    said = {"subject": rectification.pk, "area_path": rectification.area_path, "by": by, "at": at}
    audit.record(event=E.ANSWER, kind=RECTIFICATION, **said)


def _insist(found: queries.Offer | None, handed_by: UUID | None, by: Actor, at: datetime.datetime) -> None:
    """Only who handed it in, while nobody has acted on it, within its minutes."""
    if found is None:
        raise Refused(R.HANDLED)
    is_own = by.id is not None and handed_by == by.id
    insist(rules.refusal_to_undo(until=found.until, at=at, is_handled=found.is_handled, is_own_hand=is_own))


def _unmend(application: Application, row: Screening) -> None:
    move(application, S.RETURNED, refused=R.HANDLED)
    if Screening.objects.filter(pk=row.pk, mended_at=row.mended_at).update(mended_at=None) != 1:
        raise Refused(R.HANDLED)


def _unask(application: Application, row: ReviewRequest) -> None:
    gone, _kinds = ReviewRequest.objects.filter(pk=row.pk, outcome="").delete()
    if gone != 1:
        raise Refused(R.HANDLED)


BACK: dict[Undoable, Callable[[Application, Any], None]] = {Undoable.MENDED: _unmend, Undoable.REVIEW: _unask}
