"""Hours in quarters: which quarters of a day a space is open, until when, and whether a time stands on one.

A quarter belongs to what begins with it: at 11:30 a space that is open until 11:30 is shut.
"""

from collections.abc import Collection, Iterable
from datetime import date, datetime, time, timedelta

from sanshe.activities.enums import R
from sanshe.activities.types import Change, Span
from sanshe.core.kit import shanghai

QUARTER = timedelta(minutes=15)
NOTICE = timedelta(hours=24)
QUIET = ((time(12), time(14, 30)), (time(20), time.max))


def quarter(at: datetime) -> datetime:
    """The beginning of the quarter in which a moment falls."""
    return at.replace(minute=at.minute // 15 * 15, second=0, microsecond=0)


def quarters(starts_at: datetime, ends_at: datetime) -> list[datetime]:
    """The quarters from one moment to another, in order; the last ends with it."""
    first = quarter(starts_at)
    return [first + n * QUARTER for n in range(-((first - ends_at) // QUARTER))]


def on_quarter(at: datetime) -> bool:
    return at == quarter(at)


def open_quarters(day: date, spans: Iterable[Span], changes: Iterable[Change] = ()) -> frozenset[datetime]:
    """The quarters of a day in which a space is open: by its timetable, and what was changed for that day, in the
    order in which it was."""
    found: set[datetime] = set()
    for span in spans:
        if span.weekday == day.isoweekday():
            found |= set(quarters(_on(day, span.opens), _on(day, span.closes)))
    for change in changes:
        some = set(quarters(change.starts_at, change.ends_at))
        found = found | some if change.is_open else found - some
    return frozenset(one for one in found if shanghai.day(one) == day)


def _on(day: date, hour: time) -> datetime:
    return shanghai.moment(day, hour.hour, hour.minute)


def closes(open_now: Collection[datetime], at: datetime) -> datetime | None:
    """When a space that is open at a moment shuts; None when it is shut."""
    one = quarter(at)
    if one not in open_now:
        return None
    while one in open_now:
        one += QUARTER
    return one


def shuts(some: Collection[datetime], at: datetime) -> datetime | None:
    """When a space next shuts, also for who came a little before it opened; None when it opens no more that day."""
    return next((last for _first, last in runs(some) if last > at), None)


def runs(some: Collection[datetime]) -> list[tuple[datetime, datetime]]:
    """Quarters as they hang together: from when to when."""
    firsts = sorted(one for one in some if one - QUARTER not in some)
    return [(one, closes(some, one) or one) for one in firsts]


def said(some: Collection[datetime]) -> str:
    """Hours as a door says them: 8:30–11:30、14:30–17:30."""
    clock = [(shanghai.local(first), shanghai.local(last)) for first, last in runs(some)]
    return "、".join(f"{a.hour}:{a:%M}–{b.hour}:{b:%M}" for a, b in clock)


def closed_word(refused: R | None, some: Collection[datetime]) -> R | None:
    """A day without any hours is told otherwise than an hour outside them."""
    return R.SHUT_TODAY if refused == R.CLOSED and not some else refused


def is_quiet(at: datetime) -> bool:
    """From 12:00 to 14:30 and from 20:00 on, nothing loud is heard outside."""
    hour = shanghai.local(at).time()
    return any(first <= hour < last for first, last in QUIET)


def refusal_of_spans(spans: Collection[Span]) -> R | None:
    """Spans stand on quarters, end behind their beginning, and do not overlap on a day."""
    if any(hour.minute % 15 or hour.second for one in spans for hour in (one.opens, one.closes)):
        return R.NOT_A_QUARTER
    rows = sorted(spans, key=lambda one: (one.weekday, one.opens))
    if not rows or any(one.opens >= one.closes for one in rows):
        return R.SPAN_WRONG
    pairs = zip(rows, rows[1:], strict=False)
    return R.SPAN_WRONG if any(a.weekday == b.weekday and b.opens < a.closes for a, b in pairs) else None


def refusal_to_change(*, change: Change, ground: str, is_emergency: bool, at: datetime) -> R | None:
    """A change has a ground; a space is shut no later than 24 hours before, except in an emergency."""
    if not (on_quarter(change.starts_at) and on_quarter(change.ends_at)):
        return R.NOT_A_QUARTER
    if change.starts_at >= change.ends_at or shanghai.day(change.starts_at) != shanghai.day(change.ends_at):
        return R.SPAN_WRONG
    if not ground.strip():
        return R.NO_GROUND
    if change.ends_at <= at:
        return R.PAST
    is_late = not change.is_open and at >= change.starts_at - NOTICE
    return R.TOO_LATE if is_late and not is_emergency else None
