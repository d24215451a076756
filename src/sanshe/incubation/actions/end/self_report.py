"""The organisation's own report: kept answer by answer, handed in once."""

import datetime
from collections.abc import Mapping

from django.db import transaction

from sanshe.core.calendar.types import Due
from sanshe.core.kit.access import Actor
from sanshe.core.kit.refused import insist
from sanshe.core.rows.actions import move, record
from sanshe.core.sheets import actions as sheets
from sanshe.core.sheets.rules import missing
from sanshe.incubation.enums.end.assessment import AssessmentEvent as E
from sanshe.incubation.enums.end.assessment import AssessmentRefusal as R
from sanshe.incubation.enums.end.assessment import AssessmentState as S
from sanshe.incubation.models import Assessment
from sanshe.incubation.queries.end import assessment as queries
from sanshe.incubation.rules.end import assessment as rules


@transaction.atomic
def save_answer(
    *, assessment: Assessment, field: str, value: str, version: int, by: Actor, at: datetime.datetime
) -> Assessment:
    """Keep one answer as typed."""
    sheets.keep_one(assessment, queries.questions_of(assessment), field=field, value=value, version=version)
    return assessment


@transaction.atomic
def fill(*, assessment: Assessment, values: Mapping[str, str], by: Actor, at: datetime.datetime) -> None:
    """Keep many answers at once: a whole page sent without scripts."""
    sheets.keep_all(assessment, queries.questions_of(assessment), values=values)


@transaction.atomic
def report(*, assessment: Assessment, by: Actor, at: datetime.datetime) -> None:
    """Hand in the organisation's own report. Late is taken and marked as late until the reminder's days are over."""
    left = missing(queries.questions_of(assessment), assessment.answers)
    insist(rules.refusal_to_report(left=len(left), closed=queries.is_shut(assessment, at)))
    late = at >= Due(assessment.report_by).moment
    move(assessment, S.REPORTED, refused=R.NOT_NOW, reported_at=at, reported_by=by.id, is_late=late)
    record(E.REPORTED, assessment, by=by, at=at, late=late)
