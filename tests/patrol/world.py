"""A district with two communities, their compounds and doors, and who works there."""

from datetime import date

from sanshe.core.areas import actions as areas
from sanshe.core.areas.enums import PremisesKind
from sanshe.core.areas.models import Premises
from sanshe.core.areas.types import Door
from sanshe.core.calendar.actions import load_published
from sanshe.core.kit.access import SYSTEM
from sanshe.core.kit.shanghai import at
from sanshe.patrol import actions
from sanshe.patrol.enums import RoundKind
from sanshe.patrol.queries.frame import draft

DISTRICT, STREET, HERE, NEXT = "140213", "140213053", "140213053006", "140213053015"
LINES = [
    ("140200", "city", "大同市", "140000"),
    (DISTRICT, "district", "平城区", "140200"),
    (STREET, "subdistrict", "迎宾街道", DISTRICT),
    (HERE, "community", "明珠社区", STREET),
    (NEXT, "community", "和泰社区", STREET),
]
EARLY = {"by": SYSTEM, "at": at("2021-11-01 09:00")}
FULL, KEY = RoundKind.FULL, RoundKind.KEY


def settle():
    """Two compounds of 明珠, one of 和泰."""
    areas.load(lines=LINES, **EARLY)
    yard = areas.open_compound(area_path=HERE, name="18 号院", **EARLY)
    street = areas.open_compound(area_path=HERE, name="临街", **EARLY)
    other = areas.open_compound(area_path=NEXT, name="平房区", **EARLY)
    enter(yard, "4 单元 502", "4 单元 501", "4 单元 402")
    enter(street, "9 号", "7 号", kind=PremisesKind.SHOP)
    enter(other, "1 排 1 号")
    return yard, street, other


def load_days():
    """The working days of the season."""
    load_published(first=2021, last=2022, **EARLY)


def enter(compound, *names, kind=PremisesKind.HOUSEHOLD, why="建底册", when="2021-11-01 09:00"):
    doors = [Door(kind, name) for name in names]
    moment = at(when)
    return areas.enter_premises(compound=compound, doors=doors, on=moment.date(), why=why, by=SYSTEM, at=moment)


def programme():
    said = {"name": "冬季禁煤", "starts_on": date(2021, 11, 1), "ends_on": date(2022, 3, 31)}
    return actions.open_programme(area_path=DISTRICT, **said, **EARLY)


def planned(row, kind=FULL, first=date(2021, 11, 1), last=date(2021, 11, 19)):
    return actions.plan_round(programme=row, kind=kind, starts_on=first, ends_on=last, **EARLY)


def frozen(row, when="2021-11-01 10:00", **more):
    """A round whose frame is frozen as the register holds it."""
    made = planned(row, **more)
    return actions.freeze(round=made, digest=draft(made).digest, by=SYSTEM, at=at(when))


def door(name):
    return Premises.objects.get(name=name)
