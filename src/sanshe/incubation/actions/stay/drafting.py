"""The one way a paper is kept as it is typed, handed in and judged: plans and quarterly reports."""

import datetime
from collections.abc import Iterable
from typing import Any

from sanshe.core.calendar.types import Due
from sanshe.core.kit.access import Actor
from sanshe.core.kit.refused import Refused, insist
from sanshe.core.rows.actions import change, move
from sanshe.incubation.enums.stay.drafting import DraftRefusal as R
from sanshe.incubation.enums.stay.drafting import PaperState as S
from sanshe.incubation.rules.stay import drafting as rules


def keep_one(
    row: Any, blanks: Iterable[rules.Blank], *, field: str, value: str, version: int, at: datetime.datetime
) -> None:
    """Keep one field. Another device's change of the same field since `version` is refused as STALE with both texts;
    of other fields it is not, for a phone and a computer may write side by side."""
    insist(rules.refusal_of_value(blanks, field, value), field=field)
    insist(None if row.is_writable else R.CLOSED)
    if row.fields.get(field, "") == value:
        return
    if version < row.fields.get("_seen", {}).get(field, 0):
        raise Refused(R.STALE, field=field, theirs=row.fields.get(field, ""), yours=value)
    keep_all(row, blanks, values={field: value}, at=at)


def keep_all(row: Any, blanks: Iterable[rules.Blank], *, values: dict[str, str], at: datetime.datetime) -> None:
    """Keep many fields at once: a whole page sent without scripts."""
    known = tuple(blanks)
    for field, value in values.items():
        insist(rules.refusal_of_value(known, field, value), field=field)
    insist(None if row.is_writable else R.CLOSED)
    seen = {**row.fields.get("_seen", {}), **dict.fromkeys(values, row.version + 1)}
    change(row, refused=R.STALE, fields={**row.fields, **values, "_seen": seen}, saved_at=at)


def hand_in(row: Any, *, left: int, due: Due, by: Actor, at: datetime.datetime, **more: Any) -> bool:
    """Take it in, late or not; answers whether it came late with this act."""
    insist(rules.refusal_to_hand_in(state=S(row.state), left=left), left=left)
    is_first, first = row.handed_at is None, row.handed_at or at
    is_late = rules.is_late(handed_at=first, due=due.moment)
    said = {"handed_at": first, "handed_by": by.id, "is_late": is_late, "words": "", **more}
    move(row, S.SUBMITTED, refused=R.MOVE_NOT_ALLOWED, **said)
    return is_first and is_late


def judge(row: Any, *, agrees: bool, words: str, by: Actor, at: datetime.datetime) -> None:
    """Agree, or return with words; never by who handed it in."""
    is_own = by.id is not None and row.handed_by == by.id
    insist(rules.refusal_to_judge(state=S(row.state), is_own_hand=is_own, agrees=agrees, words=words))
    said = {"words": words.strip(), "judged_at": at, "judged_by": by.id}
    move(row, S.AGREED if agrees else S.RETURNED, refused=R.MOVE_NOT_ALLOWED, **said)
