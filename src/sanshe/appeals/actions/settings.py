"""Categories, the list of duties, terms of steps: set by the district. What runs already keeps its terms."""

from datetime import datetime
from typing import Any

from django.db import transaction

from sanshe.appeals.enums import E, R, Step
from sanshe.appeals.models import Category, DutyItem, StepTerm
from sanshe.core.areas.rules import district_of
from sanshe.core.calendar.types import Term
from sanshe.core.kit.access import Actor
from sanshe.core.kit.refused import insist
from sanshe.core.rows.actions import change, record


@transaction.atomic
def set_category(
    *,
    area_path: str,
    name: str,
    contact: Term,
    handle: Term,
    by: Actor,
    at: datetime,
    leg: Term | None = None,
    is_sensitive: bool = False,
    is_private: bool = True,
    category: Category | None = None,
) -> Category:
    """A new category, or other terms of one that is there."""
    insist(None if name.strip() else R.NO_NAME)
    terms = [contact, handle, *([leg] if leg else [])]
    insist(None if all(one.n for one in terms) else R.TERM_WRONG)
    said: dict[str, Any] = {"name": name.strip(), "is_sensitive": is_sensitive}
    said |= {"is_private": is_private or is_sensitive}
    said |= {"contact_n": contact.n, "contact_kind": contact.kind, "handle_n": handle.n, "handle_kind": handle.kind}
    said |= {"leg_n": leg.n if leg else None, "leg_kind": leg.kind if leg else ""}
    row = change(category, **said) if category else Category.objects.create(area_path=district_of(area_path), **said)
    record(E.CATEGORY_SET, row, by=by, at=at, **said)
    return row


@transaction.atomic
def set_duty_item(
    *,
    area_path: str,
    number: str,
    name: str,
    may_lead: bool,
    by: Actor,
    at: datetime,
    note: str = "",
    item: DutyItem | None = None,
) -> DutyItem:
    """An item of the list of duties."""
    insist(None if number.strip() and name.strip() else R.NO_NAME)
    said = {"number": number.strip(), "name": name.strip(), "may_lead": may_lead, "note": note.strip()}
    row = change(item, **said) if item else DutyItem.objects.create(area_path=district_of(area_path), **said)
    record(E.DUTY_SET, row, by=by, at=at, **said)
    return row


@transaction.atomic
def set_term(*, area_path: str, step: Step, term: Term, by: Actor, at: datetime) -> StepTerm:
    """How long a step may take in a district from now on."""
    insist(None if term.n else R.TERM_WRONG)
    said = {"n": term.n, "kind": term.kind}
    row, _ = StepTerm.objects.update_or_create(area_path=district_of(area_path), step=step, defaults=said)
    record(E.TERM_SET, row, by=by, at=at, step=step, **said)
    return row
