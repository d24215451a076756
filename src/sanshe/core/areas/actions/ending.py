"""The official list drops an area: what is open there goes on elsewhere, what is closed stays where it happened."""

from datetime import datetime

from django.db import transaction

from sanshe.core.areas import queries, rules
from sanshe.core.areas.actions.areas import KIND, turn_tree
from sanshe.core.areas.enums import E, P, R
from sanshe.core.areas.models import Area
from sanshe.core.audit import actions as audit
from sanshe.core.kit import shanghai
from sanshe.core.kit.access import Actor
from sanshe.core.kit.refused import Refused, insist
from sanshe.core.search import actions as search


@transaction.atomic
def end_area(*, path: str, into: str, by: Actor, at: datetime) -> int:
    """End an area; returns how many open matters went to `into`. Refuses OPEN_MATTERS where nobody said whither."""
    name, areas = queries.name_of(path), Area.objects.filter(parent_id=path, ended_on=None).count()
    rights = {"may": by.may_at(P.MANAGE, path), "may_into": by.may_at(P.MANAGE, into)}
    standing = queries.tree().standing
    said = {**rights, "is_ended": path not in standing, "areas": areas}
    insist(rules.refusal_to_end(**said, into=into, path=path, standing=standing), n=areas)
    found = queries.open_matters(path, at)
    n = sum(count for _moving, count in found)
    insist(None if into or not n else R.OPEN_MATTERS, name=name, n=n)
    for moving, count in found:
        insist(None if moving.move else R.CANNOT_MOVE, name=name, n=count, what=moving.label)
        assert moving.move is not None
        moving.move(path=path, into=into, by=by, at=at)
    insist(R.OPEN_MATTERS if queries.open_matters(path, at) else None, name=name, n=n)
    _end(path, into, n, by, at)
    return n


def _end(path: str, into: str, n: int, by: Actor, at: datetime) -> None:
    done = Area.objects.filter(pk=path, ended_on=None).update(ended_on=shanghai.day(at), into_id=into or None)
    if done != 1:
        raise Refused(R.ENDED)
    turn_tree()
    search.forget(kind="areas.area", object_id=path)
    new = {"into": into, "moved": n}
    audit.record(event=E.ENDED, kind=KIND, subject=path, by=by, at=at, area_path=path, new=new)
