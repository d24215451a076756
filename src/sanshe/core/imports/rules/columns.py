"""Which column is which, as people say it: how that is remembered, and guessed before anybody has said it. Pure."""

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from difflib import SequenceMatcher

from sanshe.core.imports.enums import R
from sanshe.core.imports.rules.heads import BETWEEN, match, normalised
from sanshe.core.imports.rules.tables import header_at, spots
from sanshe.core.imports.types import Field, Sheet, Spot, Table
from sanshe.core.kit import digest
from sanshe.core.kit.refused import Refused

MOST_HEAD = 40  # characters of a head that are compared and remembered
LIKE_ENOUGH = 0.5
LOOK_AT = 20  # cells of a column
_LONG_NUMBER = re.compile(r"(\d{3})\d{2,}(\d{2})")


def keys_of(header: Sequence[str]) -> tuple[str, ...]:
    """Each head as it is remembered: as heads are compared, and which of several equal ones it is (`电话 2`)."""
    seen = Counter[str]()
    return tuple(_key(normalised(head)[:MOST_HEAD], seen) for head in header)


def _key(name: str, seen: Counter[str]) -> str:
    seen[name] += 1
    return name if seen[name] == 1 else f"{name} {seen[name]}"


def print_of(header: Sequence[str]) -> str:
    """The fingerprint of the set of heads, in whatever order they stand; empty where there is none."""
    named = sorted(key for key, head in zip(keys_of(header), header, strict=True) if normalised(head))
    return digest.fingerprint(named) if named else ""


def spot_remembered(tables: Sequence[Table], is_known: Callable[[str], bool]) -> Spot | None:
    """The first head of which an office has said before which column is which."""
    for place, table in enumerate(tables):
        for row, depth in spots(table) if table.is_shown else ():
            spot = Spot(place, row + 1, depth)
            if (found := print_of(header_at(table, spot)[0])) and is_known(found):
                return spot
    return None


def placed(header: Sequence[str], kept: Mapping[str, str]) -> dict[int, str]:
    """Which field each column holds, as it was remembered by its head."""
    found: dict[int, str] = {}
    for place, key in enumerate(keys_of(header)):
        if key in kept and kept[key] not in found.values():
            found[place] = kept[key]
    return found


def known(header: Sequence[str], fields: Sequence[Field]) -> dict[int, str]:
    """Which field each column holds by its head alone; nothing where a field stands in two."""
    try:
        return {place: code for code, place in match(header, fields).items()}
    except Refused:
        return {}


def offered(sheet: Sheet, fields: Sequence[Field], kept: Mapping[str, str]) -> dict[int, str]:
    """What a page proposes: heads of before, heads that are names, then the likest of what is left, best first."""
    left = {one.code for one in fields}
    found = {place: code for place, code in placed(sheet.header, kept).items() if code in left}
    for place, code in known(sheet.header, fields).items():
        if place not in found and code not in found.values():
            found[place] = code
    for _score, place, code in _likest(sheet, fields, found):
        if place not in found and code not in found.values():
            found[place] = code
    return found


def _likest(sheet: Sheet, fields: Sequence[Field], found: Mapping[int, str]) -> list[tuple[float, int, str]]:
    columns = {place: samples(sheet, place, LOOK_AT) for place in range(len(sheet.header)) if place not in found}
    left = [one for one in fields if one.code not in found.values()]
    scores = [
        (likeness(sheet.header[place], cells, field), place, field.code)
        for place, cells in columns.items()
        for field in left
    ]
    return sorted((one for one in scores if one[0] >= LIKE_ENOUGH), key=lambda one: (-one[0], one[1]))


def likeness(head: str, cells: Sequence[str], field: Field) -> float:
    """How much a column looks like one of this field: by its head, and as much by its values where the field knows
    them."""
    names = [normalised(str(name)) for name in (field.label, *field.aliases)]
    said = [normalised(part)[:MOST_HEAD] for part in (head, *head.split(BETWEEN))]
    by_head = max((_alike(one, name) for one in said for name in names), default=0.0)
    if field.fits is None or not cells:
        return by_head
    fitting = sum(map(field.fits, cells)) / len(cells)
    return (by_head + fitting) / 2


def _alike(one: str, other: str) -> float:
    if not one or not other:
        return 0.0
    if one in other or other in one:
        return 0.6 + 0.4 * min(len(one), len(other)) / max(len(one), len(other))
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


def samples(sheet: Sheet, place: int, most: int) -> list[str]:
    """The first values of a column that say something."""
    found: list[str] = []
    for _no, row in sheet.rows[: 10 * most]:
        if place < len(row) and row[place] and len(found) < most:
            found.append(row[place])
    return found


def sample(cell: str) -> str:
    """A value as the page of columns shows it: short, and long numbers without their middle."""
    return _LONG_NUMBER.sub(r"\1***\2", cell[:MOST_HEAD])


def letters(place: int) -> str:
    """A column as spreadsheet programs call it: A … Z, AA …"""
    name, place = "", place + 1
    while place:
        place, rest = divmod(place - 1, 26)
        name = chr(65 + rest) + name
    return name


def refusal_of_columns(columns: Mapping[int, str], fields: Sequence[Field]) -> Refused | None:
    """Each column whose field another one before it has (`c3` is its place), or a required field without one."""
    labels = {one.code: str(one.label) for one in fields}
    taken = [(place, labels[code]) for place, code in sorted(columns.items()) if code in _before(columns, place)]
    if taken:
        first, *more = [Refused(R.TWO_COLUMNS, field=f"c{place}", column=label) for place, label in taken]
        first.more = tuple(more)
        return first
    lacking = [str(one.label) for one in fields if one.required and one.code not in columns.values()]
    return Refused(R.MISSING_COLUMNS, columns="、".join(lacking)) if lacking else None


def _before(columns: Mapping[int, str], place: int) -> set[str]:
    return {code for other, code in columns.items() if other < place}
