"""The organisation's own report: kept field by field, handed in once."""

import datetime
from collections.abc import Mapping

from django.db import transaction

from sanshe.core.calendar.types import Due
from sanshe.core.kit.access import Actor
from sanshe.core.kit.refused import Refused, insist
from sanshe.core.rows.actions import change, move, record
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
    """Keep one field as typed. Another device's change of the same field since `version` is refused as STALE."""
    insist(rules.refusal_of_text(field=field, known=queries.fields_of(assessment), text=value))
    insist(None if assessment.state == S.ANNOUNCED else R.NOT_NOW)
    kept = assessment.answers.get(field, "")
    if kept == value:
        return assessment
    if version < assessment.answers.get("_seen", {}).get(field, 0):
        raise Refused(R.STALE, field=field, theirs=kept, yours=value)
    _keep(assessment, {field: value})
    return assessment


def _keep(row: Assessment, values: Mapping[str, str]) -> None:
    seen = row.answers.get("_seen", {}) | dict.fromkeys(values, row.version + 1)
    change(row, refused=R.STALE, answers={**row.answers, **values, "_seen": seen})


@transaction.atomic
def fill(*, assessment: Assessment, values: Mapping[str, str], by: Actor, at: datetime.datetime) -> None:
    """Keep many fields at once: a whole page sent without scripts."""
    known = queries.fields_of(assessment)
    for field, text in values.items():
        insist(rules.refusal_of_text(field=field, known=known, text=text))
    insist(None if assessment.state == S.ANNOUNCED else R.NOT_NOW)
    _keep(assessment, values)


@transaction.atomic
def report(*, assessment: Assessment, by: Actor, at: datetime.datetime) -> None:
    """Hand in the organisation's own report. Late is taken and marked as late until the reminder's days are over."""
    needed = queries.fields_of(assessment)
    facts = {"answers": assessment.answers, "needed": needed, "closed": queries.is_shut(assessment, at)}
    insist(rules.refusal_to_report(**facts))
    late = at >= Due(assessment.report_by).moment
    move(assessment, S.REPORTED, refused=R.NOT_NOW, reported_at=at, reported_by=by.id, is_late=late)
    record(E.REPORTED, assessment, by=by, at=at, late=late)
