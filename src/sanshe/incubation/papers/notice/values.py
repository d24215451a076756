"""Values of 异议受理通知书, 异议答复书 and 复核答复书. Who objected is in none of them."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sanshe.core.kit.access import Actor
from sanshe.core.papers.types import Item
from sanshe.incubation.enums.notice.objection import ObjectionOutcome as O
from sanshe.incubation.enums.notice.objection import PointVerdict as V
from sanshe.incubation.models import Batch, Objection
from sanshe.incubation.papers.words import NOTHING, Values, day, office_of
from sanshe.incubation.queries.panel.panel import shut_to

OUTCOMES = {O.DISMISSED: "不成立", O.PARTLY: "部分成立", O.UPHELD: "成立", "": NOTHING}
VERDICTS = {V.OPEN: "待查", V.TRUE: "属实", V.FALSE: "不属实"}


def _items(batch: Batch, **which: Any) -> Sequence[Item]:
    rows = Objection.objects.filter(place__batch=batch, **which).select_related("place__application", "place__batch")
    return [Item(one.pk, one.place.application.name, one.number, one) for one in rows.order_by("number")]


def accepted(batch: Batch, at: datetime) -> Sequence[Item]:
    return _items(batch, accepted_at__isnull=False)


def answered(batch: Batch, at: datetime) -> Sequence[Item]:
    """Answered, and not answered anew on review: the first answer was replaced by that."""
    return _items(batch, answered_at__isnull=False, reviewed_at__isnull=True)


def reviewed(batch: Batch, at: datetime) -> Sequence[Item]:
    return _items(batch, reviewed_at__isnull=False)


def shut(actor: Actor, batch: Batch) -> set[UUID]:
    """Objections to applicants this person is recused from."""
    rows = Objection.objects.filter(place__batch=batch, place__application__in=shut_to(actor))
    return set(rows.values_list("pk", flat=True))


def values(item: Item, at: datetime) -> Values:
    """For all three: each template takes what it says. The date is that of the last act."""
    one: Objection = item.row
    points = [
        {"no": p.no, "text": p.text, "verdict": VERDICTS[V(p.verdict)], "found": p.found} for p in one.points.all()
    ]
    days = {
        "raised": day(one.raised_at),
        "accepted": day(one.accepted_at),
        "answer_due": day(one.answer_due_on),
        "review_due": day(one.review_due_on),
        "asked": day(one.review_asked_at),
    }
    told = {"number": one.number, "name": one.place.application.name, "points": points, "answer": one.answer or NOTHING}
    return {**told, **days, "outcome": OUTCOMES[one.outcome], "office": office_of(one.place.batch)}


def accepted_values(item: Item, at: datetime) -> Values:
    return {**values(item, at), "date": day(item.row.accepted_at)}


def answered_values(item: Item, at: datetime) -> Values:
    return {**values(item, at), "date": day(item.row.answered_at)}


def reviewed_values(item: Item, at: datetime) -> Values:
    return {**values(item, at), "date": day(item.row.reviewed_at)}
