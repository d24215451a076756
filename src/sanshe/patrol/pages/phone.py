"""What a worker's telephone works from: the doors in walking order, what is known of each, what may be noted."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from sanshe.core.areas.phrases import PREMISES_KINDS
from sanshe.core.kit import shanghai
from sanshe.core.kit.access import Actor
from sanshe.core.kit.areas import area_name
from sanshe.patrol import phrases
from sanshe.patrol.models import Finding, Round, Stop, Visit
from sanshe.patrol.pages.visit import said
from sanshe.patrol.queries import phone as queries
from sanshe.patrol.queries.stops import running_for, walk
from sanshe.patrol.rules.finding import is_rebound


def walked(by: Actor, at: datetime) -> dict[str, Any]:
    """All that the telephone of this person holds, round by round."""
    return {"rounds": [_round(row, by, at) for row in running_for(by)]}


def _round(row: Round, by: Actor, at: datetime) -> dict[str, Any]:
    stops = list(walk(row, by.key))
    keys = {one.premises_id for one in stops}
    visits, before = queries.newest_of(row, keys), queries.newest_before(row, keys)
    closed, still = queries.closed_last(keys), queries.open_by_door(keys)
    places = {one.area_path for one in stops}
    doors = [_door(one, visits, before) | _coal(one, closed, still, at) for one in stops]
    return {
        "name": _("第 {n} 轮").format(n=row.number),
        "place": "、".join(area_name(path) for path in sorted(places)),
        "doors": doors,
    }


def _door(stop: Stop, visits: Mapping[UUID, Visit], before: Mapping[UUID, Visit]) -> dict[str, Any]:
    now, last = visits.get(stop.premises_id), before.get(stop.premises_id)
    return {
        "stop": str(stop.pk),
        "name": stop.premises.name,
        "yard": stop.compound.name,
        "kind": str(PREMISES_KINDS[stop.kind]),
        "is_key": stop.due_on is not None,
        "is_added": stop.is_added,
        "outcome": stop.outcome,
        "is_try_owed": stop.is_try_owed,
        "tries": stop.locked_days,
        "now": f"{shanghai.local(now.went_at):%H:%M} {said(now)}" if now else "",
        "day": shanghai.day(now.went_at).isoformat() if now else "",
        "last": said(last) if last else "",
    }


def _coal(stop: Stop, closed: Mapping[UUID, Finding], still: Mapping[UUID, Finding], at: datetime) -> dict[str, Any]:
    """The finding that is open at a door, or the one of which another would be a rebound 反弹."""
    found, old = still.get(stop.premises_id), closed.get(stop.premises_id)
    if found:
        return {"open": {"name": found.name, "result": str(phrases.RESULTS[found.result])}}
    if old is None or old.ended_at is None:
        return {}
    ended = shanghai.day(old.ended_at)
    if not is_rebound(found_on=shanghai.day(at), closed_on=ended, occupied_since=stop.premises.occupied_since):
        return {}
    return {"closed": {"name": old.name, "day": shanghai.short(ended), "on": ended.isoformat()}}


def lines(stop: Stop | None, body: Mapping[str, Any]) -> Iterable[tuple[Any, Any]]:
    """What an event says, for who decides whether it counts."""
    yield phrases.FIELDS["door"], stop.premises.name if stop else ""
    for name, words in (("outcome", phrases.OUTCOMES), ("result", phrases.RESULTS), ("reason", phrases.MISSING)):
        if body.get(name):
            yield phrases.FIELDS[name], words.get(body[name], body[name])
    for name in ("kg", "words", "second_words"):
        if body.get(name):
            yield phrases.FIELDS[name], body[name]
