"""Trainings: planned with everybody in incubation invited, recorded from the sign sheet, called off."""

import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from sanshe.core.kit.access import Actor
from sanshe.core.kit.refused import insist
from sanshe.core.kit.shanghai import local, short
from sanshe.core.rows import actions as rows
from sanshe.incubation.actions.letters import send_to_entry
from sanshe.incubation.enums.stay.training import TrainingEvent as E
from sanshe.incubation.enums.stay.training import TrainingRefusal as R
from sanshe.incubation.enums.stay.training import TrainingState as S
from sanshe.incubation.models import Attendance, Batch, Training
from sanshe.incubation.queries.stay.stay import in_batch
from sanshe.incubation.rules.stay import training as rules

KIND = "incubation.training"


@transaction.atomic
def plan(
    *,
    batch: Batch,
    title: str,
    place: str,
    starts_at: datetime.datetime | None,
    quarters: int | None,
    by: Actor,
    at: datetime.datetime,
    trainer: str = "",
) -> Training:
    """Plan one and invite everybody who is in incubation of the batch now."""
    invited = list(in_batch(batch))
    said = {"title": title, "place": place, "starts_at": starts_at, "quarters": quarters}
    insist(rules.refusal_to_plan(**said, invited=len(invited)))
    made = {"planned_at": at, "planned_by": by.id, "area_path": batch.area_path, "trainer": trainer}
    row = Training.objects.create(batch=batch, **said, **made)
    Attendance.objects.bulk_create(Attendance(training=row, entry=one) for one in invited)
    rows.record(E.PLANNED, row, by=by, at=at, title=title, starts_at=starts_at, invited=len(invited))
    _invite(row, invited, by, at)
    return row


def _invite(row: Training, invited: list[Any], by: Actor, at: datetime.datetime) -> None:
    when = local(row.starts_at)
    said = {"title": row.title, "place": row.place, "when": f"{short(when)} {when:%H:%M}"}
    for one in invited:
        send_to_entry(one, "incubation.training", said, by, at, f"training:{row.pk}:{one.pk}")


@transaction.atomic
def record(*, training: Training, counts: dict[UUID, int], by: Actor, at: datetime.datetime) -> Training:
    """Heads by organisation from the sign sheet; who is not in it did not come. Again is a correction, on record."""
    facts = {"state": S(training.state), "starts_at": training.starts_at, "at": at}
    insist(rules.refusal_to_record(**facts, counts=counts))
    sheet = list(training.attendances.all())
    old = {str(one.entry_id): one.people for one in sheet}
    for one in sheet:
        one.people = counts.get(one.entry_id, 0)
    is_first = training.state == S.PLANNED
    rows.move(training, S.HELD, refused=R.MOVE_NOT_ALLOWED, recorded_at=at, recorded_by=by.id)
    Attendance.objects.bulk_update(sheet, ["people"])
    new = {str(one.entry_id): one.people for one in sheet}
    event, was = (E.HELD, {}) if is_first else (E.CORRECTED, old)
    rows.record(event, training, by=by, at=at, old=was, **new)
    return training


@transaction.atomic
def call_off(*, training: Training, reason: str, by: Actor, at: datetime.datetime) -> Training:
    insist(rules.refusal_to_call_off(state=S(training.state), reason=reason))
    rows.move(training, S.CALLED_OFF, refused=R.MOVE_NOT_ALLOWED, reason=reason.strip())
    rows.record(E.CALLED_OFF, training, by=by, at=at, reason=reason.strip())
    for one in training.attendances.select_related("entry__organisation"):
        said = {"title": training.title, "reason": reason.strip()}
        send_to_entry(one.entry, "incubation.training_off", said, by, at, f"training_off:{training.pk}:{one.entry_id}")
    return training
