"""What somebody at the door may take back for ten minutes."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest
from django.urls import reverse

from sanshe.activities import adapters, phrases
from sanshe.activities.actions.undo import undo_enter
from sanshe.activities.enums import E
from sanshe.activities.models import Part
from sanshe.activities.queries import session as queries
from sanshe.core.rows.queries import TAKEN_BACK
from sanshe.core.rows.types import Undoable


def find(request: HttpRequest, key: UUID) -> Part | None:
    """The part that this telephone has."""
    return queries.on_phone(key) if adapters.is_mine(request, key) else None


def _door(part: Any) -> str:
    return reverse("activities:door", args=[part.session.station.door])


def declare() -> None:
    said, label = phrases.ENTERED, phrases.TAKE_BACK
    TAKEN_BACK.add(E.SESSION_OPENED, Undoable(E.TAKEN_BACK, said, label, find, queries.entered, undo_enter, _door))
