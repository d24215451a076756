"""The door of incubation on the public front page."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.urls import reverse

from sanshe.core.ui.queries import day_words
from sanshe.incubation.phrases.call.batch import DOOR_LINE
from sanshe.incubation.queries.call.batch import open_calls


def shown(paths: Sequence[str], at: datetime) -> tuple[str, Any] | None:
    """The call that closes first, of those one can apply to now."""
    found = open_calls(tuple(paths), at)
    if not found:
        return None
    line = DOOR_LINE.format(name=found[0].batch.name, day=day_words(found[0].closes_on))
    return reverse("incubation:call", args=[found[0].batch_id]), line
