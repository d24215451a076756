"""The door of pledges on the public front page."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.urls import reverse

from sanshe.pledges.phrases import DOOR_LINE
from sanshe.pledges.queries.campaigns import open_in
from sanshe.pledges.queries.pledges import tally


def shown(paths: Sequence[str], at: datetime) -> tuple[str, Any] | None:
    """The campaign that can be signed now, with what counts in it by grade."""
    row = open_in(paths, at)
    if row is None:
        return None
    counted = tally(row.pledges.all(), at)
    parts = {"own": counted.own_key + counted.own_phone, "witnessed": counted.witnessed}
    line = DOOR_LINE.format(name=row.name, n=counted.whole, **parts)
    return reverse("pledges:read", args=[row.pk]), line
