"""Stations: what they are made of, and how many a space takes under a limit."""

from collections.abc import Iterable

from sanshe.activities.enums import R
from sanshe.activities.types import Plan

WHOLE = 100


def refusal_of_plan(plan: Plan) -> R | None:
    """A space has a name and at least one zone; several zones are told apart by name; a zone holds somebody."""
    if not plan.name.strip():
        return R.NO_NAME
    names = [name.strip() for name, _most in plan.zones]
    if not names or (len(names) > 1 and (len(set(names)) < len(names) or "" in names)):
        return R.NO_ZONES
    return R.BAD_CAPACITY if any(most is not None and most < 1 for _name, most in plan.zones) else None


def refusal_of_percent(percent: int | None) -> R | None:
    return None if percent is not None and 1 <= percent <= WHOLE else R.BAD_PERCENT


def limited(capacity: int | None, percent: int) -> int | None:
    """How many fit under a limit, whole people only; None where nobody counts."""
    return None if capacity is None else capacity * percent // WHOLE


def together(most: Iterable[int | None]) -> int | None:
    """How many several zones hold together; None when one of them is not counted."""
    known = list(most)
    return None if None in known else sum(one or 0 for one in known)
