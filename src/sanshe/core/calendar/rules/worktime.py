"""Clocks that run in working time. Source: rulings of the six systems 1.1 to 1.4; Civil Code articles 201 to 203.

Working hours run from the minute of the event, outside working time from the next working minute. A term of working
days does not count the day of its event and ends when offices close on its last day. A term of days in which somebody
may act ends at 24:00, on the next working day when its last day is none. A pause moves a due by the time of its own
kind that lay in it, and by nothing else.
"""

import datetime
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sanshe.core.calendar.enums import DayKind, R
from sanshe.core.calendar.rules.days import ONE, Calendar
from sanshe.core.calendar.types import Due, Hours, Pause, Span, Term
from sanshe.core.kit import shanghai
from sanshe.core.kit.refused import Refused

HOUR = datetime.timedelta(hours=1)
NOTHING = datetime.timedelta(0)
SPAN = re.compile(r"(\d{1,2})[:：](\d{2})\s*[-–—－至]\s*(\d{1,2})[:：](\d{2})")
Stretch = tuple[datetime.datetime, datetime.datetime]


@dataclass(frozen=True)
class Worktime:
    """Working days with the hours that offices keep on them; `hours` are dated, whatever their order."""

    calendar: Calendar
    hours: tuple[Hours, ...]

    def stretches(self, day: datetime.date) -> list[Stretch]:
        """From when to when offices work on a day; nothing on a day of rest."""
        if not self.calendar.is_workday(day):
            return []
        return [(_moment(day, one.opens), _moment(day, one.closes)) for one in self._spans(day)]

    def closing(self, day: datetime.date) -> datetime.datetime:
        """When offices close on a day."""
        return _moment(day, self._spans(day)[-1].closes)

    def worked(self, start: datetime.datetime, end: datetime.datetime) -> datetime.timedelta:
        """The working time between two moments."""
        found = (min(closes, end) - max(opens, start) for opens, closes in self._between(start, end))
        return sum((one for one in found if one > NOTHING), NOTHING)

    def reach(self, start: datetime.datetime, work: datetime.timedelta) -> datetime.datetime:
        """The first moment by which so much working time is over since `start`; the start itself for none."""
        left, day = work, shanghai.day(start)
        while left > NOTHING:
            for opens, closes in self.stretches(day):
                share = closes - max(opens, start)
                if share >= left:
                    return max(opens, start) + left
                left -= max(share, NOTHING)
            day += ONE
        return start

    def due(self, start: datetime.datetime, term: Term, pauses: Iterable[Pause] = ()) -> datetime.datetime:
        """The first moment that is too late for a term which began at `start`."""
        found = self._first_due(to_minute(start), term)
        for pause in sorted(pauses, key=lambda one: one.start):
            found = self.after_pause(found, pause, term.kind)
        return found

    def after_pause(self, due: datetime.datetime, pause: Pause, kind: DayKind) -> datetime.datetime:
        """A due, moved by the time that lay in a pause; one that began when the term was over moves nothing."""
        start, end = to_minute(pause.start), to_minute(pause.end)
        if start >= due:
            return due
        return due + (end - start) if kind == DayKind.DAY else self.reach(due, self.worked(start, end))

    def changed(
        self, start: datetime.datetime, term: Term, pauses: Sequence[Pause], at: datetime.datetime
    ) -> datetime.datetime:
        """The due of another term for what began at `start`, changed now: no less than one working day from now."""
        return max(self.due(start, term, pauses), self.due(at, Term(1, DayKind.WORKDAY)))

    def near(self, due: datetime.datetime, kind: DayKind) -> datetime.datetime:
        """From when a due is near: a working hour before it for terms in hours, else a working day."""
        if kind == DayKind.WORK_HOUR:
            return self._back(due, HOUR)
        last = shanghai.local(due - datetime.timedelta(microseconds=1)).date()
        before = last - ONE
        while not self.calendar.is_workday(before):
            before -= ONE
        return due - (last - before)

    def pause_ends(self, start: datetime.datetime, used: int, most: int) -> datetime.datetime:
        """When a pause has to end, of which `most` working days are allowed in all and `used` are gone."""
        return self.closing(self.calendar.add_workdays(shanghai.day(start), max(most - used, 0)))

    def workdays_in(self, pause: Pause) -> int:
        """How many working days a pause took; the day on which it began does not count."""
        return self.calendar.workdays_between(shanghai.day(pause.start), shanghai.day(pause.end))

    def _first_due(self, start: datetime.datetime, term: Term) -> datetime.datetime:
        day = shanghai.day(start)
        if term.kind == DayKind.WORK_HOUR:
            return self.reach(start, term.n * HOUR)
        if term.kind == DayKind.WORKDAY:
            return self.closing(self.calendar.add_workdays(day, term.n))
        if term.kind == DayKind.HOUR:
            return start + term.n * HOUR
        return shanghai.end(self.calendar.next_workday(day + term.n * ONE))

    def _back(self, end: datetime.datetime, work: datetime.timedelta) -> datetime.datetime:
        """The last moment from which so much working time is left until `end`."""
        left, day = work, shanghai.day(end)
        while True:
            for opens, closes in reversed(self.stretches(day)):
                share = min(closes, end) - opens
                if share >= left:
                    return min(closes, end) - left
                left -= max(share, NOTHING)
            day -= ONE

    def _spans(self, day: datetime.date) -> tuple[Span, ...]:
        known = [one for one in self.hours if one.starts_on <= day]
        if not known:
            raise Refused(R.NO_HOURS, day=day)
        return max(known, key=lambda one: one.starts_on).spans

    def _between(self, start: datetime.datetime, end: datetime.datetime) -> Iterator[Stretch]:
        first, days = shanghai.day(start), (shanghai.day(end) - shanghai.day(start)).days
        for n in range(days + 1):
            yield from self.stretches(first + n * ONE)


def to_minute(at: datetime.datetime) -> datetime.datetime:
    """Clocks run from the minute of the event."""
    return at.replace(second=0, microsecond=0)


def due_of(moment: datetime.datetime, kind: DayKind = DayKind.WORKDAY) -> Due:
    """A moment that is too late, as it is printed: 24:00 belongs to the day that ends."""
    local = shanghai.local(moment)
    if (local.hour, local.minute) == (0, 0):
        return Due(local.date() - ONE, kind=kind)
    return Due(local.date(), local.hour, kind, local.minute)


def read_hours(text: str) -> tuple[Span, ...]:
    """The spans of a day as typed: `8:30-12:00 14:30-18:00`. Raises Refused HOURS_WRONG."""
    found = SPAN.findall(text)
    if SPAN.sub("", text).strip(" ,，、;；\n\r\t"):
        raise Refused(R.HOURS_WRONG)
    try:
        return tuple(Span(datetime.time(int(a), int(b)), datetime.time(int(c), int(d))) for a, b, c, d in found)
    except ValueError as error:
        raise Refused(R.HOURS_WRONG) from error


def refusal_of_hours(spans: Sequence[Span]) -> R | None:
    """At least one span; each ends after it began and before the next begins."""
    edges = [edge for span in spans for edge in (span.opens, span.closes)]
    return None if edges and all(a < b for a, b in zip(edges, edges[1:], strict=False)) else R.HOURS_WRONG


def _moment(day: datetime.date, time: datetime.time) -> datetime.datetime:
    return shanghai.moment(day, time.hour, time.minute)
