"""A district with an open scheme, two units, people of each office."""

from datetime import date
from types import SimpleNamespace

from sanshe.core.areas import actions as areas
from sanshe.core.calendar.actions import load_published
from sanshe.core.kit.access import SYSTEM, Actor
from sanshe.core.kit.ids import new
from sanshe.core.kit.shanghai import at
from sanshe.core.parties.actions import register_organisation
from sanshe.core.parties.enums import Side
from sanshe.creation import actions
from sanshe.creation.enums import Ground, Level, Source
from sanshe.creation.types import Criterion, Terms
from tests.offices import an_office

DISTRICT, STREET, HERE, THERE = "140213", "140213053", "140213053006", "140213053015"
LINES = [
    ("140200", "city", "大同市", "140000"),
    (DISTRICT, "district", "平城区", "140200"),
    (STREET, "subdistrict", "迎宾街道", DISTRICT),
    (HERE, "community", "明珠社区", STREET),
    (THERE, "community", "和泰社区", STREET),
]
EARLY = {"by": SYSTEM, "at": at("2022-01-10 08:30")}
CRITERIA = (Criterion(1, "有驾驶人台账", Source.WORDS), Criterion(2, "一年内没有酒驾", Source.POLICE))
WORDS = {1: "台账在办公室"}


def person(name="某人"):
    return Actor(id=new(), name=name, is_staff=True)


def settle():
    """The scheme is open for all levels; each office has somebody."""
    areas.load(lines=LINES, **EARLY)
    load_published(first=2020, last=2024, **EARLY)
    office = an_office(DISTRICT, Side.APPROVES)
    scheme = actions.draft_scheme(
        office=office, name="零酒驾", prefix="平创驾", terms=Terms(), grounds=list(Ground), **EARLY
    )
    for level in Level:
        actions.set_standard(scheme=scheme, level=level, criteria=CRITERIA, **EARLY)
    actions.open_scheme(scheme=scheme, **EARLY)
    units = [
        register_organisation(
            name=name, kind="enterprise", registration="none", area_path=HERE, head_name="钱某", **EARLY
        )
        for name in ("御东冷链", "北魏坊酒店")
    ]
    people = {"he": "贺晓东", "du": "杜建军", "jiang": "蒋莉", "ji": "纪海峰", "rep": "单位"}
    return SimpleNamespace(scheme=scheme, units=units, **{key: person(name) for key, name in people.items()})


def applied(world, unit=None, when="2022-01-27 10:00", level=Level.UNIT, place=HERE):
    """Declared and applied."""
    said = {"by": world.rep, "at": at(when)}
    who = {"organisation": unit or world.units[0]} if level == Level.UNIT else {}
    row = actions.declare(scheme=world.scheme, level=level, area_path=place, **who, **said)
    return actions.apply(application=row, **said)


def assessed(world, row, when="2022-02-08 10:00"):
    said = {"drivers": 75, "drivers_on": date(2022, 1, 26), "words": WORDS}
    return actions.assess(application=row, **said, by=world.rep, at=at(when))


def recommended(world, row, when="2022-02-14 10:00"):
    return actions.recommend(application=row, remark="去看过", by=world.he, at=at(when))


def asked(world, row, when="2022-02-15 10:00"):
    return actions.ask(application=row, by=world.jiang, at=at(when))


def attested(world, unit=None, reply="none", when="2022-02-15 16:00", **more):
    """All the way to the answer."""
    row = recommended(world, assessed(world, applied(world, unit, **more)))
    question = asked(world, row)
    actions.answer(attestation=question, reply=reply, by=world.du, at=at(when))
    row.refresh_from_db()
    return row, question


def on_notice(world, *rows, when="2022-02-16 09:00"):
    """A list is drafted by one, approved and published by another."""
    listed = actions.draft_list(scheme=world.scheme, applications=rows, by=world.jiang, at=at("2022-02-15 17:00"))
    actions.approve_list(proposal=listed, by=world.ji, at=at("2022-02-15 17:30"))
    return actions.publish_list(proposal=listed, by=world.jiang, at=at(when))


def named(world, *rows, starts_on=date(2022, 2, 25)):
    """After the window: decided by two."""
    for row in rows:
        row.refresh_from_db()
    when = {"at": at("2022-02-23 10:00")}
    award = actions.draft_award(scheme=world.scheme, applications=rows, starts_on=starts_on, by=world.jiang, **when)
    actions.approve_award(award=award, by=world.ji, **when)
    for row in rows:
        row.refresh_from_db()
    return award
