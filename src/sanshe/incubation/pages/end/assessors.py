"""Who may be named to assess, in words."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sanshe.incubation.models import Assessment
from sanshe.incubation.phrases.panel.panel import RELATIONS
from sanshe.incubation.queries.end import assessors as queries


def candidates(row: Assessment, at: datetime) -> list[tuple[UUID, str, Any]]:
    """(user, name, what ties them) of those who hold the right to mark here and are not named yet."""
    return [(key, name, RELATIONS[tie] if tie else "") for key, name, tie in queries.candidates(row, at)]
