"""The values of the pages of consents: who agreed to what, and one's own request."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sanshe.core.calendar.queries import clock
from sanshe.core.calendar.types import Clock, Due
from sanshe.core.consents import phrases, queries
from sanshe.core.consents.enums import Medium, R, Stage
from sanshe.core.consents.models import Consent, ConsentRequest
from sanshe.core.consents.rules import refusal_to_repeat, stage
from sanshe.core.kit import shanghai
from sanshe.core.privacy.rules import mask_name, mask_phone


@dataclass(frozen=True, slots=True)
class Cell:
    """One medium of a person. `pill` is how its state looks; None is a medium that nobody asked about."""

    medium: Any
    stage: Any
    pill: str
    row: Consent | None = None
    is_given: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A person and their media, as they were asked last."""

    name: str
    part: str
    cells: tuple[Cell, ...]
    requests: tuple[ConsentRequest, ...]


@dataclass(frozen=True, slots=True)
class Wait:
    """A request that waits for its answer. `again` is the day before which nobody asks again."""

    row: ConsentRequest
    name: str
    media: str
    clock: Clock
    again: str


PILLS = {
    Stage.WAITING: "due",
    Stage.SILENT: "over",
    Stage.GIVEN: "done",
    Stage.DECLINED: "off",
    Stage.WITHDRAWN: "off",
    Stage.REPLACED: "off",
    Stage.EXPIRED: "off",
}


def lines(rows: Iterable[ConsentRequest], at: datetime) -> list[Line]:
    """Everybody who was asked in a matter; a later request hides an earlier one about the same medium."""
    found: dict[UUID, list[ConsentRequest]] = {}
    for row in rows:
        found.setdefault(row.person, []).append(row)
    return [_line(several, at) for several in found.values()]


def _line(rows: list[ConsentRequest], at: datetime) -> Line:
    latest = {Medium(one.medium): one for row in rows for one in row.consents.all()}
    cells = tuple(_cell(medium, latest.get(medium), at) for medium in Medium)
    return Line(name_of(rows[-1]), rows[-1].part, cells, tuple(rows))


def _cell(medium: Medium, row: Consent | None, at: datetime) -> Cell:
    if row is None:
        return Cell(phrases.MEDIA[medium], "", "")
    found = stage(row.life, at=at)
    return Cell(phrases.MEDIA[medium], phrases.STAGES[found], PILLS[found], row, found == Stage.GIVEN)


def name_of(row: ConsentRequest) -> str:
    person = queries.person_of(row)
    return mask_name(person.name) if person else ""


def waits(rows: Iterable[ConsentRequest], at: datetime) -> list[Wait]:
    """Requests about which the answer is still to come."""
    return [_wait(row, media, at) for row in rows if (media := queries.open_media(row, at))]


def _wait(row: ConsentRequest, media: list[Consent], at: datetime) -> Wait:
    words = "、".join(str(phrases.MEDIA[Medium(one.medium)]) for one in media)
    found = queries.earlier(row.kind, row.subject, row.person, Medium(media[0].medium))
    lately = found is not None and refusal_to_repeat(found[1], at=at) == R.ASKED_LATELY
    again = shanghai.short(shanghai.day(row.asked_at)) if lately else ""
    shown = clock(str(phrases.STAGES[Stage.WAITING]), opens=row.asked_at, due=Due(row.answer_by), now=at)
    return Wait(row, name_of(row), words, shown, again)


def own(row: ConsentRequest, at: datetime) -> dict[str, Any]:
    """What one's own page shows."""
    person = queries.person_of(row)
    return {
        "row": row,
        "name": mask_name(person.name) if person else "",
        "phone": mask_phone(person.phone) if person else "",
        "label": queries.USES[row.kind].label,
        "cells": [_cell(Medium(one.medium), one, at) for one in row.consents.select_related("request")],
    }


def media(row: ConsentRequest, at: datetime) -> list[Medium]:
    """What waits for an answer."""
    return [Medium(one.medium) for one in queries.open_media(row, at)]
