"""Striking what was entered wrongly in a stay: what else follows from it."""

import datetime

from django.db import transaction
from django.db.models import F

from sanshe.core.kit import shanghai
from sanshe.core.kit.access import Actor
from sanshe.core.kit.refused import Refused, insist
from sanshe.core.rows import actions as rows
from sanshe.core.rows.enums import E
from sanshe.core.rows.enums import R as Rows
from sanshe.core.rows.models import Recorded
from sanshe.core.rows.rules import refusal_to_strike
from sanshe.incubation.enums.stay.strike import StrikeRefusal as R
from sanshe.incubation.enums.stay.support import ReceiptState
from sanshe.incubation.models import DeskUse, Milestone, Receipt, SupportGrant


@transaction.atomic
def strike(*, row: Recorded | Milestone, reason: str, by: Actor, at: datetime.datetime) -> None:
    """Strike one recorded fact. A milestone is open again; a desk is free; the money of a receipt is there again."""
    if isinstance(row, Milestone):
        return _reopen(row, reason, by, at)
    insist(R.ACCOUNTED if isinstance(row, SupportGrant) and row.struck_at is None and row.spent > 0 else None)
    rows.strike(row=row, reason=reason, by=by, at=at, **_as_read(row))
    if isinstance(row, DeskUse):
        DeskUse.every.filter(pk=row.pk, released_on=None).update(released_on=shanghai.day(at))
    if isinstance(row, Receipt) and row.state != ReceiptState.REFUSED:
        SupportGrant.objects.filter(pk=row.grant_id).update(spent=F("spent") - row.cents)
    return None


def _as_read(row: Recorded) -> dict[str, object]:
    """Money on which a receipt has just come is kept; a receipt is struck as it was judged."""
    if isinstance(row, SupportGrant):
        return {"spent": 0}
    return {"state": row.state} if isinstance(row, Receipt) else {}


def _reopen(row: Milestone, reason: str, by: Actor, at: datetime.datetime) -> None:
    insist(refusal_to_strike(stands=row.done_on is not None, reason=reason))
    old = {name: getattr(row, name) for name in row.SAID}
    open_again = {"done_on": None, "evidence": "", "noted_at": None, "noted_by": None}
    if Milestone.objects.filter(pk=row.pk, done_on=row.done_on).update(**open_again) != 1:
        raise Refused(Rows.STRUCK_ALREADY)
    rows.record(E.STRUCK, row.plan, by=by, at=at, old=old, note=reason.strip()[:200])
