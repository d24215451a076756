"""What is done at the stations of the story, by the actions that the pages call."""

from collections.abc import Callable
from datetime import date, datetime, time
from uuid import UUID

from sanshe.activities.actions import booking, group, ledger, session, station
from sanshe.activities.enums import SessionState, Sound
from sanshe.activities.models import Booking, Group, Session, Station, Zone
from sanshe.activities.story import people
from sanshe.activities.types import Leader, Plan, Span
from sanshe.core.kit import shanghai
from sanshe.core.kit.access import NOBODY

Tell = Callable[[datetime], object]
STATIONS = {
    people.RUIHE: "睿和实践站",
    people.LIUHANG: "柳航里实践站",
    people.HENGDA: "恒大实践站",
    people.HUAIYUAN: "槐园实践站",
}
EAST, WEST = "东区", "西区"
HALL = Plan("多功能厅", Sound.OPEN, ((EAST, 40), (WEST, 30)))
PLANS = (HALL, Plan("排练室", Sound.PROOF, (("", 12),)), Plan("阅览室", Sound.SILENT, (("", None),)))
TOWN = ((time(8, 30), time(12)), (time(14, 30), time(20)))
OURS = ((time(8, 30), time(11, 30)), (time(14, 30), time(17, 30)))


def open_all(when: datetime) -> None:
    """Each subdistrict sets its station up and publishes its hours; 槐园 opens every day, the others not on Sundays."""
    for path, name in STATIONS.items():
        who = {"by": people.actor(people.MANAGERS[path], when), "at": when}
        row = station.open_station(area_path=path, name=name, plans=PLANS, **who)
        days, spans = (8, OURS) if path == people.HUAIYUAN else (7, TOWN)
        week = [Span(day, *span) for day in range(1, days) for span in spans]
        station.publish_hours(station=row, spans=week, starts_on=shanghai.day(when), **who)


def limit(when: datetime) -> None:
    """Three quarters of the people, while there is an epidemic."""
    who = {"by": people.actor(people.MANAGERS[people.HUAIYUAN], when), "at": when}
    row = at_home(people.HUAIYUAN)
    station.limit_heads(
        station=row, percent=75, starts_on=date(2022, 1, 1), ground="疫情防控要求，按核定人数的 75% 接待", **who
    )


def form_all(when: datetime) -> None:
    """All groups with their rosters."""
    names, phone = people.rosters(), 13803527100
    for path, some in people.GROUPS.items():
        who = {"by": people.actor(people.KEEPERS[path], when), "at": when}
        for told in some:
            phone += 1
            leader, members = Leader(told.leader, str(phone)), people.others(told, names)
            group.form(
                station=at_home(path), name=told.name, kind=told.kind, leader=leader, members=members, has_agreed=True,
                **who,
            )  # fmt: skip


def file_all(when: datetime) -> None:
    """The communities file those that are ready; one asks to rest."""
    for path, some in people.GROUPS.items():
        who = {"by": people.actor(people.KEEPERS[path], when), "at": when}
        for told in some:
            if told.is_filed:
                row = group.file(group=of(path, told.name), **who)
                if told.rests:
                    group.suspend(group=row, why="琴送去修了，过了年再练", **who)


def at_home(path: str) -> Station:
    return Station.objects.get(area_path=path)


def of(path: str, name: str) -> Group:
    return Group.objects.get(area_path=path, name=name)


def zone(path: str, name: str) -> Zone:
    """A zone of the hall by its name, or the only one of another space by that of its space."""
    found = Zone.objects.select_related("space__station").filter(area_path=path)
    return found.get(name=name) if name in (EAST, WEST) else found.get(space__name=name)


def book(path: str, name: str, where: str, day: str, span: tuple[str, str], may_share: bool = False) -> Tell:
    """A filed group books a zone."""
    starts_at, ends_at = (shanghai.at(f"{day} {clock}") for clock in span)

    def tell(when: datetime) -> Booking:
        who = {"by": people.actor(people.KEEPERS[path], when), "at": when}
        said = {"starts_at": starts_at, "ends_at": ends_at, "may_share": may_share}
        return booking.book(group=of(path, name), zones=[zone(path, where)], **said, **who)

    return tell


def come(path: str, name: str) -> Tell:
    """Who booked is there, and the keeper ticks the whole roster."""

    def tell(when: datetime) -> None:
        who = {"by": people.actor(people.KEEPERS[path], when), "at": when}
        row = Booking.objects.get(group=of(path, name), starts_at=when)
        part = session.arrive(booking=row, heads=None, **who)
        session.tick(part=part, members=list(row.group.members.filter(left_at=None)), **who)

    return tell


def walk_in(path: str, where: str, heads: int, name: str = "") -> Tell:
    """Somebody scans the door."""

    def tell(when: datetime) -> None:
        keys: list[UUID] = [zone(path, where).pk]
        session.enter(station=at_home(path), zones=keys, heads=heads, name=name, by=NOBODY, at=when)

    return tell


def ask(path: str, where: str, heads: int, name: str) -> Tell:
    """Who comes second asks those who are there."""

    def tell(when: datetime) -> None:
        session.ask(session=running(path, where), heads=heads, name=name, by=NOBODY, at=when)

    return tell


def agree(path: str, where: str) -> Tell:
    """Whoever is there agrees."""

    def tell(when: datetime) -> None:
        row = running(path, where)
        joining = row.joinings.latest("asked_at")
        for part in row.parts.filter(left_at=None):
            session.answer(joining=joining, part=part, is_yes=True, by=NOBODY, at=when)

    return tell


def running(path: str, where: str) -> Session:
    return Session.objects.get(uses__zone=zone(path, where), uses__until=None)


def close(path: str, where: str, seen: int) -> Tell:
    """All leave, and the keeper says how many more there were."""

    def tell(when: datetime) -> None:
        who = {"by": people.actor(people.KEEPERS[path], when), "at": when}
        session.close(session=running(path, where), seen=seen, **who)

    return tell


def sign(path: str) -> Tell:
    """The keeper signs what is over and counted."""

    def tell(when: datetime) -> None:
        who = {"by": people.actor(people.KEEPERS[path], when), "at": when}
        for row in Session.objects.filter(area_path=path, state=SessionState.CLOSED).order_by("opened_at"):
            ledger.sign(session=row, **who)

    return tell


def release(when: datetime) -> None:
    """Nobody came: what the minute's work does."""
    booking.release_missed(at=when)
