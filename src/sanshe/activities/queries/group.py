"""Groups: those of one's stations, who is on a roster, which one goes by a name."""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import QuerySet

from sanshe.activities.enums import GroupState, P, Post
from sanshe.activities.models import Group, Member, Station
from sanshe.core.kit import same
from sanshe.core.kit.access import Actor
from sanshe.core.rows.queries import within


def groups(actor: Actor, code: str = P.READ) -> QuerySet[Group]:
    return Group.objects.filter(within(actor.paths(code))).select_related("station")


def group(actor: Actor, key: UUID, code: str = P.READ) -> Group | None:
    return groups(actor, code).filter(pk=key).first()


def of_station(row: Station) -> QuerySet[Group]:
    return row.groups.exclude(state=GroupState.DISSOLVED)


def known(row: Station, name: str) -> Group | None:
    """The group of a station that goes by a name, however it is written."""
    return of_station(row).filter(same_name=same.name(name)).first() if same.name(name) else None


def roster(row: Group) -> list[Member]:
    """Who is on it now, the leader first."""
    found = list(row.members.filter(left_at=None))
    return sorted(found, key=lambda one: list(Post).index(Post(one.post)))


def sizes(rows: Iterable[Group]) -> dict[UUID, int]:
    """How many are on each roster."""
    found = dict.fromkeys((one.pk for one in rows), 0)
    for pk in Member.objects.filter(group__in=list(found), left_at=None).values_list("group_id", flat=True):
        found[pk] += 1
    return found


def indexes(rows: Iterable[Group]) -> dict[UUID, set[str]]:
    """The blind indexes of each roster: enough to see whether two are one."""
    found: dict[UUID, set[str]] = {one.pk: set() for one in rows}
    lines = Member.objects.filter(group__in=list(found), left_at=None).exclude(name_index="")
    for pk, index in lines.values_list("group_id", "name_index"):
        found[pk].add(index)
    return found
