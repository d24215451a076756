"""The one way a row of incubation changes its state: as it was read, by the table of moves, or not at all."""

from enum import StrEnum
from typing import Any

from django.db import models
from django.db.models import F

from sanshe.core.kit.refused import Refused


def move(row: models.Model, to: StrEnum, *, refused: StrEnum, **fields: Any) -> None:
    """Change `state` and named fields when the row is still as it was read; raises Refused(refused) otherwise."""
    state = type(to)(row.state)  # type: ignore[attr-defined]  # every row that moves has a state
    if to not in state.moves()[state]:  # type: ignore[attr-defined]  # and its enum a table of moves
        raise Refused(refused)
    change(row, refused=refused, state=to, **fields)


def change(row: models.Model, *, refused: StrEnum, **fields: Any) -> None:
    """Change named fields of a row with a version when nobody was faster."""
    read = type(row)._default_manager.filter(pk=row.pk, version=row.version)  # type: ignore[attr-defined]  # too
    if read.update(**fields, version=F("version") + 1) != 1:
        raise Refused(refused)
    row.refresh_from_db()
