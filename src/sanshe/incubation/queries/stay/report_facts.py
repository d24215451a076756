"""What was recorded of an organisation between two days: a report begins with it, so that nothing is asked twice."""

from datetime import date
from typing import Any

from django.db.models import Count, Q, Sum

from sanshe.core.kit import shanghai
from sanshe.incubation.enums.stay.support import ReceiptState
from sanshe.incubation.enums.stay.training import TrainingState
from sanshe.incubation.models import Attendance, Entry, Milestone, Receipt, ResourceLink, Supervision, SupportGrant


def counted(entry: Entry, first: date, last: date) -> dict[str, Any]:
    """Plain values, to be kept as they are: milestones, trainings, supervision, links, money. Both days belong."""
    days = (first, last)
    reached = Milestone.objects.filter(plan__entry=entry, done_on__range=days).order_by("done_on", "no")
    linked = ResourceLink.objects.filter(entry=entry, linked_on__range=days).order_by("linked_on", "pk")
    return {
        "milestones": list(reached.values_list("what", flat=True)),
        "trainings": _trainings(entry, first, last),
        "supervision": _sums(Supervision.objects.filter(entry=entry, held_on__range=days), "quarters"),
        "links": list(linked.values_list("what", flat=True)),
        "given": _sums(SupportGrant.objects.filter(entry=entry, given_on__range=days), "cents"),
        "spent": _sums(
            Receipt.objects.filter(grant__entry=entry, spent_on__range=days).exclude(state=ReceiptState.REFUSED),
            "cents",
        ),
    }


def _sums(rows: Any, field: str) -> dict[str, int]:
    found = rows.aggregate(n=Count("pk"), sum=Sum(field))
    return {"n": found["n"], "sum": found["sum"] or 0}


def _trainings(entry: Entry, first: date, last: date) -> dict[str, int]:
    span = {"training__starts_at__gte": shanghai.moment(first), "training__starts_at__lt": shanghai.end(last)}
    rows = Attendance.objects.filter(entry=entry, training__state=TrainingState.HELD, **span)
    found = rows.aggregate(held=Count("pk"), came=Count("pk", filter=Q(people__gt=0)), people=Sum("people"))
    return {"held": found["held"], "came": found["came"], "people": found["people"] or 0}
