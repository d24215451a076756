"""What is as it was before, when an applicant or an organisation takes back what it has just handed in."""

from sanshe.core.kit.refused import Refused
from sanshe.core.rows.actions import move
from sanshe.core.rows.enums import R
from sanshe.core.sheets.enums import SheetState
from sanshe.incubation.enums.call.application import ApplicationState as S
from sanshe.incubation.enums.end.assessment import AssessmentState as Assessed
from sanshe.incubation.enums.end.rectification import RectificationState as Rectified
from sanshe.incubation.models import Application, Assessment, Rectification, ReviewRequest, Screening
from sanshe.incubation.queries import undo as queries
from sanshe.incubation.queries.screening import screening


def unmend(application: Application) -> None:
    """The return lies open again until its day."""
    newest = screening.newest(application)
    move(application, S.RETURNED, refused=R.HANDLED)
    asked = Screening.objects.filter(pk=newest.pk, mended_at=newest.mended_at) if newest else Screening.objects.none()
    if asked.update(mended_at=None) != 1:
        raise Refused(R.HANDLED)


def unask_review(application: Application) -> None:
    """The request is gone."""
    newest = screening.newest(application)
    gone, _kinds = ReviewRequest.objects.filter(screening=newest, outcome="").delete()
    if gone != 1:
        raise Refused(R.HANDLED)


def reopen_paper(row: queries.Paper) -> None:
    """A plan or a report is a draft again, or what the centre had sent back, with its words."""
    if row.judged_at:
        move(row, SheetState.RETURNED, refused=R.HANDLED, words=queries.words_of_return(row))
    else:
        move(row, SheetState.DRAFT, refused=R.HANDLED, handed_at=None, handed_by=None, is_late=False)


def reopen_self_report(row: Assessment) -> None:
    """What was written stays and can be written on."""
    move(row, Assessed.ANNOUNCED, refused=R.HANDLED, reported_at=None, reported_by=None, is_late=False)


def reopen_answer(row: Rectification) -> None:
    """The points are open again, with what was said of each."""
    move(row, Rectified.ISSUED, refused=R.HANDLED, answered_at=None, answered_by=None)
