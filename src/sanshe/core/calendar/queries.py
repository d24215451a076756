"""Reading the calendar."""

import datetime

from django.db.models import Max, Min, Sum

from sanshe.core.calendar import rules
from sanshe.core.calendar.enums import Special
from sanshe.core.calendar.models import SpecialDay, WorkSpan, Year
from sanshe.core.calendar.types import Bar, Chart, Clock, Due, Hours, Span
from sanshe.core.kit import shanghai
from sanshe.core.kit.access import Actor
from sanshe.core.kit.kept import Kept
from sanshe.core.kit.refused import Refused


def _version() -> tuple[int, int, int]:
    found = Year.objects.aggregate(first=Min("year"), last=Max("year"), version=Sum("version"))
    return found["first"] or 1, found["last"] or 0, found["version"] or 0


def _read() -> rules.Calendar:
    days = {day: Special(kind) for day, kind in SpecialDay.objects.values_list("day", "kind")}
    first, last, _ = _version()
    return rules.Calendar(first, last, days)


workdays = Kept(version=_version, read=_read)  # the loaded years; while there are none it refuses every day


def hours() -> list[Hours]:
    """The hours that were ever set, the newest first."""
    found: dict[datetime.date, list[Span]] = {}
    for day, opens, closes in WorkSpan.objects.values_list("starts_on", "opens", "closes"):
        found.setdefault(day, []).append(Span(opens, closes))
    return [Hours(day, tuple(spans)) for day, spans in found.items()]


def _spans_version() -> object:
    return _version(), list(WorkSpan.objects.values_list("pk", flat=True))


worktime = Kept(version=_spans_version, read=lambda: rules.Worktime(_read(), tuple(hours())))


def clock(
    label: str, *, opens: datetime.datetime, due: Due, now: datetime.datetime, whole: int = 0, note: str = ""
) -> Clock:
    """A deadline as it is shown."""
    share = rules.share_used(opens=opens, due=due.moment, now=now)
    return Clock(label, due, workdays().left(now, due), whole, share, note=note)


def chart(lanes: list[tuple[str, Bar]], today: datetime.date) -> Chart | None:
    """Deadlines side by side; none while a year of theirs is not loaded."""
    try:
        return rules.chart(workdays(), lanes, today) if lanes else None
    except Refused:
        return None


def is_loaded(actor: Actor, at: datetime.datetime) -> bool:
    """Whether the days of this year are known."""
    return Year.objects.filter(year=shanghai.day(at).year).exists()


def years() -> list[Year]:
    return list(Year.objects.order_by("-year"))


def special_days(first: datetime.date, last: datetime.date) -> list[dict[str, str]]:
    """The days of a span that are not what their weekday says."""
    found = SpecialDay.objects.filter(day__gte=first, day__lte=last)
    return [{"day": one.day.isoformat(), "kind": one.kind, "name": one.name} for one in found]


def months(year: int) -> list[tuple[int, list[tuple[datetime.date, str]]]]:
    """The year's months with their days; each day is work, rest or make_up."""
    calendar = workdays()
    found: list[tuple[int, list[tuple[datetime.date, str]]]] = [(month, []) for month in range(1, 13)]
    day = datetime.date(year, 1, 1)
    while day.year == year:
        mark = "make_up" if calendar.is_make_up(day) else "work" if calendar.is_workday(day) else "rest"
        found[day.month - 1][1].append((day, mark))
        day += datetime.timedelta(days=1)
    return found
