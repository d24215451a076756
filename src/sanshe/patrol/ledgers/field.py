"""Visits that are noted without a signal."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sanshe.core.field.ledgers import declare_kind
from sanshe.core.field.types import FieldKind, Told
from sanshe.core.kit.access import Actor
from sanshe.core.kit.refused import Refused
from sanshe.patrol import actions, phrases
from sanshe.patrol.enums import P, R
from sanshe.patrol.models import Stop
from sanshe.patrol.pages import phone as pages
from sanshe.patrol.pages.visit import said_of
from sanshe.patrol.queries.phone import stop_of
from sanshe.patrol.rules.phone import event

KIND = "patrol.visit"


def _stop(told: Told) -> Stop | None:
    try:
        return stop_of(UUID(str(told.body.get("stop"))))
    except ValueError:
        return None


def _take(told: Told, by: Actor, at: datetime) -> Mapping[str, Any]:
    """The visit; what it found is told, and of what it is a rebound."""
    stop = _stop(told)
    if stop is None:
        raise Refused(R.NOT_HERE)
    made = actions.record(round=stop.round, events=[event(told, stop.pk)], by=by, at=at)[0]
    return {"told": str(said_of(made.finding))} if made.finding else {}


def _place(told: Told) -> str:
    stop = _stop(told)
    return stop.area_path if stop else ""


def _lines(told: Told) -> Sequence[tuple[Any, Any]]:
    return list(pages.lines(_stop(told), told.body))


def declare() -> None:
    """Called while the apps are made ready."""
    words = {"label": phrases.VISIT, "needs": P.VISIT, "decides": P.ASSIGN, "page": "patrol:phone"}
    declare_kind(KIND, FieldKind(**words, take=_take, place=_place, lines=_lines, pull=pages.walked))
