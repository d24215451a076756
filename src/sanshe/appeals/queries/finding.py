"""Appeals in the find box: by number and by what the lists call them. No name, no place, no words of theirs."""

from collections.abc import Iterator
from typing import Any

from django.urls import reverse

from sanshe.appeals.enums import P, State
from sanshe.appeals.models import Appeal
from sanshe.core.kit.access import Actor
from sanshe.core.rows.queries import within
from sanshe.core.search.types import Entry

KIND = "appeals.appeal"


def entry(row: Appeal) -> Entry:
    """A sensitive one is found by its number alone."""
    said = "" if row.category.is_sensitive else f"{row.title} {row.category.name}"
    url = reverse("appeals:appeal", args=[row.pk])
    return Entry(KIND, str(row.pk), row.area_path, f"{row.number} {said}".strip(), "", url)


def entries() -> Iterator[Entry]:
    """All there are."""
    for row in Appeal.objects.exclude(state=State.TAKEN_BACK).select_related("category").iterator():
        yield entry(row)


def visible(actor: Actor) -> Any:
    """Those of one's areas."""
    return within(actor.paths(P.READ))
