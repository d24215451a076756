"""Paper: signed before a witness, entered with its scan; heads that were counted together."""

from collections.abc import Sequence
from datetime import date

from sanshe.core.kit import same
from sanshe.pledges.enums import R
from sanshe.pledges.types import PaperRow

DAYS = 5  # working days from signing to entering


def refusal_to_enter(
    rows: Sequence[PaperRow], *, witness: str, has_scan: bool, signed_on: date, today: date, last_day: date
) -> R | None:
    """A witness who does not sign there, the scan, and no more than five working days."""
    if not witness.strip() or not has_scan:
        return R.NO_WITNESS
    if not rows:
        return R.NO_ROWS
    if any(not row.name.strip() for row in rows):
        return R.NO_NAME
    if signed_on > today:
        return R.PAPER_EARLY
    if today > last_day:
        return R.PAPER_LATE
    if same.name(witness) in {same.name(row.name) for row in rows}:
        return R.WITNESS_SIGNS
    return R.TWICE_ON_PAPER if twice(rows) else None


def rows_of(text: str) -> list[PaperRow]:
    """A line a person: the name, and perhaps a telephone behind it."""
    found = []
    for line in text.splitlines():
        cells = line.replace("\t", " ").replace("，", " ").replace(",", " ").split()
        if not cells:
            continue
        is_phone = len(cells) > 1 and any(one.isdigit() for one in cells[-1])
        name = "".join(cells[:-1] if is_phone else cells)
        found.append(PaperRow(name, cells[-1] if is_phone else ""))
    return found


def twice(rows: Sequence[PaperRow]) -> tuple[str, ...]:
    """Telephones that stand on a sheet more than once."""
    phones = [same.phone(row.phone) for row in rows if row.phone.strip()]
    return tuple(sorted({one for one in phones if phones.count(one) > 1}))


def refusal_of_session(*, starts_on: date, today: date, heads: int, taken: int, left: int) -> R | None:
    """What is written down of a session once it began."""
    if today < starts_on:
        return R.NOT_BEGUN
    if heads < 1:
        return R.NO_HEADS
    return None if left <= taken else R.LEFT_OVER


def refusal_to_join(*, count_by: date, today: date) -> R | None:
    """The day until which a unit is asked for its count is not over."""
    return None if today <= count_by else R.COUNT_BEFORE


def refusal_of_drivers(*, drivers: int, as_of: date, today: date) -> R | None:
    """A unit's own count, of a day that has come."""
    if drivers < 1:
        return R.NO_COUNT
    return None if as_of <= today else R.COUNT_AHEAD
