"""What 异议受理通知书, 异议答复书 and 异议复核答复书 are made of. Who objected is in none of them."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sanshe.core.kit import shanghai
from sanshe.core.kit.access import Actor
from sanshe.core.objections.enums import Deed, Outcome, Verdict
from sanshe.core.objections.models import Objection
from sanshe.core.objections.queries.cases import case_of
from sanshe.core.objections.queries.counts import of_listing
from sanshe.core.objections.queries.listings import listing_of
from sanshe.core.objections.queries.subjects import SUBJECTS
from sanshe.core.papers.types import Item

NOTHING = "——"
OUTCOMES = {Outcome.DISMISSED: "不成立", Outcome.PARTLY: "部分成立", Outcome.UPHELD: "成立", "": NOTHING}
VERDICTS = {Verdict.OPEN: "待查", Verdict.TRUE: "属实", Verdict.FALSE: "不属实"}
Values = Mapping[str, object]
# Which of the papers: what must have happened, and the day it is dated by. An answer that a review replaced is none.
WHICH: dict[str, tuple[dict[str, Any], str]] = {
    "accepted": ({"accepted_at__isnull": False}, "accepted_at"),
    "answer": ({"answered_at__isnull": False, "reviewed_at__isnull": True}, "answered_at"),
    "review": ({"reviewed_at__isnull": False}, "reviewed_at"),
}


def items(kind: str, which: str) -> Callable[[Any, datetime], Sequence[Item]]:
    """What a paper can be made of, in order; the case is what was announced."""

    def find(case: Any, at: datetime) -> Sequence[Item]:
        rows = of_listing(kind, case.pk).filter(**WHICH[which][0])
        return [Item(one.pk, one.title, one.number, one) for one in rows.order_by("number")]

    return find


def values(which: str) -> Callable[[Item, datetime], Values]:
    """What the blanks are filled with; the date is that of the act."""

    def fill(item: Item, at: datetime) -> Values:
        return {**_told(item.row), "date": _day(getattr(item.row, WHICH[which][1]))}

    return fill


def shut(kind: str) -> Callable[[Actor, Any], set[UUID]]:
    """Cases that this reader may not read: the one guard."""

    def find(actor: Actor, case: Any) -> set[UUID]:
        closed = SUBJECTS[kind].shut(actor, case.pk)
        rows = of_listing(kind, case.pk)
        return {row.pk for row in rows if row.subject in closed or not _reads(row, actor)}

    return find


def _reads(row: Objection, actor: Actor) -> bool:
    return case_of(row, actor, row.raised_at).mine.may(Deed.READ)


def _told(row: Objection) -> Values:
    """For all three: each text takes what it says."""
    listing, (who, meanwhile) = listing_of(row.kind, row.listing), SUBJECTS[row.kind].words.paper
    points = [
        {"no": p.no, "text": p.text, "verdict": VERDICTS[Verdict(p.verdict)], "found": p.found}
        for p in row.points.all()
    ]
    days = {
        "raised": _day(row.raised_at),
        "accepted": _day(row.accepted_at),
        "answer_due": _day(row.answer_due_on),
        "review_due": _day(row.review_due_on),
        "asked": _day(row.review_asked_at),
    }
    said = {"number": row.number, "name": row.title, "points": points, "answer": row.answer or NOTHING}
    office = listing.contact["office"] if listing else NOTHING
    return {**said, **days, "outcome": OUTCOMES[row.outcome], "office": office, "who": who, "meanwhile": meanwhile}


def _day(value: date | datetime | None) -> str:
    """2022年1月17日, in Shanghai; a dash while it is not known."""
    if value is None:
        return NOTHING
    return shanghai.long(shanghai.day(value) if isinstance(value, datetime) else value)
