"""Loading a year."""

import datetime
from collections.abc import Mapping

from django.db import transaction

from sanshe.core.audit import actions as audit
from sanshe.core.calendar.adapters import published
from sanshe.core.calendar.enums import E, Special
from sanshe.core.calendar.models import SpecialDay, Year
from sanshe.core.calendar.queries import workdays
from sanshe.core.kit.access import Actor

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
    audit.record(event=E.LOADED, kind=KIND, subject=str(year), by=by, at=at, new=new)
    return row


def load_published(*, first: int, last: int, by: Actor, at: datetime.datetime) -> None:
    """Load the years the package knows, `first` to `last`, both counted; a year that is there stays as it is."""
    there = set(Year.objects.values_list("year", flat=True))
    for year in range(first, last + 1):
        if year not in there:
            load_year(year=year, days=published(year), source="chinesecalendar", by=by, at=at)
