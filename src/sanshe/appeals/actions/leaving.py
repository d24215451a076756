"""Whoever leaves hands over what they had; where an area ends, what is open goes along."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from sanshe.appeals.enums import Duty, E, LegState, P, R, State
from sanshe.appeals.models import Appeal, Clock, Leg
from sanshe.appeals.queries.appeals import handlers
from sanshe.core.kit.access import Actor
from sanshe.core.kit.refused import Refused, insist
from sanshe.core.rows.actions import change, record
from sanshe.core.rows.queries import within
from sanshe.core.rows.rules import another


@transaction.atomic
def hand_over_part(*, key: UUID, person: UUID, to: Actor, by: Actor, at: datetime) -> None:
    """A signed part, to somebody of the same unit; who handled before has still had a hand in it."""
    leg = Leg.objects.filter(pk=key, handler=person, state=LegState.SIGNED).select_related("appeal").first()
    if leg is None:
        raise Refused(R.NOT_YOUR_LEG)
    insist(None if to.may_at(P.HANDLE, leg.unit_path or leg.area_path) else R.NOT_YOUR_LEG)
    change(leg, handler=to.id, begun_by=leg.begun_by or person)
    record(E.HANDED_OVER, leg.appeal, by=by, at=at, unit=leg.unit_name)


@transaction.atomic
def hand_over_check(*, key: UUID, person: UUID, to: Actor, by: Actor, at: datetime) -> None:
    """A check, to somebody who had no hand in it."""
    row = Appeal.objects.filter(pk=key, verifier=person, state=State.HANDLED).first()
    if row is None:
        raise Refused(R.NOT_A_VERIFIER)
    another(to.id, handlers(row), Duty.HANDLER)
    insist(None if to.may_at(P.VERIFY, row.area_path) else R.NOT_A_VERIFIER)
    change(row, verifier=to.id)
    record(E.HANDED_OVER, row, by=by, at=at)


@transaction.atomic
def move_open(*, path: str, into: str, by: Actor, at: datetime) -> None:
    """What is open goes along with its parts and clocks; what is over stays and counts where it happened."""
    rows = list(Appeal.objects.filter(within([path])).exclude(state__in=State.over()).order_by("pk"))
    for row in rows:
        change(row, area_path=into)
        for model in (Leg, Clock):
            model.objects.filter(appeal=row).update(area_path=into)
        Leg.objects.filter(appeal=row, unit_path=path).update(unit_path=into)
        record(E.MOVED, row, by=by, at=at, old={"area_path": path}, area_path=into)
