"""Who was named to recheck leaves: somebody else goes."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from sanshe.core.kit.access import Actor
from sanshe.core.kit.refused import Refused
from sanshe.patrol.actions.finding import name_rechecker
from sanshe.patrol.enums import R
from sanshe.patrol.models import Finding


@transaction.atomic
def hand_over(*, key: UUID, person: UUID, to: Actor, by: Actor, at: datetime) -> None:
    """The recheck, to another person of the subdistrict who had no hand in it."""
    row = Finding.objects.filter(pk=key, rechecker=person).first()
    if row is None:
        raise Refused(R.NOT_A_RECHECKER)
    name_rechecker(finding=row, person=to.key, by=by, at=at)
