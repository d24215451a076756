"""Keeping the index: in the transaction that changes the thing itself. Derived rows, so nothing goes on record."""

from collections.abc import Iterable, Iterator
from itertools import islice
from uuid import UUID

from django.db import transaction

from sanshe.core.search import adapters, rules
from sanshe.core.search.models import SearchRow
from sanshe.core.search.queries import KINDS
from sanshe.core.search.types import Entry

CHANGING = ("area_path", "title", "text", "url", "grams", "pinyin")
BATCH = 500


def forget(*, kind: str, object_id: UUID | str) -> None:
    """Let a thing be found no more."""
    SearchRow.objects.filter(kind=kind, object_id=str(object_id)).delete()


@transaction.atomic
def index_all(entries: Iterable[Entry]) -> int:
    """Many at once; answers how many."""
    n = 0
    for rows in _batches(map(_row, entries)):
        SearchRow.objects.bulk_create(
            rows, update_conflicts=True, unique_fields=("kind", "object_id"), update_fields=CHANGING
        )
        n += len(rows)
    return n


@transaction.atomic
def rebuild() -> int:
    """The whole index anew from the things themselves; answers how many there are."""
    SearchRow.objects.all().delete()
    return sum(index_all(kind.entries()) for kind in KINDS)


def _row(entry: Entry) -> SearchRow:
    title, text = entry.title[:120], entry.text[:300]
    both = f"{title} {text}"
    tokens = {"grams": rules.grams(both), "pinyin": rules.spelled(adapters.readings(title), both)}
    place = {"kind": entry.kind, "object_id": entry.object_id, "area_path": entry.area_path}
    return SearchRow(**place, title=title, text=text, url=entry.url, **tokens)


def _batches(rows: Iterator[SearchRow]) -> Iterator[list[SearchRow]]:
    while batch := list(islice(rows, BATCH)):
        yield batch
