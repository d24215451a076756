"""A station with a hall of two zones, a proof room and a reading room; its groups and whoever comes."""

from datetime import date, time

from sanshe.activities.actions import booking, group, ledger, session, station
from sanshe.activities.enums import GroupKind, Sound
from sanshe.activities.models import Zone
from sanshe.activities.types import Change, Leader, Plan, Span
from sanshe.core.areas import actions as areas
from sanshe.core.kit.access import NOBODY, SYSTEM
from sanshe.core.kit.shanghai import at

DISTRICT, STREET, HERE, ELSEWHERE = "140214", "140214029", "140214029001", "140213"
LINES = [
    ("140200", "city", "大同市", "140000"),
    (DISTRICT, "district", "云冈区", "140200"),
    (STREET, "subdistrict", "西花园街道", DISTRICT),
    (HERE, "community", "槐园社区", STREET),
]
DAY = "2022-02-14"
EARLY = {"by": SYSTEM, "at": at("2021-11-01 09:00")}
MORNING, AFTERNOON = (time(8, 30), time(11, 30)), (time(14, 30), time(17, 30))
WEEK = [Span(day, *hours) for day in range(1, 8) for hours in (MORNING, AFTERNOON)]
PLANS = (
    Plan("多功能厅", Sound.OPEN, (("东区", 40), ("西区", 30))),
    Plan("排练室", Sound.PROOF, (("", 12),)),
    Plan("阅览室", Sound.SILENT, (("", None),)),
)


def when(clock, day=DAY):
    return at(f"{day} {clock}")


def settle(*, percent=75):
    """The station of 槐园, open every day, under a limit."""
    areas.load(lines=LINES, **EARLY)
    row = station.open_station(area_path=HERE, name="槐园实践站", plans=PLANS, **EARLY)
    station.publish_hours(station=row, spans=WEEK, starts_on=date(2021, 11, 1), **EARLY)
    if percent:
        said = {"percent": percent, "starts_on": date(2022, 1, 1), "ground": "防疫"}
        station.limit_heads(station=row, **said, **EARLY)
    return row


def zone(name, row=None):
    """A zone by the name of its space and its own."""
    found = [one for one in Zone.objects.select_related("space__station") if str(one) == name]
    return next(one for one in found if row is None or one.space.station_id == row.pk)


def keys(*names):
    return [zone(name).pk for name in names]


def choir(
    row, *, size=24, name="槐韵合唱队", kind=GroupKind.CHOIR, file=True, phone="13803520001", prefix="队员", **more
):
    """A group of so many; filed unless told otherwise."""
    others = [f"{prefix}{no}" for no in range(1, size)]
    said = {"name": name, "kind": kind, "leader": Leader(f"{prefix}长", phone), "members": others, "has_agreed": True}
    made = group.form(station=row, **said, **more, **EARLY)
    return group.file(group=made, **EARLY) if file else made


def enter(row, clock, *names, heads=3, name="", day=DAY, **more):
    """Somebody scans the door and walks in."""
    return session.enter(
        station=row, zones=keys(*names), heads=heads, name=name, by=NOBODY, at=when(clock, day), **more
    )


def ask(part, clock, heads=24, name="槐韵合唱队"):
    return session.ask(session=part.session, heads=heads, name=name, by=NOBODY, at=when(clock))


def say(joining, part, clock, is_yes=True):
    joining.refresh_from_db()
    return session.answer(joining=joining, part=part, is_yes=is_yes, by=NOBODY, at=when(clock))


def close(row, clock, seen=None):
    row.refresh_from_db()
    return session.close(session=row, seen=seen, by=SYSTEM, at=when(clock))


def sign(row, clock):
    row.refresh_from_db()
    return ledger.sign(session=row, by=SYSTEM, at=when(clock))


def book(of, start, end, *names, day=DAY, now="2022-02-11 09:00", **more):
    said = {"starts_at": when(start, day), "ends_at": when(end, day), "zones": [zone(one) for one in names]}
    return booking.book(group=of, **said, **more, by=SYSTEM, at=at(now))


def shut(row, start, end, ground="核酸采样", space=None, now="2022-02-12 16:00", day=DAY, **more):
    change = Change(when(start, day), when(end, day), is_open=False)
    return station.adjust(station=row, change=change, ground=ground, space=space, by=SYSTEM, at=at(now), **more)
