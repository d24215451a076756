"""An assessor leaves office before giving marks: somebody else is named for the seat."""

import datetime
from uuid import UUID

from django.db import transaction

from sanshe.core.kit.access import Actor
from sanshe.core.kit.refused import Refused
from sanshe.incubation.actions.end.assessment import name_assessor
from sanshe.incubation.enums.end.assessment import AssessmentRefusal as R
from sanshe.incubation.models import Assessor


@transaction.atomic
def hand_over(*, key: UUID, person: UUID, to: Actor, by: Actor, at: datetime.datetime) -> None:
    """The seat, to somebody with the right whom nothing ties to the organisation; they declare for themselves."""
    open_ones = Assessor.objects.filter(pk=key, person=person, marked_at=None, replaced_at=None)
    seat = open_ones.select_related("assessment").first()
    if seat is None or open_ones.update(replaced_at=at) != 1:
        raise Refused(R.NOT_NOW)
    name_assessor(assessment=seat.assessment, person=to.key, by=by, at=at)
