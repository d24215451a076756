"""The code is the path: scope is a range on it. Source: administrative and statistical division codes, GB/T 2260."""

import datetime
from collections.abc import Iterable, Sequence

from sanshe.core.areas.enums import DIGITS, LEVEL_OF, Level, R
from sanshe.core.areas.types import Entry, Fault
from sanshe.core.kit.months import add_months

TAILS = ("社区居民委员会", "社区居委会", "居民委员会", "居委会", "村民委员会", "村委会", "社区")


def called(name: str) -> str:
    """What people call a community: 明珠 for 明珠社区居民委员会, 沙岭村 for 沙岭村村民委员会."""
    return next((name.removesuffix(tail) for tail in TAILS if name.endswith(tail) and name != tail), name)


def path_of(code: str) -> str:
    """A code without trailing zero pairs: 140200 is 1402, 140213001 stays."""
    path = code
    while len(path) <= 6 and len(path) > 2 and path.endswith("00"):
        path = path[:-2]
    return path


def level_of(path: str) -> Level | None:
    """The level an area has by the length of its path; None for what is no path."""
    return LEVEL_OF.get(len(path))


def district_of(path: str) -> str:
    """The path of the district that a place belongs to; empty for what lies above districts."""
    return path[:6] if len(path) >= DIGITS[Level.DISTRICT] else ""


def fault_of_entry(code: str, level: str, name: str) -> R | None:
    """What is wrong with one line by itself."""
    if level not in list(Level):
        return R.LEVEL_WRONG
    if not code.isdecimal() or len(code) != DIGITS[Level(level)]:
        return R.CODE_WRONG
    return None if name.strip() else R.NO_NAME


def refusal_to_end(
    *, may: bool, may_into: bool, is_ended: bool, areas: int, into: str, path: str, standing: Iterable[str]
) -> R | None:
    """An area ends when nothing lies below it; its target is another one of the same level that still stands, and is
    looked after by the same hands."""
    if not may:
        return R.NOT_YOURS
    if is_ended:
        return R.ENDED
    if areas:
        return R.HAS_AREAS
    is_target = may_into and into != path and into in standing and level_of(into) == level_of(path)
    return None if not into or is_target else R.NO_TARGET


def shows_former(renamed_on: datetime.date | None, on: datetime.date) -> bool:
    """The name before stands beside the new one for a year."""
    return renamed_on is not None and on < add_months(renamed_on, 12)


def faults(lines: Sequence[tuple[str, str, str, str]], known: Iterable[str] = ()) -> tuple[Fault, ...]:
    """All faults of a list of (code, level, name, parent). `known` are codes that are there already.

    A district's own parents need not be listed: a house that serves one district does not know its province.
    """
    codes = {line[0] for line in lines} | set(known)
    found, seen = [], set()
    for number, (code, level, name, parent) in enumerate(lines, start=2):
        fault = fault_of_entry(code, level, name) or (R.DOUBLE if code in seen else None)
        if fault is None and level in (Level.SUBDISTRICT, Level.COMMUNITY) and parent not in codes:
            fault = R.NO_PARENT
        seen.add(code)
        found += [Fault(number, fault, code)] if fault else []
    if not any(line[1] == Level.DISTRICT for line in lines) and not known:
        found.append(Fault(1, R.NO_DISTRICT, ""))
    return tuple(found)


def entries(lines: Iterable[tuple[str, str, str, str]]) -> tuple[Entry, ...]:
    """Lines found without fault, as values."""
    return tuple(Entry(code, Level(level), name.strip(), parent) for code, level, name, parent in lines)
