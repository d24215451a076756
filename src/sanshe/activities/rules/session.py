"""Who may come in, who may join, and when a session's people stand."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime, timedelta
from uuid import UUID

from sanshe.activities.enums import R, SessionState, Sound
from sanshe.activities.rules.station import together
from sanshe.activities.types import Place

ANSWER_WITHIN = timedelta(minutes=10)


def fits(heads: int, present: int, most: int | None) -> bool:
    return most is None or present + heads <= most


def refusal_to_enter(*, is_open: bool, heads: int | None, places: Sequence[Place]) -> R | None:
    """Into zones that are open, free, and large enough."""
    if not is_open:
        return R.CLOSED
    if heads is None or heads < 1:
        return R.NO_HEADS
    if not places:
        return R.NO_ZONES
    if any(one.session for one in places):
        return R.IN_USE
    if any(one.booked_from for one in places):
        return R.BOOKED_NOW
    return None if fits(heads, 0, together(one.most for one in places)) else R.FULL


def refusal_of_sound(*, is_loud: bool, sound: Sound, is_quiet: bool) -> R | None:
    """A group with loudspeakers plays behind proof walls in the quiet hours, and never where silence is wanted."""
    if not is_loud or sound == Sound.PROOF:
        return None
    return R.QUIET if is_quiet or sound == Sound.SILENT else None


def zones_for(*, heads: int, present: int, used: Sequence[Place], beside: Sequence[Place]) -> list[UUID] | None:
    """The free zones beside a session that it takes for those who join, in order; None when even all are too few."""
    taken = list(used)
    more: list[UUID] = []
    for place in [None, *(one for one in beside if one.is_free)]:
        if place is not None:
            taken.append(place)
            more.append(place.zone)
        if fits(heads, present, together(one.most for one in taken)):
            return more
    return None


def refusal_to_ask(
    *, state: SessionState, is_open: bool, heads: int | None, is_there: bool, has_asked: bool
) -> R | None:
    """Once, of a session that runs, by somebody who is not in it."""
    if state != SessionState.OPEN:
        return R.OVER
    if not is_open:
        return R.CLOSED
    if heads is None or heads < 1:
        return R.NO_HEADS
    if is_there:
        return R.THERE_ALREADY
    return R.ASKED_ALREADY if has_asked else None


def is_lapsed(*, asked_at: datetime, at: datetime) -> bool:
    """Who is not answered within ten minutes is not answered any more."""
    return at >= asked_at + ANSWER_WITHIN


def is_agreed(*, there: Collection[UUID], answers: Mapping[UUID, bool]) -> bool | None:
    """Whether all who are there agreed: one no is a no, a silence is nothing yet."""
    said = [answers.get(one) for one in there]
    if False in said:
        return False
    return None if None in said or not said else True


def refusal_to_count(*, state: SessionState, seen: int | None) -> R | None:
    """People are counted until the ledger is signed."""
    if state == SessionState.SIGNED:
        return R.SIGNED
    return R.NO_HEADS if seen is None or seen < 0 else None


def refusal_to_sign(*, state: SessionState, seen: int | None) -> R | None:
    """What is over and was counted, once."""
    if state == SessionState.SIGNED:
        return R.SIGNED
    return R.NOT_COUNTED if seen is None else None


def refusal_to_correct(*, state: SessionState, now: int, by_n: int, why: str) -> R | None:
    """A signed line is corrected by another one, with a reason, and never below nobody."""
    if state != SessionState.SIGNED:
        return R.NOT_SIGNED
    if not why.strip():
        return R.NO_GROUND
    if not by_n:
        return R.NO_HEADS
    return R.BELOW_ZERO if now + by_n < 0 else None
