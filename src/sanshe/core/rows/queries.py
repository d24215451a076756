"""Which rows lie in an area, what the record calls a row, and who acted on it last."""

from collections.abc import Iterable
from datetime import datetime
from functools import cache

from django.apps import apps
from django.db.models import Q

from sanshe.core.audit import queries as audit
from sanshe.core.kit.access import Actor
from sanshe.core.kit.prefix import end
from sanshe.core.kit.registry import Registry
from sanshe.core.rows.models import Keyed, Versioned
from sanshe.core.rows.rules import refusal_to_take_back, until
from sanshe.core.rows.types import Offer, Undoable

# Acts that are taken back for ten minutes, by the code of the act.
TAKEN_BACK: Registry[Undoable] = Registry("act that is taken back")


def within(prefixes: Iterable[str], field: str = "area_path") -> Q:
    """The condition that `field` lies under one of the prefixes: an index range each; none for no prefix.

    The empty prefix is the whole house.
    """
    found = Q(pk__in=[])
    for prefix in prefixes:
        found |= Q(**{f"{field}__gte": prefix, f"{field}__lt": end(prefix)}) if prefix else Q(pk__isnull=False)
    return found


def kind_of(row: Keyed | type[Keyed]) -> str:
    """What the record calls rows of this model: incubation.application."""
    return row.KIND or row._meta.label_lower


def last_act(row: Keyed) -> tuple[str, datetime] | None:
    """Who acted on a row last, masked as the record names people, and when."""
    acts = audit.history(kind_of(row), row.pk, 1)
    return (acts[0].by_name, acts[0].at) if acts else None


@cache
def versioned() -> dict[str, type[Versioned]]:
    """The tables whose rows have a version, by the name that a mark gives them."""
    return {one._meta.label_lower: one for one in apps.get_models() if issubclass(one, Versioned)}


def offer(code: str, row: Keyed, actor: Actor, at: datetime) -> Offer | None:
    """What the page of a row offers to who did the act; None when it cannot be taken back."""
    one = TAKEN_BACK[code]
    done = one.done(row)
    if done is None or refusal_to_take_back(done, by=actor.id, at=at):
        return None
    left = until(done) - at
    return Offer(code, row.pk, one.said, one.label, until(done), -(-int(left.total_seconds()) // 60) or 1)
