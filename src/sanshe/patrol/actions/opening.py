"""Findings that visits open, or add to."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction

from sanshe.core.calendar.queries import workdays
from sanshe.core.kit import shanghai
from sanshe.core.kit.access import Actor
from sanshe.core.rows.actions import change, record
from sanshe.core.serials.actions import next_numbers
from sanshe.patrol.enums import FINDS, OPEN, E, FindingState, Result
from sanshe.patrol.models import Finding, Round, Visit
from sanshe.patrol.rules import finding as rules


def open_findings(row: Round, made: Sequence[Visit], *, by: Actor, at: datetime) -> None:
    """What was seen opens a finding, or adds to the one of its door and class that is open: one by one, in order."""
    for visit in sorted(
        (one for one in made if one.result in FINDS), key=lambda one: (one.went_at, one.device, one.seq)
    ):
        found = _corrected(visit) or _open_at(visit)
        if found is None:
            found = _open(row, visit, by, at)
        Visit.objects.filter(pk=visit.pk).update(finding=found)
        visit.finding = found


def _corrected(visit: Visit) -> Finding | None:
    """The finding that the corrected visit opened says what the correction says, while nobody acted on it."""
    if not visit.corrects_id:
        return None
    found = Finding.objects.filter(opening=visit.corrects_id, state=FindingState.FOUND).first()
    if found is None or _open_at(visit) not in (None, found):
        return None
    return change(found, result=visit.result, kg=visit.kg)


def _open_at(visit: Visit) -> Finding | None:
    return Finding.objects.filter(premises=visit.premises_id, result=visit.result, state__in=OPEN).first()


def _open(row: Round, visit: Visit, by: Actor, at: datetime) -> Finding:
    day = shanghai.day(visit.went_at)
    number = next_numbers(series=f"patrol.finding:{row.programme_id}", n=1)[0]
    said: dict[str, Any] = {
        "result": Result(visit.result),
        "kg": visit.kg,
        "found_at": visit.went_at,
        "reopens": reopened(visit),
    }
    said |= {"due_on": workdays().add_workdays(day, rules.TERMS[Result(visit.result)]), "number": number}
    try:
        with transaction.atomic():
            found = Finding.objects.create(
                programme_id=row.programme_id, round=row, premises_id=visit.premises_id, area_path=visit.area_path,
                opening=visit, found_by=by.id, **said,
            )  # fmt: skip
    except IntegrityError:  # another device opened it just now
        there = _open_at(visit)
        if there is None:
            raise
        return there
    told = {"number": found.name, "result": found.result, "kg": found.kg, "due_on": found.due_on}
    record(E.FOUND, found, by=by, at=at, **told, reopens=found.reopens.name if found.reopens else "")
    return found


def reopened(visit: Visit) -> Finding | None:
    """The finding that was closed last at this door, when this is a rebound."""
    rows = Finding.objects.filter(premises=visit.premises_id, state=FindingState.CLOSED)
    last = rows.filter(ended_at__lte=visit.went_at).order_by("-ended_at").first()
    if last is None or last.ended_at is None:
        return None
    found_on, closed_on = shanghai.day(visit.went_at), shanghai.day(last.ended_at)
    since = visit.premises.occupied_since
    return last if rules.is_rebound(found_on=found_on, closed_on=closed_on, occupied_since=since) else None
