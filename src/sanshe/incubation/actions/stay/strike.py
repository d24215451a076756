"""Striking what was entered wrongly: the row keeps what it said, the record why, and every figure is counted anew."""

import datetime
from typing import Any

from django.db import transaction
from django.db.models import F

from sanshe.core.audit import actions as audit
from sanshe.core.kit import shanghai
from sanshe.core.kit.access import Actor
from sanshe.core.kit.refused import Refused, insist
from sanshe.incubation.enums.stay.strike import StrikeEvent as E
from sanshe.incubation.enums.stay.strike import StrikeRefusal as R
from sanshe.incubation.enums.stay.strike import Struck
from sanshe.incubation.enums.stay.support import ReceiptState
from sanshe.incubation.models import DeskUse, Milestone, Receipt, SupportGrant
from sanshe.incubation.queries.stay import strike as queries
from sanshe.incubation.rules.stay import strike as rules

SAID = {
    Struck.SUPERVISION: ("held_on", "quarters", "function", "agreed", "follow_up", "follow_up_on"),
    Struck.LINK: ("from_name", "to_name", "what", "quarters", "goods", "cents", "linked_on", "ended_on"),
    Struck.DESK: ("no", "room", "from_on", "released_on"),
    Struck.GRANT: ("cents", "purpose", "given_on"),
    Struck.RECEIPT: ("cents", "what", "spent_on", "state"),
    Struck.MILESTONE: ("no", "done_on", "evidence"),
}


@transaction.atomic
def strike(*, sort: Struck, row: Any, reason: str, by: Actor, at: datetime.datetime) -> None:
    """Strike one recorded fact. A milestone is open again; a desk is free; the money of a receipt is there again."""
    stands = row.done_on is not None if sort == Struck.MILESTONE else row.struck_at is None
    accounted = sort == Struck.GRANT and row.spent > 0
    insist(rules.refusal_to_strike(stands=stands, reason=reason, accounted=accounted))
    old = {name: getattr(row, name) for name in SAID[sort]}
    if sort == Struck.MILESTONE:
        _reopen(row)
    else:
        _strike(sort, row, reason.strip()[:200], by, at)
    one = queries.SORTS[sort]
    told = {"kind": one.kind, "subject": getattr(row, one.subject), "area_path": row.area_path, "by": by, "at": at}
    audit.record(event=E.STRUCK, old=old, note=reason.strip()[:200], **told)


def _reopen(row: Milestone) -> None:
    said = {"done_on": None, "evidence": "", "noted_at": None, "noted_by": None}
    if Milestone.objects.filter(pk=row.pk, done_on=row.done_on).update(**said) != 1:
        raise Refused(R.STRUCK_ALREADY)


def _strike(sort: Struck, row: Any, reason: str, by: Actor, at: datetime.datetime) -> None:
    """Conditional on what was read: of two at once one strikes, and money on which a receipt has just come is kept."""
    as_read = {"spent": 0} if sort == Struck.GRANT else {"state": row.state} if sort == Struck.RECEIPT else {}
    struck = {"struck_at": at, "struck_by": by.id, "struck_why": reason}
    if type(row).objects.filter(pk=row.pk, **as_read).update(**struck) != 1:
        raise Refused(R.STRUCK_ALREADY)
    if sort == Struck.DESK:
        DeskUse.every.filter(pk=row.pk, released_on=None).update(released_on=shanghai.day(at))
    if sort == Struck.RECEIPT and row.state != ReceiptState.REFUSED:
        _give_back(row)


def _give_back(row: Receipt) -> None:
    """What it accounted for is to be accounted for again."""
    SupportGrant.objects.filter(pk=row.grant_id).update(spent=F("spent") - row.cents)
