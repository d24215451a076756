"""The doors of the story: 22 communities with their compounds, as the register held them before the season."""

from collections.abc import Iterable
from dataclasses import dataclass

from sanshe.core.areas.enums import PremisesKind as K
from sanshe.core.areas.types import Door

PEARL = "140213053006"
# community -> (what it is called, its key compound with the number of its doors by kind, how many other doors)
COMMUNITIES: dict[str, tuple[str, tuple[str, dict[K, int]] | None, int]] = {
    "140213053015": ("和泰", None, 62),
    "140213053007": ("惠民里", None, 48),
    "140213053005": ("绿园", None, 58),
    "140213053001": ("北馨园", None, 52),
    "140213053013": ("华安", ("华安仓库区", {K.WAREHOUSE: 17, K.GATEHOUSE: 1}), 48),
    "140213059006": ("睿和", None, 54),
    "140213059003": ("枫林逸景", None, 50),
    "140213059007": ("庆丰", None, 56),
    "140213059002": ("企业街", ("企业街平房", {K.HOUSEHOLD: 20, K.SHOP: 2}), 48),
    "140213059001": ("同兴街", None, 46),
    "140213050012": ("柳航里", None, 52),
    "140213050001": ("康吉", None, 48),
    "140213050014": ("永祥", ("永祥老院", {K.HOUSEHOLD: 24, K.COURTYARD: 2}), 46),
    "140213050013": ("泰安", None, 56),
    "140213050016": ("红旗里", None, 44),
    "140213066007": ("恒大", None, 40),
    "140213066001": ("永安", None, 50),
    "140213066005": ("重熙", ("重熙南排", {K.HOUSEHOLD: 32}), 56),
    "140213066006": ("文源", None, 42),
    "140213066004": ("文兴", None, 58),
    "140213066202": ("沙岭", ("沙岭旧村", {K.HOUSEHOLD: 38, K.COURTYARD: 2}), 32),
}
OLD_VILLAGE, SOUTH_ROWS = "沙岭旧村", "重熙南排"
LATE = {OLD_VILLAGE: 4}  # doors of a compound that were entered after round 3
WORDS = {K.SHOP: "{no} 号", K.COURTYARD: "{no} 号院", K.WAREHOUSE: "库房 {no} 号", K.GATEHOUSE: "门岗 {no}"}


@dataclass(frozen=True, slots=True)
class Yard:
    """A compound with its doors in walking order."""

    community: str
    name: str
    doors: tuple[Door, ...]
    is_key: bool = False


def yards() -> list[Yard]:
    """All compounds as they stand when the frame of round 6 is frozen."""
    found = list(pearl())
    for place, (path, (short, key, others)) in enumerate(COMMUNITIES.items()):
        if key:
            found.append(Yard(path, key[0], tuple(_doors(key[0], key[1])), is_key=True))
        kinds = _mix(place, others)
        street = {K.SHOP: kinds.pop(K.SHOP)}
        found.append(Yard(path, f"{short}临街", tuple(_doors(f"{short}街", street))))
        found.append(Yard(path, f"{short}平房区", tuple(_doors(short, kinds))))
    return found


def _mix(place: int, n: int) -> dict[K, int]:
    """What the other doors of a community are: shops first, one yard or two, a gatehouse, a store; the rest homes."""
    kinds = {K.SHOP: 12 if place < 11 else 11, K.COURTYARD: 2 if place < 11 else 1}
    kinds |= {K.WAREHOUSE: 1 if place > 8 else 0, K.GATEHOUSE: 1 if place < 13 else 0}
    return {K.HOUSEHOLD: n - sum(kinds.values()), **kinds}


def _doors(mark: str, kinds: dict[K, int]) -> Iterable[Door]:
    """Homes by rows of eight, then the others; their numbers begin with the mark."""
    for kind, many in kinds.items():
        for no in range(1, many + 1):
            if kind == K.HOUSEHOLD:
                row, door = divmod(no - 1, 8)
                yield Door(kind, f"{row + 1} 排 {door + 1} 号", f"{mark}-{row + 1}-{door + 1}",
                           building=f"{row + 1} 排", room=str(door + 1))  # fmt: skip
            else:
                yield Door(kind, WORDS[kind].format(no=no), f"{mark}-{kind[0]}{no}")


def pearl() -> Iterable[Yard]:
    """明珠社区: the house of four stairs, the street, two estates."""
    yield Yard(PEARL, "迎宾西路 18 号院", tuple(_stairs()), is_key=True)
    street = (*_street(18), *(Door(K.WAREHOUSE, f"临街库房 {no} 号", f"明珠-街-库{no}") for no in (1, 2)))
    yield Yard(PEARL, "迎宾西路临街", street)
    yield Yard(PEARL, "兴云苑", (*_estate("兴云苑", 22), Door(K.GATEHOUSE, "门岗", "明珠-兴云-岗")))
    sheds = (Door(K.WAREHOUSE, f"车棚 {no} 号", f"明珠-花园-棚{no}") for no in (1, 2, 3))
    yield Yard(PEARL, "明珠花园", (*_estate("明珠花园", 17), *sheds, Door(K.GATEHOUSE, "门岗", "明珠-花园-岗")))


def _stairs() -> Iterable[Door]:
    """From the top of the fourth stair down; of the second only the upper floors are inhabited."""
    for unit, lowest in ((4, 1), (3, 1), (2, 2)):
        for floor in range(6, lowest - 1, -1):
            for side in (2, 1):
                room = f"{floor}0{side}"
                yield Door(K.HOUSEHOLD, f"{unit} 单元 {room}", f"明珠-18-{unit}-{room}", unit=str(unit), room=room)


def _street(many: int) -> Iterable[Door]:
    return (Door(K.SHOP, f"临街 {no} 号", f"明珠-街-{no}") for no in range(1, many + 1))


def _estate(name: str, homes: int) -> Iterable[Door]:
    for no in range(homes):
        building, room = no // 8 + 1, f"{no % 8 // 2 + 1}0{no % 2 + 1}"
        yield Door(K.HOUSEHOLD, f"{building} 号楼 {room}", f"明珠-{name[-2:]}-{building}-{room}",
                   building=str(building), room=room)  # fmt: skip
    yield Door(K.COURTYARD, "后院", f"明珠-{name[-2:]}-院")
