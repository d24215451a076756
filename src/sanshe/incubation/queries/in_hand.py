"""Work of incubation that somebody has in hand by name."""

from datetime import datetime
from uuid import UUID

from django.urls import reverse

from sanshe.core.accounts.types import Matter
from sanshe.core.rows.queries import within
from sanshe.incubation.enums.access import P
from sanshe.incubation.enums.call.batch import BatchState
from sanshe.incubation.enums.end.assessment import AssessmentState
from sanshe.incubation.models import Assessor, Batch, Panelist
from sanshe.incubation.queries.leaving import is_awaited

BEFORE_DECISION = (BatchState.PLANNED, BatchState.OPEN, BatchState.SCREENING, BatchState.REVIEWING)


def seats(person: UUID, at: datetime) -> list[Matter]:
    """Seats on panels until the session waits for this member no more."""
    rows = Panelist.objects.filter(person=person, dismissed_at=None, left_at=None)
    rows = rows.filter(panel__batch__state__in=BEFORE_DECISION).select_related("panel__batch")
    return [_seat(row) for row in rows.order_by("panel__batch__no") if row.panel.locked_at is None or is_awaited(row)]


def _seat(row: Panelist) -> Matter:
    batch = row.panel.batch
    where = {"b": batch.pk, "pk": row.pk} if row.panel.locked_at else {"b": batch.pk}
    url = reverse("incubation:leaving" if row.panel.locked_at else "incubation:panel", kwargs=where)
    return Matter(row.pk, batch.name, url, batch.area_path, P.SCORE_WRITE, batch.panel_on)


def assessments(person: UUID, at: datetime) -> list[Matter]:
    """Assessments they were named for and gave no marks in, while marks are still given."""
    rows = Assessor.objects.filter(person=person, marked_at=None, relation="", replaced_at=None)
    rows = rows.filter(assessment__state__in=[AssessmentState.ANNOUNCED, AssessmentState.REPORTED])
    found = rows.select_related("assessment__entry__organisation").order_by("assessment__closes_on", "pk")
    return [_assessment(row) for row in found]


def _assessment(row: Assessor) -> Matter:
    one = row.assessment
    url = reverse("incubation:assessment", kwargs={"e": one.entry_id})
    name = one.entry.organisation.name
    return Matter(row.pk, name, url, one.area_path, P.ASSESSMENT_MARK, one.closes_on)


def batches_in(path: str, at: datetime) -> int:
    """Batches of an area that are not closed: they are brought to their end where they were called."""
    return Batch.objects.filter(within([path])).exclude(state=BatchState.CLOSED_OUT).count()
