"""What is typed online obeys the rule of a sheet that is read in."""

from collections.abc import Mapping
from datetime import date

from sanshe.core.kit.asked import day_of, whole
from sanshe.core.kit.refused import insist
from sanshe.core.rows.rules import refusal_of_count
from sanshe.core.ui.enums import R


def count_in(post: Mapping[str, str], name: str) -> int | None:
    """The whole number typed into a field, None where it was left empty; anything else is refused beside it."""
    text = post.get(name, "")
    insist(refusal_of_count(text), field=name)
    return whole(text)


def day_in(post: Mapping[str, str], name: str) -> date | None:
    """The day typed into a field, None where it was left empty; anything else is refused beside it."""
    text = post.get(name, "").strip()
    found = day_of(text)
    insist(R.NO_DAY if text and found is None else None, field=name)
    return found
