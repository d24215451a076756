"""What an objection that was upheld does: the place is taken away."""

import datetime
from uuid import UUID

from django.db import transaction

from sanshe.core.kit.access import Actor
from sanshe.core.rows.actions import move
from sanshe.incubation.enums.decision.decision import PlaceState
from sanshe.incubation.enums.notice.publication import PublicationRefusal as R
from sanshe.incubation.models import Place


@transaction.atomic
def uphold(*, subject: UUID, by: Actor, at: datetime.datetime) -> None:
    """The place falls, where it has not been confirmed yet."""
    place = Place.objects.get(pk=subject)
    if place.state in (PlaceState.NOTICED, PlaceState.PROPOSED):
        move(place, PlaceState.FALLEN, refused=R.NOT_NOTICED)
