"""What each role has to do while organisations are in incubation."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any
from uuid import UUID

from sanshe.core.calendar.types import Due
from sanshe.core.kit import shanghai
from sanshe.core.kit.access import Actor
from sanshe.incubation.enums.access import P
from sanshe.incubation.enums.agreement.agreement import AgreementState
from sanshe.incubation.enums.stay.drafting import PaperState
from sanshe.incubation.models import Agreement, Batch, Entry
from sanshe.incubation.queries.stay import plan, report, resource, stay, supervision, support, training

Item = tuple[str, str, str, dict[str, Any], Due | None, Any]


def waiting(actor: Actor, at: datetime) -> Iterator[Item]:
    """For the centre, batch by batch."""
    for batch in stay.batches_with_entries(actor)[:5]:
        yield from _papers(actor, batch)
        inside = list(stay.in_batch(batch))
        yield from _plans(actor, batch, inside)
        yield from _trainings(actor, batch, at)
        yield from _talks(actor, batch)
        yield from _given(actor, batch)
        yield from _reports(actor, batch, inside, at)


def _papers(actor: Actor, batch: Batch) -> Iterator[Item]:
    if actor.may(P.AGREEMENT_ARCHIVE):
        signed = Agreement.objects.filter(place__batch=batch, state=AgreementState.SIGNED)
        if n := signed.filter(archived_at=None).count():
            yield "archive", batch.name, "agreements", {"b": batch.pk}, None, n


def _plans(actor: Actor, batch: Batch, inside: list[Entry]) -> Iterator[Item]:
    if not actor.may(P.PLAN_JUDGE):
        return
    rows = [(one, plan.plan_of(one)) for one in inside]
    waited = [one for one, row in rows if row is None or row.handed_at is None]
    if dues := sorted((due.day, due) for one in waited if (due := plan.due(one))):
        yield "plans", batch.name, "entries", {"b": batch.pk}, dues[0][1], len(dues)
    yield from _first("plan_judge", batch, [one.pk for one, row in rows if row and row.state == PaperState.SUBMITTED])


def _first(kind: str, batch: Batch, waiting: list[UUID], due: Due | None = None) -> Iterator[Item]:
    """One line with how many there are; it opens the first of them where the work is done."""
    if waiting:
        yield kind, batch.name, "entry", {"pk": waiting[0]}, due, len(waiting)


def _trainings(actor: Actor, batch: Batch, at: datetime) -> Iterator[Item]:
    if not actor.may(P.TRAINING_MANAGE):
        return
    for one in training.to_record(batch, at)[:5]:
        yield "training_record", batch.name, "training", {"pk": one.pk}, None, one.title
    for one in training.to_come(batch, at)[:3]:
        yield "training", batch.name, "training", {"pk": one.pk}, training.begins(one), one.title


def _talks(actor: Actor, batch: Batch) -> Iterator[Item]:
    if not actor.may(P.SUPERVISION_RECORD):
        return
    waiting_for = list(supervision.without(batch))
    if waiting_for:
        first = min((supervision.first_due(one) for one in waiting_for), key=lambda due: due.day)
        yield from _first("talk_first", batch, [one.pk for one in waiting_for], first)
    for one in supervision.to_follow().filter(entry__batch=batch)[:5]:
        due = supervision.follow_due(one)
        yield "talk_follow", one.entry.organisation.name, "entry", {"pk": one.entry_id}, due, one.follow_up


def _given(actor: Actor, batch: Batch) -> Iterator[Item]:
    if actor.may(P.RESOURCE_MANAGE):
        yield from _first("link", batch, resource.proposed(batch))
        yield from _first("desk", batch, support.desks_left(batch))
    if actor.may(P.RECEIPT_CHECK):
        yield from _first("receipt", batch, support.to_check(batch, actor))


def _reports(actor: Actor, batch: Batch, inside: list[Entry], at: datetime) -> Iterator[Item]:
    """What is not here, by due day: one line for each day, so that an old one does not hide behind the next."""
    if not actor.may(P.REPORT_JUDGE):
        return
    kept = report.of_batch(batch)
    missing = [one for entry in inside for one in report.owed(entry, at, kept.get(entry.pk, {}))]
    for day in sorted({one.period.ends for one in missing}):
        same = [one for one in missing if one.period.ends == day]
        yield "reports", batch.name, "entries", {"b": batch.pk}, same[0].period.due, (same[0].period.no, len(same))
    handed = [row for rows in kept.values() for row in rows.values() if row.state == PaperState.SUBMITTED]
    yield from _first(
        "report_judge", batch, [row.entry_id for row in sorted(handed, key=lambda row: row.handed_at or row.saved_at)]
    )


def own(entry: Entry, at: datetime) -> Iterator[Item]:
    """For who acts for this organisation."""
    row, name = plan.plan_of(entry), entry.organisation.name
    where = {"pk": entry.pk}
    if row is None or row.state == PaperState.DRAFT:
        if due := plan.due(entry):
            yield "plan", entry.batch.name, "plan_form", where, due, name
    elif row.state == PaperState.RETURNED:
        yield "plan_back", entry.batch.name, "plan_form", where, None, name
    for one in training.invitations(entry, at)[:3]:
        yield "come", entry.batch.name, "stay", where, training.begins(one.training), one.training.title
    for slot in report.slots(entry, shanghai.day(at)):
        address = {**where, "no": slot.period.no}
        if not slot.is_here:
            yield "report", entry.batch.name, "report_form", address, slot.period.due, slot.period.no
        elif slot.row and slot.row.state == PaperState.RETURNED:
            yield "report_back", entry.batch.name, "report_form", address, None, slot.period.no
