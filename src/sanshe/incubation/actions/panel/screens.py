"""Telling the screens of a session that there is something new; in the transaction of what is new."""

from uuid import UUID

from django.db.models import F

from sanshe.incubation.models import Panel


def tick(*, panel_id: UUID, is_turn: bool) -> None:
    """The big screen looks again; the members' phones too when it is about who is on stage."""
    Panel.objects.filter(pk=panel_id).update(ticks=F("ticks") + 1, turns=F("turns") + (1 if is_turn else 0))
