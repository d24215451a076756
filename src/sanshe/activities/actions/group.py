"""Groups: formed, filed with the community, resting, ended; their rosters."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from django.db import IntegrityError, transaction

from sanshe.activities.enums import E, GroupKind, GroupState, Post, R
from sanshe.activities.models import Group, Member, Station
from sanshe.activities.queries import group as queries
from sanshe.activities.rules import group as rules
from sanshe.activities.types import Leader
from sanshe.core.kit import same
from sanshe.core.kit.access import Actor
from sanshe.core.kit.refused import Refused, insist
from sanshe.core.parties.actions import know_person
from sanshe.core.rows.actions import change, move, record
from sanshe.core.serials.actions import next_number


@transaction.atomic
def form(
    *,
    station: Station,
    name: str,
    kind: GroupKind,
    leader: Leader,
    members: Sequence[str],
    has_agreed: bool,
    is_loud: bool = False,
    by: Actor,
    at: datetime,
) -> Group:
    """A group forms: its leader, its roster without the leader, the rules of the house read and agreed to."""
    others = _names(members, but=leader.name)
    told = {"name": name, "leader": leader.name, "phone": leader.phone}
    insist(rules.refusal_to_form(**told, members=len(others) + 1, has_agreed=has_agreed))
    said = {"name": name.strip(), "kind": GroupKind(kind), "is_loud": is_loud}
    try:
        with transaction.atomic():
            row = Group.objects.create(station=station, area_path=station.area_path, formed_at=at, **said)
    except IntegrityError as error:
        raise Refused(R.NAME_TAKEN) from error
    _list(row, leader, Post.LEADER, by, at)
    Member.objects.bulk_create(Member(group=row, name=one, joined_at=at) for one in others)
    record(E.GROUP_FORMED, row, by=by, at=at, members=len(others) + 1, **said)
    return row


def _names(members: Iterable[str], but: str) -> list[str]:
    """Each name once, as it was typed first, without the leader's own."""
    found = {same.name(but): ""}
    for one in members:
        if one.strip():
            found.setdefault(same.name(one), one.strip())
    return [one for one in found.values() if one]


def _list(row: Group, who: Leader, post: Post, by: Actor, at: datetime) -> Member:
    person = know_person(phone=who.phone, name=who.name, area_path=row.area_path, by=by, at=at)
    return Member.objects.create(group=row, post=post, name=who.name.strip(), person=person.pk, joined_at=at)


@transaction.atomic
def file(*, group: Group, by: Actor, at: datetime) -> Group:
    """The community files a group: it gets its number, and may book."""
    insist(rules.refusal_to_form(name=group.name, leader="—", phone="—", members=_size(group), has_agreed=True))
    number = next_number(series=f"activities.group:{group.station_id}")
    move(group, GroupState.FILED, filed_at=at, number=number)
    record(E.GROUP_FILED, group, by=by, at=at, number=number)
    return group


def _size(row: Group) -> int:
    return row.members.filter(left_at=None).count()


@transaction.atomic
def suspend(*, group: Group, why: str, by: Actor, at: datetime) -> Group:
    """A group rests: it asked to, or has had no leader for long."""
    insist(None if why.strip() else R.NO_GROUND)
    move(group, GroupState.SUSPENDED)
    record(E.GROUP_SUSPENDED, group, by=by, at=at, note=why.strip()[:200])
    return group


@transaction.atomic
def resume(*, group: Group, by: Actor, at: datetime) -> Group:
    """It goes on."""
    insist(None if group.state == GroupState.SUSPENDED else R.OVER)
    move(group, GroupState.ACTIVE)
    record(E.GROUP_RESUMED, group, by=by, at=at)
    return group


@transaction.atomic
def dissolve(*, group: Group, why: str, by: Actor, at: datetime) -> Group:
    """It is no group any more; what it did stays."""
    insist(None if why.strip() else R.NO_GROUND)
    move(group, GroupState.DISSOLVED, ended_at=at)
    record(E.GROUP_DISSOLVED, group, by=by, at=at, note=why.strip()[:200])
    return group


@transaction.atomic
def add_member(*, group: Group, name: str, by: Actor, at: datetime) -> Member:
    """One more on the roster; the record says that, never who."""
    names = {same.name(one.name) for one in queries.roster(group)}
    state = GroupState(group.state)
    insist(rules.refusal_to_add(state=state, name=name, is_listed=same.name(name) in names))
    change(group)
    row = Member.objects.create(group=group, name=name.strip(), joined_at=at)
    record(E.MEMBER_ADDED, group, by=by, at=at, members=_size(group))
    return row


@transaction.atomic
def drop_member(*, member: Member, by: Actor, at: datetime) -> None:
    """Somebody leaves the roster."""
    group = member.group
    insist(rules.refusal_to_leave(is_leader=member.post == Post.LEADER, members=_size(group)))
    insist(R.OVER if member.left_at else None)
    change(group)
    Member.objects.filter(pk=member.pk, left_at=None).update(left_at=at)
    record(E.MEMBER_LEFT, group, by=by, at=at, members=_size(group))


@transaction.atomic
def change_leader(*, group: Group, leader: Leader, by: Actor, at: datetime) -> Member:
    """Another one leads, from the roster or from outside; who led before stays a member."""
    insist(None if leader.name.strip() and leader.phone.strip() else R.NO_LEADER)
    change(group)
    group.members.filter(post=Post.LEADER, left_at=None).update(post=Post.MEMBER)
    listed = [one for one in queries.roster(group) if same.name(one.name) == same.name(leader.name)]
    if not listed:
        row = _list(group, leader, Post.LEADER, by, at)
    else:
        row = listed[0]
        person = know_person(phone=leader.phone, name=leader.name, area_path=group.area_path, by=by, at=at)
        row.post, row.person = Post.LEADER, person.pk
        row.save(update_fields=["post", "person"])
    record(E.LEADER_CHANGED, group, by=by, at=at)
    return row
