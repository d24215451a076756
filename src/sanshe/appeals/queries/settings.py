"""What a district has set."""

from uuid import UUID

from django.db.models import QuerySet

from sanshe.appeals.enums import P, R, Step
from sanshe.appeals.models import Category, DutyItem, StepTerm
from sanshe.core.areas.rules import district_of
from sanshe.core.calendar.types import Term
from sanshe.core.kit.access import Actor
from sanshe.core.kit.refused import Refused
from sanshe.core.rows.queries import within


def term_of(area_path: str, step: Step) -> Term:
    """How long a step may take at a place. Refuses NO_TERM where nothing was set."""
    row = StepTerm.objects.filter(area_path=district_of(area_path), step=step).first()
    if row is None:
        raise Refused(R.NO_TERM, step=step)
    return row.term


def categories(area_path: str) -> QuerySet[Category]:
    """Those that may be chosen in the district of a place."""
    return Category.objects.filter(area_path=district_of(area_path), is_in_use=True).order_by("name")


def duty_items(area_path: str) -> QuerySet[DutyItem]:
    return DutyItem.objects.filter(area_path=district_of(area_path)).order_by("number")


def category_to_set(actor: Actor, key: UUID) -> Category | None:
    return Category.objects.filter(within(actor.paths(P.SET)), pk=key).first()


def duty_item_to_set(actor: Actor, key: UUID) -> DutyItem | None:
    return DutyItem.objects.filter(within(actor.paths(P.SET)), pk=key).first()


def step_terms(area_path: str) -> dict[str, Term]:
    return {one.step: one.term for one in StepTerm.objects.filter(area_path=district_of(area_path))}
