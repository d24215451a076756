"""The desk: gathered from what the apps declared, none of which it knows by name."""

import datetime
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse

from sanshe.core.areas.queries import name as area_name
from sanshe.core.calendar.enums import DayKind
from sanshe.core.calendar.queries import workdays
from sanshe.core.calendar.types import Due
from sanshe.core.kit import shanghai
from sanshe.core.kit.access import Actor
from sanshe.core.kit.refused import Refused
from sanshe.core.ledgers.queries import INDICATORS, TODOS, counters, district_path, holds, ledgers_of
from sanshe.core.notices import queries as notices
from sanshe.desk.types import Count, Figure, Item, Today

FAR = datetime.datetime.max.replace(tzinfo=datetime.UTC)


def district_name() -> str:
    """What the house serves, for the top of every page."""
    return area_name(district_path())


def unread(actor: Actor) -> int:
    return notices.unread(actor)


def is_workday(day: datetime.date) -> bool | None:
    """Whether offices work; None where the year was not loaded."""
    try:
        return workdays().is_workday(day)
    except Refused:
        return None


def today(actor: Actor, at: datetime.datetime) -> Today:
    """What waits for this person, the nearest deadline first, and the figures they may see."""
    found = [item for todo in TODOS if holds(actor, _codes(todo.needs)) for item in todo.find(actor, at)]
    items = [_item(one, at) for one in sorted(found, key=lambda one: one.due or FAR)]
    return Today(items, figures(actor))


def _codes(needs: Any) -> tuple[str, ...]:
    return (needs,) if isinstance(needs, str) else tuple(needs)


def _item(one: Any, at: datetime.datetime) -> Item:
    if one.due is None:
        return Item(one)
    kind = DayKind(one.kind_of_day) if one.kind_of_day in list(DayKind) else DayKind.DAY
    last = one.due - datetime.timedelta(microseconds=1)
    left = workdays().left(at, Due(shanghai.day(last), None, kind)) if one.due > at else None
    return Item(one, left, one.due <= at)


def figures(actor: Actor) -> list[Figure]:
    """Each figure this person may see, counted for the areas of the appointment, leading to its rows."""
    return [_figure(one, actor) for one in INDICATORS if actor.paths(one.needs)]


def _figure(one: Any, actor: Actor) -> Figure:
    url = reverse("ledgers:ledger", args=[one.ledger]) if one.ledger else ""
    query = f"?{urlencode(one.filters)}" if one.filters else ""
    return Figure(one.label, sum(one.recount(path) for path in actor.paths(one.needs)), one.unit, url + query)


def counts(actor: Actor) -> list[Count]:
    """Each figure counted anew from its records, beside what its counter says."""
    mine = [one for one in INDICATORS if actor.paths(one.needs)]
    return [Count(_figure(one, actor), _kept(one, actor)) for one in mine]


def _kept(one: Any, actor: Actor) -> int | None:
    return counters([one.counter], actor.paths(one.needs))[one.counter] if one.counter else None


def books(actor: Actor) -> list[Any]:
    """The ledgers one may open."""
    return ledgers_of(actor)


def public_notices(at: datetime.datetime) -> list[Any]:
    """The newest public notices."""
    return list(notices.public(at).order_by("-published_at")[:5])
