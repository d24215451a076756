"""Reading rectifications and extensions."""

from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from sanshe.core.calendar.types import Due
from sanshe.core.kit.access import Actor
from sanshe.incubation.enums.end.assessment import AssessmentState, Verdict
from sanshe.incubation.enums.end.rectification import RectificationState
from sanshe.incubation.models import Assessment, Batch, Entry, Extension, Rectification
from sanshe.incubation.queries.end.assessment import scope

KIND = "incubation.rectification"
EXTENSION = "incubation.extension"


def rectification_for(actor: Actor, code: str, pk: UUID) -> Rectification | None:
    found = Rectification.objects.filter(scope(actor, code, "entry__organisation"), pk=pk)
    return found.select_related(
        "assessment", "entry", "entry__organisation", "entry__batch", "entry__batch__centre"
    ).first()


def own(actor: Actor, code: str, pk: UUID) -> Rectification | None:
    """For the organisation that answers."""
    found = rectification_for(actor, code, pk)
    return found if found and found.entry.organisation_id in actor.organisations(code) else None


def asks_for_it(assessment: Assessment) -> bool:
    return assessment.state == AssessmentState.DECIDED and assessment.verdict == Verdict.RECTIFY


def is_open(entry: Entry) -> bool:
    return Rectification.objects.filter(entry=entry, state__in=RectificationState.open()).exists()


def of_entry(entry: Entry) -> list[Rectification]:
    return list(entry.rectifications.order_by("-issued_at"))


def of_batch(batch: Batch) -> QuerySet[Rectification]:
    return Rectification.objects.filter(entry__batch=batch).select_related("entry", "entry__organisation")


def closes(row: Rectification) -> Any:
    """The first moment that is too late for an answer."""
    return Due(row.due_on).moment


def extensions(entry: Entry) -> list[Extension]:
    return list(entry.extensions.order_by("-asked_at"))


def extension_for(actor: Actor, code: str, pk: UUID) -> Extension | None:
    found = Extension.objects.filter(scope(actor, code, "entry__organisation"), pk=pk)
    return found.select_related("entry", "entry__organisation", "entry__batch").first()
