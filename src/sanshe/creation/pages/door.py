"""The door of creation on the public front page."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.urls import reverse

from sanshe.core.kit import shanghai
from sanshe.creation.phrases import DOOR_LINE
from sanshe.creation.queries.naming import public


def shown(paths: Sequence[str], at: datetime) -> tuple[str, Any] | None:
    """How many titles stand on the public list, where any does."""
    n = public(paths, shanghai.day(at)).count()
    return (reverse("creation:public"), DOOR_LINE.format(n=n)) if n else None
