"""Programmes: opened, and closed when all their rounds are."""

from datetime import date, datetime

from django.db import transaction

from sanshe.core.kit.access import Actor
from sanshe.core.kit.refused import insist
from sanshe.core.rows.actions import move, record
from sanshe.patrol.enums import E, ProgrammeState, RoundState
from sanshe.patrol.models import Programme
from sanshe.patrol.rules import season as rules


@transaction.atomic
def open_programme(
    *, area_path: str, name: str, starts_on: date, ends_on: date, scope_note: str = "", by: Actor, at: datetime
) -> Programme:
    """A programme for one season at a place."""
    insist(rules.refusal_to_open(name=name, starts_on=starts_on, ends_on=ends_on))
    said = {"name": name.strip(), "starts_on": starts_on, "ends_on": ends_on, "scope_note": scope_note.strip()}
    row = Programme.objects.create(area_path=area_path, opened_at=at, opened_by=by.id, **said)
    record(E.PROGRAMME_OPENED, row, by=by, at=at, **said)
    return row


@transaction.atomic
def close_programme(*, programme: Programme, by: Actor, at: datetime) -> Programme:
    """The season is over."""
    insist(rules.refusal_to_close(open_rounds=programme.rounds.exclude(state=RoundState.CLOSED).count()))
    move(programme, ProgrammeState.CLOSED)
    record(E.PROGRAMME_CLOSED, programme, by=by, at=at)
    return programme
