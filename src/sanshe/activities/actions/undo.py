"""A tap at the door that was wrong: for ten minutes it is as if nobody had come."""

from django.db import transaction
from django.db.models import F

from sanshe.activities.enums import R, SessionState
from sanshe.activities.models import Part
from sanshe.core.kit.refused import Refused
from sanshe.core.rows.actions import move


@transaction.atomic
def undo_enter(part: Part) -> None:
    """The session is void, its zones are free, and no figure has it."""
    left = {"left_at": F("joined_at"), "version": F("version") + 1}
    if not Part.objects.filter(pk=part.pk, left_at=None).update(**left):
        raise Refused(R.OVER)
    move(part.session, SessionState.VOID, refused=R.OVER, closed_at=part.joined_at)
    part.session.uses.update(until=F("since"))
