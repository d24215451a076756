"""The desk's book: a numbered line for each paper, a scan, a second person, and the entry made from it."""

import datetime
from uuid import UUID

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from sanshe.core.files import actions as files
from sanshe.core.kit.access import Actor
from sanshe.core.kit.refused import Refused, insist
from sanshe.core.rows.actions import change, record
from sanshe.core.serials.actions import next_number
from sanshe.incubation.actions.call.application import fill, new_draft, receive
from sanshe.incubation.enums.call.application import ApplicationEvent as E
from sanshe.incubation.enums.call.application import ApplicationRefusal as R
from sanshe.incubation.enums.call.application import Channel
from sanshe.incubation.models import Application, Batch, DeskReceipt
from sanshe.incubation.queries.call.batch import standing_call, window
from sanshe.incubation.rules.call import application as rules

KIND = "incubation.receipt"


@transaction.atomic
def note_receipt(
    *,
    batch: Batch,
    name: str,
    received_at: datetime.datetime,
    by: Actor,
    at: datetime.datetime,
    witnessed_by: UUID | None = None,
    scan: UUID | None = None,
) -> DeskReceipt:
    """A line in the book: who handed in on paper, and when; refused when that was outside the call's days."""
    call = standing_call(batch)
    opens, closes = window(call) if call else (at, at)
    insist(rules.refusal_to_note(received=received_at, opens=opens, closes=closes, at=at))
    if witnessed_by == by.id and by.id is not None:
        raise Refused(R.RECEIPT_UNWITNESSED)
    no = next_number(series=f"incubation.receipt.{batch.pk}")
    said = {"name": name, "received_at": received_at, "scan": scan, "witnessed_by": witnessed_by}
    row = DeskReceipt.objects.create(batch=batch, area_path=batch.area_path, no=no, **said, received_by=by.key)
    record(E.DESK_RECEIVED, row, by=by, at=at, no=no, name=name, received_at=received_at)
    return row


@transaction.atomic
def take_in(
    *, batch: Batch, name: str, received_at: datetime.datetime, scan: UploadedFile, by: Actor, at: datetime.datetime
) -> DeskReceipt:
    """A line with its scan, kept as evidence under the line."""
    kept = files.keep(upload=scan, name=scan.name or "scan", purpose="receipt", by=by, at=at)
    row = note_receipt(batch=batch, name=name.strip(), received_at=received_at, scan=kept.pk, by=by, at=at)
    where = {"kind": KIND, "subject": row.pk, "area_path": row.area_path}
    files.attach(file=kept, slot="scan", label=row.name, by=by, at=at, **where)
    return row


@transaction.atomic
def witness(*, receipt: DeskReceipt, by: Actor, at: datetime.datetime) -> None:
    """The second person says that paper and line agree; once, and never who wrote the line."""
    insist(rules.refusal_to_witness(wrote=receipt.received_by == by.id, witnessed=receipt.witnessed_by is not None))
    if not DeskReceipt.objects.filter(pk=receipt.pk, witnessed_by=None).update(witnessed_by=by.id):
        raise Refused(R.RECEIPT_WITNESSED)
    record(E.WITNESSED, receipt, by=by, at=at, no=receipt.no)


@transaction.atomic
def enter_from_desk(
    *, receipt: DeskReceipt, values: dict[str, str], by: Actor, at: datetime.datetime, pk: UUID | None = None
) -> Application:
    """Enter a paper application: its time is that of the receipt, and it takes the next number."""
    facts = {"received": receipt.received_at, "entered": at, "has_number": receipt.no > 0}
    facts |= {"has_scan": receipt.scan is not None, "is_witnessed": receipt.witnessed_by is not None}
    insist(rules.refusal_of_receipt(**facts), no=receipt.no)
    row = fill(application=new_draft(receipt.batch, None, at, pk), values=values, at=at)
    change(row, refused=R.STALE, channel=Channel.DESK)
    row = receive(application=row, received=receipt.received_at, by=by, at=at, event=E.IMPORTED)
    if not DeskReceipt.objects.filter(pk=receipt.pk, application=None).update(application=row):
        raise Refused(R.RECEIPT_USED)
    return row
