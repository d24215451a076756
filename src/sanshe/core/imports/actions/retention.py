"""A year after a sheet was read in, what its rows held is destroyed; what became of each row stays."""

from datetime import datetime, timedelta

from django.db import transaction

from sanshe.core.audit.actions import record
from sanshe.core.audit.enums import E
from sanshe.core.imports.models import ImportRow, ImportTable
from sanshe.core.kit.access import SYSTEM
from sanshe.core.privacy.queries import raw

KEPT = timedelta(days=365)


@transaction.atomic
def purge(*, at: datetime) -> int:
    """Clear the rows of sheets older than a year, and the tables of those never taken over; returns how many rows."""
    tables, _each = ImportTable.objects.filter(run__read_at__lt=at - KEPT).delete()
    old = raw(ImportRow, ImportRow._meta.get_field("values")).filter(run__read_at__lt=at - KEPT)
    cleared = ImportRow.objects.filter(pk__in=list(old.values_list("pk", flat=True))).update(values="")
    if cleared or tables:
        record(
            event=E.PURGED, kind="imports.import", subject="", by=SYSTEM, at=at, new={"rows": cleared, "tables": tables}
        )
    return cleared
