"""A handler leaves office: the case goes on in other hands; findings and notes stay under the name of who made them."""

import datetime
from uuid import UUID

from django.db import transaction

from sanshe.core.kit.access import Actor
from sanshe.core.kit.refused import Refused, insist
from sanshe.core.objections.actions.handling import note_down
from sanshe.core.objections.actions.telling import tell
from sanshe.core.objections.enums import E, R
from sanshe.core.objections.models import Objection
from sanshe.core.objections.queries import SUBJECTS, case_in_hand, standing_of
from sanshe.core.rows.actions import change

WHY = "任职结束，由{name}接着办。"


@transaction.atomic
def hand_over(*, key: UUID, person: UUID, to: Actor, by: Actor, at: datetime.datetime) -> None:
    """The case of who leaves, to somebody with the same right and no part in it. Refuses NOT_FOR_THEM."""
    row = case_in_hand(person, key)
    if row is None:
        raise Refused(R.MOVE_NOT_ALLOWED)
    may = to.may_at(SUBJECTS[row.kind].handle, row.area_path) and to.id != person
    insist(None if may and standing_of(row, to, at).barred is None else R.NOT_FOR_THEM, name=to.name)
    if row.handler == person:
        _lead(row, person, to, at, by)
    else:
        insist(R.NOT_FOR_THEM if to.id == row.handler else None, name=to.name)
        change(row, co_handler=to.id, former_handlers=[*row.former_handlers, str(person)])
        tell(E.CO_HANDLER_NAMED, row, by, at, co_handler=to.id)


def _lead(row: Objection, person: UUID, to: Actor, at: datetime.datetime, by: Actor) -> None:
    """A co-handler who takes the lead leaves that seat empty."""
    beside = None if row.co_handler == to.id else row.co_handler
    change(row, handler=to.id, co_handler=beside, former_handlers=[*row.former_handlers, str(person)])
    note_down(row, E.TAKEN_OVER, WHY.format(name=to.name), by, at)
