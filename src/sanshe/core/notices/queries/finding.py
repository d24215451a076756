"""What notices let be found: those that were published, by everybody of the district who has a find box."""

from collections.abc import Iterator

from django.db.models import Q

from sanshe.core.kit.access import Actor
from sanshe.core.notices.models import PublicNotice
from sanshe.core.rows.queries import within
from sanshe.core.search.types import Entry

KIND = "notices.notice"


def visible(actor: Actor) -> Q:
    return within(actor.districts)


def entry(row: PublicNotice) -> Entry:
    """By title and number; not by the names in its list."""
    return Entry(KIND, str(row.pk), row.area_path, row.title, row.number_line, f"/notices/{row.serial}/")


def entries() -> Iterator[Entry]:
    return map(entry, PublicNotice.objects.filter(serial__isnull=False).iterator())
