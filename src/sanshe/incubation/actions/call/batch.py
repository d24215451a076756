"""Planning a batch, and its call from draft to correction."""

import datetime
from collections.abc import Sequence
from typing import Any

from django.db import IntegrityError, transaction

from sanshe.core.kit.access import Actor
from sanshe.core.kit.digest import fingerprint
from sanshe.core.kit.refused import Refused, insist
from sanshe.core.papers.queries import template
from sanshe.core.parties.models import Office
from sanshe.core.rows.actions import move as move_row
from sanshe.core.rows.actions import record
from sanshe.core.rows.rules import another
from sanshe.incubation.enums.call.batch import BatchEvent as E
from sanshe.incubation.enums.call.batch import BatchRefusal as R
from sanshe.incubation.enums.call.batch import BatchState, CallState
from sanshe.incubation.enums.duty import Duty
from sanshe.incubation.models import Batch, Call, Criterion, EligibilityRule
from sanshe.incubation.papers.call.values import TEXT
from sanshe.incubation.rules.call import batch as rules

BATCH, CALL = "incubation.batch", "incubation.call"
PLAN_DAYS = ("screening_until", "panel_on", "signing_from", "signing_to", "reserve_until")


def state_conditions(batch: Batch, texts: Sequence[str]) -> None:
    """The usual conditions carry their kind, by which the screening finds what an application shows for them."""
    EligibilityRule.objects.bulk_create(
        EligibilityRule(batch=batch, no=i, text=text, kind=rules.CONDITIONS.get(text, ""))
        for i, text in enumerate(texts, start=1)
    )


@transaction.atomic
def plan_batch(*, centre: Office, no: int, name: str, by: Actor, at: datetime.datetime, **fields: Any) -> Batch:
    """Make a batch with the usual five criteria of 20 points and six conditions; both may change until the call."""
    operator = centre.operator
    insist(rules.refusal_of_operator(credit_code=operator.credit_code if operator else ""))
    insist(rules.refusal_of_plan(**{name: fields.get(name) for name in PLAN_DAYS}))
    try:
        with transaction.atomic():
            batch = Batch.objects.create(centre=centre, no=no, name=name, area_path=centre.area_path, **fields)
    except IntegrityError as error:
        raise Refused(R.NUMBER_TAKEN, no=no) from error
    Criterion.objects.bulk_create(
        Criterion(batch=batch, no=i, name=title, says=says, anchors=list(rules.ANCHORS))
        for i, (title, says) in enumerate(rules.CRITERIA, start=1)
    )
    state_conditions(batch, [*rules.CONDITIONS])
    record(E.PLANNED, batch, by=by, at=at, no=no, name=name)
    return batch


@transaction.atomic
def draft_call(
    *,
    batch: Batch,
    number: str,
    opens_on: datetime.date,
    closes_on: datetime.date,
    content: dict[str, Any],
    by: Actor,
    at: datetime.datetime,
    reason: str = "",
) -> Call:
    """Write a version of the call; `content` are its texts, hashed with the days when it is published."""
    days = {"screening_until": batch.screening_until, "panel_on": batch.panel_on}
    insist(rules.refusal_of_dates(opens=opens_on, closes=closes_on, **days))
    said = {"opens_on": opens_on, "closes_on": closes_on, "content": content, "number": number, "reason": reason}
    version = batch.calls.count() + 1
    where = {"batch": batch, "area_path": batch.area_path, "version_no": version}
    call = Call.objects.create(**where, **said, drafted_at=at, drafted_by=by.id)
    record(E.DRAFTED, call, by=by, at=at, version=version, opens_on=opens_on, closes_on=closes_on)
    return call


@transaction.atomic
def approve_call(*, call: Call, by: Actor, at: datetime.datetime) -> None:
    """The bureau agrees; never who drafted it."""
    another(by.id, [call.drafted_by], Duty.DRAFTER)
    move_row(call, CallState.APPROVED, refused=R.STALE, approved_at=at, approved_by=by.id)
    record(E.APPROVED, call, by=by, at=at)


@transaction.atomic
def send_call_back(*, call: Call, reason: str, by: Actor, at: datetime.datetime) -> None:
    """Not like this: back to the draft, with the reason."""
    insist(None if reason.strip() else R.NO_REASON)
    move_row(call, CallState.DRAFT, refused=R.STALE, approved_at=None, approved_by=None)
    record(E.SENT_BACK, call, by=by, at=at, reason=reason)


@transaction.atomic
def publish_call(*, call: Call, by: Actor, at: datetime.datetime) -> None:
    """Make it public: rubric and text are frozen, an older version is replaced, the batch opens."""
    insist(rules.refusal_to_publish(state=CallState(call.state)))
    for old in Call.objects.filter(batch=call.batch, state=CallState.PUBLISHED):
        move_row(old, CallState.REPLACED, refused=R.STALE)
    content = {**call.content, TEXT: template("incubation.call")[0]}
    said = fingerprint({**content, "opens_on": call.opens_on, "closes_on": call.closes_on})
    when = {"published_at": at, "published_by": by.id}
    move_row(call, CallState.PUBLISHED, refused=R.STALE, content=content, content_hash=said, **when)
    record(E.AMENDED if call.version_no > 1 else E.PUBLISHED, call, by=by, at=at, hash=said, reason=call.reason)
    if call.batch.state == BatchState.PLANNED:
        move(batch=call.batch, to=BatchState.OPEN, by=by, at=at)


@transaction.atomic
def amend_call(
    *, call: Call, reason: str, closes_on: datetime.date, content: dict[str, Any], by: Actor, at: datetime.datetime
) -> Call:
    """A corrected version of a published call, to be approved and published like the first."""
    days = {"closes": closes_on, "old_closes": call.closes_on}
    insist(rules.refusal_to_amend(state=CallState(call.state), reason=reason, **days))
    dates = {"opens_on": call.opens_on, "closes_on": closes_on}
    anew = {name: value for name, value in content.items() if name != TEXT}
    return draft_call(batch=call.batch, number=call.number, content=anew, reason=reason, by=by, at=at, **dates)


@transaction.atomic
def move(*, batch: Batch, to: BatchState, by: Actor, at: datetime.datetime) -> None:
    """Take the batch to its next gate."""
    old = batch.state
    move_row(batch, to)
    record(E.MOVED, batch, by=by, at=at, state=to, was=old)


@transaction.atomic
def move_up_to(*, batch: Batch, to: BatchState, by: Actor, at: datetime.datetime) -> None:
    """Take the batch through every gate up to `to`; nothing when it is there or beyond."""
    line = list(BatchState)
    batch.refresh_from_db()
    while line.index(BatchState(batch.state)) < line.index(to):
        move(batch=batch, to=line[line.index(BatchState(batch.state)) + 1], by=by, at=at)
