"""Applications: written as typed, handed in once, on paper over the desk, or from a sheet."""

import datetime
import json
from uuid import UUID

from django.db import transaction

from sanshe.core.figures.actions import count
from sanshe.core.kit import same
from sanshe.core.kit.access import Actor
from sanshe.core.kit.refused import Refused, insist
from sanshe.core.parties.rules import code_fault, tidied
from sanshe.core.receipts.actions import outlive
from sanshe.core.rows.actions import change, move, record
from sanshe.core.search import actions as search
from sanshe.core.serials.actions import next_number
from sanshe.core.sheets.rules import SEEN, is_stale, marked
from sanshe.incubation.actions.call.belonging import belong
from sanshe.incubation.enums.call.application import ApplicationEvent as E
from sanshe.incubation.enums.call.application import ApplicationRefusal as R
from sanshe.incubation.enums.call.application import ApplicationState as S
from sanshe.incubation.models import Application, Batch
from sanshe.incubation.queries.call.application import KIND, private_of, slots_filled, values_of, written_at
from sanshe.incubation.queries.call.batch import standing_call, window
from sanshe.incubation.queries.panel.panel import drawn_at
from sanshe.incubation.queries.search import application_entry
from sanshe.incubation.rules.call import application as rules

COLUMNS = ("name", "registration", "credit_code", "field")


@transaction.atomic
def start(*, batch: Batch, by: Actor, at: datetime.datetime, pk: UUID | None = None) -> Application:
    """Begin a draft, or go on with the one this person has. Only while the call is open."""
    call = standing_call(batch)
    opens, closes = window(call) if call else (at + datetime.timedelta(1), at)
    if at < opens or at >= closes:
        raise Refused(R.LATE if call and at >= closes else R.NOT_OPEN)
    found = Application.objects.filter(batch=batch, owner=by.id, state=S.DRAFT).first()
    return found or new_draft(batch, by.id, at, pk)


def new_draft(batch: Batch, owner: UUID | None, at: datetime.datetime, pk: UUID | None = None) -> Application:
    """An empty draft under the next draft code; without an owner it is the desk's."""
    code = f"C-{next_number(series=f'incubation.draft.{batch.pk}')}"
    ids = {"id": pk} if pk else {}
    where = {"batch": batch, "area_path": batch.area_path, "owner": owner}
    return Application.objects.create(**ids, **where, draft_code=code, saved_at=at)


@transaction.atomic
def save_field(
    *,
    application: Application,
    field: str,
    value: str,
    version: int,
    at: datetime.datetime,
    noted_at: datetime.datetime | None = None,
) -> Application:
    """Keep one field as typed. Another device's change of the same field since `version` is refused as STALE; of other
    fields it is not, for a phone and a computer may write side by side."""
    insist(rules.refusal_of_value(field, value), field=field)
    insist(None if application.state in (S.DRAFT, S.RETURNED) else R.NOT_DRAFT)
    kept = values_of(application)
    if kept.get(field, "") == value:
        return application
    if is_stale(application.fields, field, version):
        raise Refused(R.STALE, field=field, theirs=kept.get(field, ""), yours=value)
    return _keep(application, {field: value}, at, noted_at)


@transaction.atomic
def fill(*, application: Application, values: dict[str, str], at: datetime.datetime) -> Application:
    """Keep many fields at once: a whole page sent without scripts, a row of a sheet."""
    for field, value in values.items():
        insist(rules.refusal_of_value(field, value), field=field)
    insist(None if application.state in (S.DRAFT, S.RETURNED) else R.NOT_DRAFT)
    return _keep(application, values, at, None)


def _keep(
    row: Application, values: dict[str, str], at: datetime.datetime, noted_at: datetime.datetime | None
) -> Application:
    private, fields = private_of(row), {**row.fields, SEEN: marked(row.fields, values, row.version)}
    for code, value in values.items():
        (private if rules.BY_CODE[code].is_personal else fields)[code] = value
    columns = {code: fields.get(code, "") for code in COLUMNS}
    columns["same_name"] = same.name(columns["name"])
    columns["credit_code"] = tidied(columns["credit_code"])[:18]
    if row.state == S.RETURNED:  # whose it is was settled when it was received, and is settled anew when it comes back
        del columns["credit_code"]
    said = {"fields": fields, "private": json.dumps(private, ensure_ascii=False), **columns}
    change(row, refused=R.STALE, **said, saved_at=max(at, row.saved_at), noted_at=noted_at)
    return row


def submit(*, application: Application, by: Actor, at: datetime.datetime, truthful: bool = False) -> Application:
    """Hand it in: it gets its number and its organisation; `truthful` is what was ticked beside the button. Too late is
    refused, put on record, and the draft stays. What was written later than the button was pressed (behind a 503)
    counts from when it was written."""
    counts = max(at, written_at(application))
    try:
        return _submit(application, counts, truthful, by, at)
    except Refused as refused:
        if refused.code == R.LATE:
            outlive(lambda: _note_late(application.pk, by, counts))
        raise


def undertake(application: Application, truthful: bool, at: datetime.datetime) -> None:
    """What was ticked beside the button is kept with the form."""
    if truthful and application.state in (S.DRAFT, S.RETURNED):
        fill(application=application, values={"truthful": "yes"}, at=at)


@transaction.atomic
def _note_late(pk: UUID, by: Actor, at: datetime.datetime) -> None:
    application = Application.objects.get(pk=pk)  # as it stands behind the rollback
    if application.late_at is None:
        change(application, refused=R.STALE, late_at=at)
        record(E.LATE, application, by=by, at=at, draft=application.draft_code)


@transaction.atomic
def _submit(
    application: Application, counts: datetime.datetime, truthful: bool, by: Actor, at: datetime.datetime
) -> Application:
    undertake(application, truthful, at)
    call = standing_call(application.batch)
    opens, closes = window(call) if call else (counts + datetime.timedelta(1), counts)
    left = len(rules.missing(values_of(application), slots_filled(application)))
    said = {"state": S(application.state), "opens": opens, "closes": closes, "at": counts}
    insist(rules.refusal_to_submit(**said, left=left), left=left, counts=counts)
    return receive(application=application, received=at, by=by, at=at)


@transaction.atomic
def receive(
    *, application: Application, received: datetime.datetime, by: Actor, at: datetime.datetime, event: E = E.SUBMITTED
) -> Application:
    """Give it its number and its organisation. A number stays, also when it is taken back and sent again."""
    insist_sound(application)
    serial = application.serial or next_number(series=f"incubation.application.{application.batch_id}")
    number = rules.number_of(application.batch.no, serial)
    given = {"serial": serial, "number": number, "submitted_at": received}
    given |= belong(application=application, number=number, by=by, at=at)
    is_first = application.serial is None
    move(application, S.SUBMITTED, refused=R.MOVE_NOT_ALLOWED, **given)
    record(event, application, by=by, at=at, number=number, received_at=received)
    search.index_all([application_entry(application)])
    if is_first:
        count(key="incubation.received", area_path=application.area_path, n=1, at=at)
    return application


def insist_sound(application: Application) -> None:
    """What every door asks before anything is taken in: whole telephones and counts, the code of a registered one."""
    for field, why in rules.wrong(values_of(application)).items():
        raise Refused(why, field=field)
    typed = tidied(application.fields.get("credit_code", ""))  # the column waits until it comes back
    if application.registration == rules.REGISTERED and (fault := code_fault(typed)):
        raise Refused(fault.code, **fault.facts)


@transaction.atomic
def take_back(*, application: Application, by: Actor, at: datetime.datetime) -> None:
    """Back to the draft to change it, while the call is open; the number stays reserved."""
    call = standing_call(application.batch)
    closes = window(call)[1] if call else at
    insist(rules.refusal_to_take_back(state=S(application.state), closes=closes, at=at))
    move(application, S.DRAFT, refused=R.STALE)
    search.forget(kind=KIND, object_id=application.pk)
    record(E.TAKEN_BACK, application, by=by, at=at, number=application.number)


@transaction.atomic
def withdraw(*, application: Application, by: Actor, at: datetime.datetime) -> None:
    """Give it up, for good: it is judged no more, and its number stays with it."""
    is_drawn = drawn_at(application.batch) is not None
    insist(rules.refusal_to_withdraw(state=S(application.state), is_drawn=is_drawn))
    move(application, S.WITHDRAWN, refused=R.MOVE_NOT_ALLOWED, withdrawn_at=at)
    record(E.WITHDRAWN, application, by=by, at=at, number=application.number)


@transaction.atomic
def show(*, application: Application, by: Actor, at: datetime.datetime) -> None:
    """Somebody looks at what is masked: on record first."""
    record(E.SHOWN, application, by=by, at=at)
