"""A form kept as it is typed: its fields, what a draft may hold, when it may be handed in and judged."""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sanshe.incubation.enums.stay.drafting import DraftRefusal as R
from sanshe.incubation.enums.stay.drafting import PaperState


@dataclass(frozen=True, slots=True)
class Blank:
    """One field of such a form: its code and most characters. None of them is personal."""

    code: str
    most: int
    is_long: bool = False
    is_optional: bool = False
    is_day: bool = False


def refusal_of_value(blanks: Iterable[Blank], code: str, value: str) -> R | None:
    """Whether a draft may keep this text in this field; a half answer may, half a date may not."""
    blank = next((one for one in blanks if one.code == code), None)
    if blank is None:
        return R.UNKNOWN_FIELD
    if len(value) > blank.most:
        return R.TOO_LONG
    return R.NO_DAY if blank.is_day and value and day_of(value) is None else None


def day_of(text: str) -> datetime.date | None:
    """The day of 2022-05-31; None for anything else."""
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        return None


def missing(blanks: Iterable[Blank], values: Mapping[str, str]) -> tuple[str, ...]:
    """Codes of fields still to be filled, in the order of the form."""
    return tuple(one.code for one in blanks if not one.is_optional and not values.get(one.code, "").strip())


def refusal_to_hand_in(*, state: PaperState, left: int) -> R | None:
    """Late is no reason: it is taken in and shown as late."""
    if state not in PaperState.writable():
        return R.CLOSED
    return R.INCOMPLETE if left else None


def refusal_to_judge(*, state: PaperState, is_own_hand: bool, agrees: bool, words: str) -> R | None:
    """Somebody else than who handed it in; a return says why."""
    if state != PaperState.SUBMITTED:
        return R.MOVE_NOT_ALLOWED
    if is_own_hand:
        return R.OWN_HAND
    return None if agrees or words.strip() else R.NO_WORDS


def is_late(*, handed_at: datetime.datetime | None, due: datetime.datetime | None) -> bool:
    """Whether it came after its last moment; what never came yet is judged by the clock of who asks."""
    return handed_at is not None and due is not None and handed_at >= due
