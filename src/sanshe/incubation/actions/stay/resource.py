"""Links among the five: proposed, made, ended."""

import datetime

from django.db import transaction

from sanshe.core.kit import shanghai
from sanshe.core.kit.access import Actor
from sanshe.core.kit.refused import insist
from sanshe.core.rows.actions import move, record
from sanshe.incubation.enums.stay.resource import Five, LinkState
from sanshe.incubation.enums.stay.resource import ResourceEvent as E
from sanshe.incubation.enums.stay.resource import ResourceRefusal as R
from sanshe.incubation.models import Entry, ResourceLink
from sanshe.incubation.rules.stay import resource as rules

KIND = "incubation.link"


@transaction.atomic
def propose(
    *,
    entry: Entry,
    from_kind: Five,
    from_name: str,
    to_kind: Five,
    to_name: str,
    what: str,
    by: Actor,
    at: datetime.datetime,
    quarters: int | None = None,
    goods: str = "",
    cents: int | None = None,
    is_amount_wrong: bool = False,
) -> ResourceLink:
    """Say who could bring what to whom; an amount is never needed."""
    ends = {"from_kind": from_kind, "from_name": from_name.strip(), "to_kind": to_kind, "to_name": to_name.strip()}
    insist(rules.refusal_to_propose(**ends, what=what, is_amount_wrong=is_amount_wrong))
    said = {**ends, "what": what.strip(), "quarters": quarters, "goods": goods.strip(), "cents": cents}
    made = {"proposed_at": at, "proposed_by": by.id, "area_path": entry.area_path}
    row = ResourceLink.objects.create(entry=entry, **said, **made)
    record(E.PROPOSED, row, by=by, at=at, **said)
    return row


@transaction.atomic
def link(*, row: ResourceLink, on: datetime.date, by: Actor, at: datetime.datetime) -> None:
    insist(rules.refusal_of_day(on=on, today=shanghai.day(at)))
    move(row, LinkState.LINKED, linked_on=on)
    record(E.LINKED, row, by=by, at=at, linked_on=on)


@transaction.atomic
def end(*, row: ResourceLink, on: datetime.date, words: str, by: Actor, at: datetime.datetime) -> None:
    """It is over, or never came about; how it went is said."""
    insist(None if words.strip() else R.NO_WORDS)
    insist(rules.refusal_of_day(on=on, today=shanghai.day(at)))
    move(row, LinkState.ENDED, ended_on=on, words=words.strip())
    record(E.ENDED, row, by=by, at=at, ended_on=on, words=words.strip())
