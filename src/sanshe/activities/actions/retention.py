"""Every night: names of rosters go when their time is over, and that they went is on record."""

from datetime import datetime, timedelta

from django.db import transaction

from sanshe.activities.enums import E, GroupState
from sanshe.activities.models import Group
from sanshe.core.kit.access import SYSTEM
from sanshe.core.rows.actions import record

KEPT = timedelta(days=90)


@transaction.atomic
def purge_rosters(*, at: datetime) -> int:
    """Destroy the names of who was in a group that ended 90 days ago; who left earlier goes with their group."""
    done = 0
    for row in Group.objects.filter(state=GroupState.DISSOLVED, ended_at__lte=at - KEPT):
        if n := row.members.exclude(name_index="").update(name="", name_index="", person=None):
            record(E.ROSTER_DESTROYED, row, by=SYSTEM, at=at, members=n)
            done += n
    return done
