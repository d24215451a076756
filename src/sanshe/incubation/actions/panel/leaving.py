"""A panelist leaves: before the list is locked somebody else takes the seat; afterwards the session goes on without."""

import datetime
from uuid import UUID

from django.db import transaction

from sanshe.core.kit.access import Actor
from sanshe.core.kit.refused import Refused, insist
from sanshe.core.rows.actions import change
from sanshe.incubation.actions.panel.panel import appoint, dismiss
from sanshe.incubation.actions.panel.session import chaired, tell
from sanshe.incubation.enums.access import P
from sanshe.incubation.enums.panel.panel import PanelRefusal as R
from sanshe.incubation.enums.panel.panel import Side
from sanshe.incubation.enums.panel.session import SessionEvent as E
from sanshe.incubation.enums.panel.session import SessionRefusal as S
from sanshe.incubation.models import Panelist
from sanshe.incubation.queries import leaving as queries
from sanshe.incubation.rules.panel import session as rules


@transaction.atomic
def hand_over(*, key: UUID, person: UUID, to: Actor, by: Actor, at: datetime.datetime) -> None:
    """The seat, to another panelist, who declares anew: what tied the one before ties nobody else."""
    seat = Panelist.objects.filter(pk=key, person=person, dismissed_at=None).select_related("panel__batch").first()
    if seat is None:
        raise Refused(R.NOT_A_PANELIST)
    batch = seat.panel.batch
    insist(S.SEAT_FIXED if seat.panel.locked_at else None)
    insist(None if to.may_at(P.SCORE_WRITE, batch.area_path) else R.NO_PANELIST, name=to.name)
    said = {"side": Side(seat.side), "is_chair": seat.is_chair}
    dismiss(panelist=seat, by=by, at=at)
    appoint(batch=batch, person=to.key, name=to.name, by=by, at=at, **said)


@transaction.atomic
def note_leaving(*, panelist: Panelist, after: int, reason: str, by: Actor, at: datetime.datetime) -> None:
    """Who leads notes that a member left for good after this turn, and why. It counts once a second person agrees."""
    panel = chaired(panelist.panel.batch, by)
    found = queries.reach(panelist)
    facts = {"locked": panel.locked_at is not None, "has_left": panelist.left_at is not None, "reason": reason}
    refusal = rules.refusal_to_note_leaving(**facts, after=after, **found)
    insist(refusal, turn=found["called_to"] if refusal == S.NOT_CALLED_YET else found["sealed_to"])
    change(panelist, refused=S.STALE, left_after=after, left_why=reason.strip()[:200], left_noted_by=by.id)
    tell(E.LEAVING, panel, by, at, person=panelist.person, after=after, reason=panelist.left_why)


@transaction.atomic
def agree_leaving(*, panelist: Panelist, by: Actor, at: datetime.datetime) -> None:
    """The second person: from here on sheets after that turn are not due; those before stand."""
    found = queries.reach(panelist)
    insist(None if queries.may_agree(by, panelist) else S.NOT_CHAIR)
    who = {"noted_by": str(panelist.left_noted_by or ""), "leaver": str(panelist.person), "by": str(by.id)}
    reach = {"after": panelist.left_after or 0, "sealed_to": found["sealed_to"], "tabulated": found["tabulated"]}
    insist(
        rules.refusal_to_agree_leaving(has_left=panelist.left_at is not None, **who, **reach), turn=reach["sealed_to"]
    )
    change(panelist, refused=S.STALE, left_at=at, left_agreed_by=by.id)
    tell(E.GONE, panelist.panel, by, at, person=panelist.person, after=panelist.left_after)
