"""Corrections of sealed sheets: who may see which, and what of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from sanshe.core.accounts.queries import names_of
from sanshe.core.kit.access import Actor
from sanshe.incubation.enums.access import P
from sanshe.incubation.enums.panel.score import ChangeState
from sanshe.incubation.models import Batch, SheetChange
from sanshe.incubation.queries.panel.panel import member_of, shut_to
from sanshe.incubation.queries.panel.score import is_all_sealed

OPEN = (ChangeState.ASKED, ChangeState.FIRST_AGREED)


@dataclass(frozen=True, slots=True)
class Asked:
    """A correction as its page shows it: the marks only once every sheet of the session is sealed."""

    row: SheetChange
    marks: list[tuple[Any, Any, Any]]
    agreed: list[str]
    is_open: bool
    may_answer: bool


def as_marks(written: Mapping[str, int | None]) -> dict[int, int | None]:
    return {int(no): mark for no, mark in written.items()}


def may_answer(batch: Batch, actor: Actor) -> bool:
    """The chair, and who holds the panel in office; no other member."""
    seat = member_of(actor, batch)
    return seat.is_chair if seat else actor.may_at(P.PANEL_MANAGE, batch.area_path)


def changes(batch: Batch, actor: Actor) -> QuerySet[SheetChange]:
    """What this person may decide about, and never of an applicant they are recused from."""
    if not may_answer(batch, actor):
        return SheetChange.objects.none()
    found = SheetChange.objects.filter(sheet__batch=batch).exclude(sheet__application_id__in=shut_to(actor))
    with_rows = ("sheet__panelist", "sheet__batch", "sheet__application__slot")
    return found.select_related(*with_rows).order_by("asked_at")


def open_changes(batch: Batch) -> int:
    """How many corrections still wait for somebody."""
    return SheetChange.objects.filter(sheet__batch=batch, state__in=OPEN).count()


def shown(batch: Batch, actor: Actor, criteria: list[Any]) -> list[Asked]:
    """A fixed number of queries, however many corrections there are."""
    rows, is_in = list(changes(batch, actor)), is_all_sealed(batch)
    names = names_of({who for row in rows for who in (row.first_by, row.second_by) if who})
    return [_shown(row, actor, criteria if is_in else [], names) for row in rows]


def _shown(row: SheetChange, actor: Actor, criteria: list[Any], names: dict[UUID, str]) -> Asked:
    marks = [(one, row.old.get(str(one.no)), row.new.get(str(one.no))) for one in criteria]
    agreed = [names.get(who, "") for who in (row.first_by, row.second_by) if who]
    may_answer = row.state in OPEN and actor.id not in (row.asked_by, row.first_by)
    return Asked(row, [one for one in marks if one[1] != one[2]], agreed, row.state in OPEN, may_answer)
