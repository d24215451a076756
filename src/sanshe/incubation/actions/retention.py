"""Every night: what identifies a person goes when its time is over, and that it went is on record."""

import datetime

from django.db import transaction

from sanshe.core.files import actions as files
from sanshe.core.kit.access import SYSTEM
from sanshe.incubation.queries.call.application import KIND
from sanshe.incubation.queries.retention import images_over
from sanshe.incubation.rules import retention as rules

REASON = "未入选，复核期满 30 日"


@transaction.atomic
def purge_images(*, at: datetime.datetime) -> int:
    """Destroy the identity images of who was not selected; returns how many files."""
    where = {"kind": KIND, "reason": REASON, "slots": rules.IDENTITY_SLOTS, "by": SYSTEM, "at": at}
    return sum(files.purge(subject=one.pk, area_path=one.area_path, **where) for one in images_over(at))
