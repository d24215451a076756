"""Loading a year."""

import datetime
from collections.abc import Mapping, Sequence

from django.db import transaction

from sanshe.core.audit import actions as audit
from sanshe.core.calendar import rules
from sanshe.core.calendar.adapters import published
from sanshe.core.calendar.enums import E, R, Special
from sanshe.core.calendar.models import SpecialDay, WorkSpan, Year
from sanshe.core.calendar.queries import workdays, worktime
from sanshe.core.calendar.types import Span
from sanshe.core.kit import shanghai
from sanshe.core.kit.access import Actor
from sanshe.core.kit.refused import insist

KIND = "calendar.year"


@transaction.atomic
def load_year(
    *, year: int, days: Mapping[datetime.date, Special], source: str, by: Actor, at: datetime.datetime
) -> Year:
    """Put a year's special days in place of those that were there; the version grows so that memory is refreshed."""
    row = Year.objects.filter(pk=year).first()
    version = row.version + 1 if row else 1
    values = {"loaded_at": at, "loaded_by": by.id, "source": source, "version": version}
    row, _ = Year.objects.update_or_create(pk=year, defaults=values)
    SpecialDay.objects.filter(year=row).delete()
    SpecialDay.objects.bulk_create(SpecialDay(day=day, year=row, kind=kind) for day, kind in sorted(days.items()))
    new = {"days": len(days), "source": source}
    workdays.forget()
    worktime.forget()
    audit.record(event=E.LOADED, kind=KIND, subject=str(year), by=by, at=at, new=new)
    return row


def load_published(*, first: int, last: int, by: Actor, at: datetime.datetime) -> None:
    """Load the years the package knows, `first` to `last`, both counted; a year that is there stays as it is."""
    there = set(Year.objects.values_list("year", flat=True))
    for year in range(first, last + 1):
        if year not in there:
            load_year(year=year, days=published(year), source="chinesecalendar", by=by, at=at)


EXAMPLE = "8:30-12:00 14:30-18:00"  # what a new house starts with; its own stand on the page of the calendar


def load_example_hours(*, first: int, by: Actor, at: datetime.datetime) -> None:
    """The hours a house starts with, from a year on; those that were set stay as they are."""
    if not WorkSpan.objects.exists():
        set_hours(starts_on=datetime.date(first, 1, 1), spans=rules.read_hours(EXAMPLE), by=by, at=at)


@transaction.atomic
def set_hours(*, starts_on: datetime.date, spans: Sequence[Span], by: Actor, at: datetime.datetime) -> None:
    """The hours that offices keep from a day on. What was due before stays due as it was printed."""
    is_first = not WorkSpan.objects.exists()
    insist(rules.refusal_of_hours(spans))
    insist(None if is_first or starts_on >= shanghai.day(at) else R.HOURS_PAST)
    WorkSpan.objects.filter(starts_on=starts_on).delete()
    rows = [WorkSpan(starts_on=starts_on, opens=one.opens, closes=one.closes) for one in spans]
    WorkSpan.objects.bulk_create(rows)
    worktime.forget()
    said = " ".join(map(str, rows))
    audit.record(event=E.HOURS_SET, kind="calendar.hours", subject=str(starts_on), by=by, at=at, new={"spans": said})
