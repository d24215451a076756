"""The draft of a frame, and the changes of a frozen one, as they are read."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Count

from sanshe.core.areas.enums import PremisesKind
from sanshe.core.areas.phrases import PREMISES_KINDS
from sanshe.core.areas.queries import name_of
from sanshe.core.areas.queries.premises import called_by_id
from sanshe.core.kit.prefix import covers
from sanshe.core.rows.queries import within
from sanshe.patrol.models import Round
from sanshe.patrol.queries import frame as queries
from sanshe.patrol.types import Draft


@dataclass(frozen=True, slots=True)
class Line:
    """One door that came or went."""

    premises: UUID
    name: str
    place: str
    is_new: bool
    reason: str
    on: date


@dataclass(frozen=True, slots=True)
class DraftPage:
    """A frame before it is frozen, with the sum of its kinds and what is new or gone."""

    draft: Draft
    kinds: tuple[tuple[Any, int], ...]
    lines: tuple[Line, ...]


def draft(row: Round, paths: Collection[str]) -> DraftPage:
    """The sums of the whole frame; the doors that came or went in one's areas."""
    found = queries.draft(row)
    kinds = tuple((PREMISES_KINDS[kind], sum(one.kind == kind for one in found.doors)) for kind in PremisesKind)
    own = [one for one in found.changes if covers(paths, one.area_path)]
    names = called_by_id([one.premises for one in own])
    lines = tuple(
        Line(one.premises, names[one.premises], name_of(one.area_path), one.is_new, one.reason, one.on) for one in own
    )
    return DraftPage(found, kinds, lines)


def changes(row: Round, paths: Collection[str]) -> list[Line]:
    """Those of one's areas."""
    rows = [one for one in queries.frozen_changes(row) if covers(paths, one.area_path)]
    return [
        Line(one.premises_id, f"{one.premises.compound.name} {one.premises.name}", name_of(one.area_path), one.is_new,
             one.reason, one.on)
        for one in rows
    ]  # fmt: skip


def sums(row: Round, paths: Collection[str]) -> dict[str, int]:
    """How many were new and how many gone in one's areas."""
    mine = queries.frozen_changes(row).filter(within(paths))
    counted = dict(mine.order_by().values_list("is_new").annotate(n=Count("pk")))
    return {"new": counted.get(True, 0), "gone": counted.get(False, 0)}
