"""Bookings: by whom, how far ahead, how many at once, until when they are kept."""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta

from sanshe.activities.enums import GroupState, R
from sanshe.activities.rules.hours import on_quarter, quarters

AHEAD = timedelta(days=14)
OPEN_OF_GROUP, OPEN_OF_ROSTER = 2, 3
KEPT_FOR = timedelta(minutes=15)
FREE_UNTIL = timedelta(hours=2)
MISSES, MISSED_WITHIN, BANNED_FOR = 2, timedelta(days=90), timedelta(days=30)
FILED = frozenset({GroupState.FILED, GroupState.ACTIVE})


def refusal_of_time(
    *, starts_at: datetime, ends_at: datetime, open_then: Collection[datetime], at: datetime
) -> R | None:
    """Whole quarters in which the space is open, from now to two weeks ahead."""
    if not (on_quarter(starts_at) and on_quarter(ends_at)):
        return R.NOT_A_QUARTER
    if starts_at >= ends_at:
        return R.SPAN_WRONG
    if starts_at <= at:
        return R.PAST
    if starts_at > at + AHEAD:
        return R.TOO_FAR
    return None if set(quarters(starts_at, ends_at)) <= set(open_then) else R.CLOSED


def refusal_of_group(*, state: GroupState, own: int, shared: int) -> R | None:
    """A filed group, with at most two bookings open, and three with those who share half its roster."""
    if state not in FILED:
        return R.NOT_FILED
    return R.QUOTA if own >= OPEN_OF_GROUP or own + shared >= OPEN_OF_ROSTER else None


def banned_until(misses: Sequence[datetime], at: datetime) -> datetime | None:
    """Until when somebody does not book who missed two bookings within 90 days; None when they may."""
    rows = sorted(misses)
    pairs = zip(rows, rows[MISSES - 1 :], strict=False)
    ends = [last + BANNED_FOR for first, last in pairs if last - first < MISSED_WITHIN]
    return max((one for one in ends if at < one), default=None)


def is_missed(*, starts_at: datetime, at: datetime) -> bool:
    """Nobody came for fifteen minutes."""
    return at >= starts_at + KEPT_FOR


def refusal_to_arrive(*, starts_at: datetime, at: datetime) -> R | None:
    """From a quarter before the start until the zones are let go."""
    if at < starts_at - KEPT_FOR:
        return R.TOO_EARLY
    return R.NOBODY_CAME if is_missed(starts_at=starts_at, at=at) else None


def is_late(*, starts_at: datetime, at: datetime) -> bool:
    """Whether it is called off so late that it counts as missed."""
    return at >= starts_at - FREE_UNTIL
