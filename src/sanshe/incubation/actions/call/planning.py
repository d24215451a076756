"""Before the call: the plan of a batch, its criteria and conditions, the wording of the call."""

import datetime
from collections.abc import Mapping, Sequence
from typing import Any

from django.db import transaction

from sanshe.core.kit.access import Actor
from sanshe.core.kit.refused import insist
from sanshe.core.rows.actions import change, record
from sanshe.incubation.actions.call.batch import PLAN_DAYS, draft_call, state_conditions
from sanshe.incubation.enums.call.batch import BatchEvent as E
from sanshe.incubation.enums.call.batch import BatchRefusal as R
from sanshe.incubation.enums.call.batch import CallState
from sanshe.incubation.models import Batch, Call, Criterion
from sanshe.incubation.queries.call import batch as queries
from sanshe.incubation.rules.call import batch as rules


def _insist_open(batch: Batch) -> None:
    """Nothing that the call says changes once it is approved or out."""
    states = set(batch.calls.values_list("state", flat=True))
    was_published = bool(states & {CallState.PUBLISHED, CallState.REPLACED})
    insist(rules.refusal_to_edit_plan(was_published=was_published, is_approved=CallState.APPROVED in states))


@transaction.atomic
def change_plan(*, batch: Batch, version: int, by: Actor, at: datetime.datetime, **fields: Any) -> None:
    """Other dates, places, sides or capacities, as the batch was read."""
    _insist_open(batch)
    insist(rules.refusal_of_plan(**{name: fields[name] for name in PLAN_DAYS}))
    insist(rules.refusal_of_sides(fields["panel_sides"]))
    insist(None if batch.version == version else R.STALE)
    old = {name: getattr(batch, name) for name in fields}
    change(batch, refused=R.STALE, **fields)
    changed = {name: value for name, value in fields.items() if old[name] != value}
    record(E.CHANGED, batch, by=by, at=at, **changed)


@transaction.atomic
def set_rubric(*, batch: Batch, criteria: Sequence[tuple[str, str, int]], by: Actor, at: datetime.datetime) -> None:
    """Put other criteria in place: (name, what it says, most points)."""
    _insist_open(batch)
    insist(rules.refusal_of_rubric([points for _name, _says, points in criteria]))
    if criteria == [(one.name, one.says, one.points) for one in queries.criteria(batch)]:
        return
    change(batch, refused=R.STALE)
    batch.criteria.all().delete()
    Criterion.objects.bulk_create(
        Criterion(batch=batch, no=i, name=name, says=says, points=points, anchors=list(rules.ANCHORS))
        for i, (name, says, points) in enumerate(criteria, start=1)
    )
    record(E.RUBRIC_SET, batch, by=by, at=at, criteria=[[name, points] for name, _says, points in criteria])


@transaction.atomic
def set_conditions(*, batch: Batch, texts: Sequence[str], by: Actor, at: datetime.datetime) -> None:
    """Put other conditions in place; the screening knows no ground but these."""
    _insist_open(batch)
    insist(rules.refusal_of_conditions(texts))
    if list(texts) == [one.text for one in queries.rules_of(batch)]:
        return
    change(batch, refused=R.STALE)
    batch.rules.all().delete()
    state_conditions(batch, texts)
    record(E.CONDITIONS_SET, batch, by=by, at=at, conditions=list(texts))


@transaction.atomic
def redraft_call(*, call: Call, version: int, by: Actor, at: datetime.datetime, **fields: Any) -> None:
    """Another wording of a draft, as it was read. `fields`: number, opens_on, closes_on, content."""
    insist(rules.refusal_to_redraft(state=CallState(call.state)))
    batch: Mapping[str, Any] = {"screening_until": call.batch.screening_until, "panel_on": call.batch.panel_on}
    insist(rules.refusal_of_dates(opens=fields["opens_on"], closes=fields["closes_on"], **batch))
    insist(None if call.version == version else R.STALE)
    change(call, refused=R.STALE, **fields, drafted_at=at, drafted_by=by.id)
    record(E.REDRAFTED, call, by=by, at=at, opens_on=call.opens_on, closes_on=call.closes_on)


@transaction.atomic
def write_call(
    *,
    batch: Batch,
    call: Call | None,
    version: int,
    wording: Mapping[str, Any],
    criteria: Sequence[tuple[str, str, int]],
    conditions: Sequence[str],
    by: Actor,
    at: datetime.datetime,
) -> Call:
    """The whole call in one act: criteria, conditions and a first or another wording; all or nothing."""
    set_rubric(batch=batch, criteria=criteria, by=by, at=at)
    set_conditions(batch=batch, texts=conditions, by=by, at=at)
    if call is None:
        return draft_call(batch=batch, **wording, by=by, at=at)
    redraft_call(call=call, version=version, **wording, by=by, at=at)
    return call
