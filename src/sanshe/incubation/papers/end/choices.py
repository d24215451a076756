"""What the papers from the mid-term assessment to leaving can be made of; their values stand in `papers_grad`."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sanshe.core.kit.access import Actor
from sanshe.core.papers.types import Item
from sanshe.incubation.enums.end.assessment import AssessmentState, Kind
from sanshe.incubation.models import Assessment, Batch, Exit, Graduation, Rectification
from sanshe.incubation.papers.stay.values import WITH
from sanshe.incubation.queries.end.assessors import recused_from, shut_to
from sanshe.incubation.queries.end.graduation import printable

Items = Callable[[Batch, datetime], Sequence[Item]]


def _items(model: Any, **which: Any) -> Items:
    """The rows of a batch that stand at a point, by organisation."""

    def items(batch: Batch, at: datetime) -> Sequence[Item]:
        rows = model.objects.filter(entry__batch=batch, **which).select_related(*WITH)
        order = rows.order_by("entry__organisation__name", "pk")
        return [Item(one.pk, one.entry.organisation.name, getattr(one, "number", "") or "", one) for one in order]

    return items


self_reports = _items(Assessment, reported_at__isnull=False)
midterms = _items(Assessment, kind=Kind.MIDTERM, state=AssessmentState.DECIDED)
finals = _items(Assessment, kind=Kind.GRADUATION, state=AssessmentState.DECIDED)
rectifications = _items(Rectification, issued_at__isnull=False)
leavings = _items(Exit, noticed_at__isnull=False)
graduated = _items(Graduation, approved_at__isnull=False)


def certificates(batch: Batch, at: datetime) -> Sequence[Item]:
    """Of all who graduated but those whose certificate was revoked."""
    found = graduated(batch, at)
    kept = {row.pk for row in printable([item.row for item in found])}
    return [item for item in found if item.subject in kept]


def shut_assessments(actor: Actor, batch: Batch) -> set[UUID]:
    return shut_to(actor)


def shut_rectifications(actor: Actor, batch: Batch) -> set[UUID]:
    """The notices that follow from an assessment this person stepped aside from."""
    found = Rectification.objects.filter(assessment__in=recused_from(actor))
    return set(found.values_list("pk", flat=True))


def of_row(values: Callable[[Any], dict[str, Any]]) -> Callable[[Item, datetime], dict[str, Any]]:
    """Values that need the row alone."""
    return lambda item, at: values(item.row)
