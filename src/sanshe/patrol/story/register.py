"""The register of the story: doors as they were before the season, what came, what went, what was entered twice."""

from collections.abc import Iterable
from datetime import date, datetime

from sanshe.core.areas import actions as areas
from sanshe.core.areas.enums import PremisesKind, PremisesState
from sanshe.core.areas.models import Compound, Premises
from sanshe.core.areas.types import Door
from sanshe.patrol.story.people import OFFICER, WALKERS, actor, manager_of
from sanshe.patrol.story.places import LATE, OLD_VILLAGE, PEARL, Yard, yards

BEGUN = date(2020, 10, 15)
GROUND = "上一季销号后又查出，或者平房、库房连片"
NEW_YARDS = 27  # of the compounds that are no key ones, each had one door more in January
TORN_DOWN, DOUBLES = 6, 3


def enter_all(when: datetime) -> None:
    """Compounds and their doors as the first frame found them: without what came later, with what went later."""
    old = _old_doors()
    for yard in yards():
        worker = actor(WALKERS[yard.community][0], when)
        row = areas.open_compound(area_path=yard.community, name=yard.name, by=worker, at=when)
        doors = [*yard.doors[: len(yard.doors) - _later(yard)], *old.get(yard.name, ())]
        areas.enter_premises(compound=row, doors=doors, on=BEGUN, why="建底册", by=worker, at=when)


def _plain() -> list[Yard]:
    """The compounds that are no key ones, those of houses before those along streets, but not of 明珠."""
    rows = [yard for yard in yards() if not yard.is_key and yard.community != PEARL]
    return sorted(rows, key=lambda yard: yard.name.endswith("临街"))


def _later(yard: Yard) -> int:
    """How many doors of a compound were entered behind the first frame."""
    return LATE.get(yard.name, 0) + (yard.name in {one.name for one in _plain()[:NEW_YARDS]})


def _old_doors() -> dict[str, list[Door]]:
    """One door each in nine compounds that stands in no later frame."""
    return {yard.name: [Door(PremisesKind.HOUSEHOLD, "旧房 1 号", f"{yard.name}-旧1")] for yard in _plain()[:9]}


def come_home(when: datetime) -> None:
    """Four households of the old village, before round 4."""
    yard = next(one for one in yards() if one.name == OLD_VILLAGE)
    _enter(yard, yard.doors[-LATE[OLD_VILLAGE] :], "入冬后回村住，上门登记", when)


def move_in(when: datetime) -> None:
    """One door in each of 27 compounds."""
    for yard in _plain()[:NEW_YARDS]:
        why = "新开的门店" if yard.name.endswith("临街") else "新搬来，上门登记"
        _enter(yard, yard.doors[-1:], why, when)


def _enter(yard: Yard, doors: Iterable[Door], why: str, when: datetime) -> None:
    row, worker = (
        Compound.objects.get(area_path=yard.community, name=yard.name),
        actor(WALKERS[yard.community][0], when),
    )
    areas.enter_premises(compound=row, doors=list(doors), on=when.date(), why=why, by=worker, at=when)


def tear_down(when: datetime) -> None:
    """Six old houses are gone, three were entered twice."""
    for no, yard in enumerate(_plain()[:9]):
        row = Premises.objects.get(area_path=yard.community, code=f"{yard.name}-旧1")
        said = {"premises": row, "by": actor(manager_of(yard.community), when), "at": when}
        if no < TORN_DOWN:
            areas.turn_premises(**said, to=PremisesState.DEMOLISHED, on=when.date(), why="春节前拆除")
        else:
            into = Premises.objects.get(area_path=yard.community, code=yard.doors[0].code)
            areas.merge_premises(**said, into=into, why=f"和{into.name}是同一户")


def hear_of_a_door(when: datetime) -> None:
    """A door of 18 号院 that somebody names otherwise."""
    row = Compound.objects.get(area_path=PEARL, name="迎宾西路 18 号院")
    door = Door(PremisesKind.HOUSEHOLD, "4 单元五楼东", "明珠-18-4-五楼东")
    worker = actor("tianx", when)
    areas.enter_premises(compound=row, doors=[door], on=when.date(), why="居民说的，先登记", by=worker, at=when)


def merge_that_door(when: datetime) -> None:
    """It is 4 单元 502."""
    row = Premises.objects.get(area_path=PEARL, code="明珠-18-4-五楼东")
    into = Premises.objects.get(area_path=PEARL, code="明珠-18-4-502")
    said = {"premises": row, "into": into, "by": actor("he", when), "at": when}
    areas.merge_premises(**said, why="“18 号院 4 单元五楼东”是同一户")


def decide_keys(when: datetime) -> None:
    """Six compounds are key ones for this season."""
    for yard in yards():
        if yard.is_key:
            row = Compound.objects.get(area_path=yard.community, name=yard.name)
            areas.decide_key(compound=row, starts_on=when.date(), ground=GROUND, by=actor(OFFICER, when), at=when)


def find_more(compound: str, community: str, names: Iterable[str], when: datetime) -> list[Premises]:
    """Doors that a worker met on the way and entered."""
    row, worker = Compound.objects.get(area_path=community, name=compound), actor(WALKERS[community][0], when)
    kind = PremisesKind.SHOP if compound.endswith("临街") else PremisesKind.HOUSEHOLD
    doors = [Door(kind, name) for name in names]
    return areas.enter_premises(
        compound=row, doors=doors, on=when.date(), why="排查时遇到，上门登记", by=worker, at=when
    )
