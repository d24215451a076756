"""Every night: what identifies a person goes when its time is over, and that it went is on record."""

import datetime

from django.db import transaction

from sanshe.core.audit.actions import record
from sanshe.core.audit.enums import E
from sanshe.core.files import actions as files
from sanshe.core.kit import shanghai
from sanshe.core.kit.access import SYSTEM
from sanshe.core.privacy.queries import raw
from sanshe.incubation.models import Objection
from sanshe.incubation.queries.call.application import KIND
from sanshe.incubation.queries.retention import images_over
from sanshe.incubation.rules import retention as rules

REASON = "未入选，复核期满 30 日"


@transaction.atomic
def purge_images(*, at: datetime.datetime) -> int:
    """Destroy the identity images of who was not selected; returns how many files."""
    where = {"kind": KIND, "reason": REASON, "slots": rules.IDENTITY_SLOTS, "by": SYSTEM, "at": at}
    return sum(files.purge(subject=one.pk, area_path=one.area_path, **where) for one in images_over(at))


@transaction.atomic
def purge_objectors(*, at: datetime.datetime) -> int:
    """Three years after its end an objection no longer says who raised it; returns how many."""
    before = shanghai.moment(rules.objections_closed_before(shanghai.day(at)))
    old = raw(Objection, Objection._meta.get_field("name")).filter(closed_at__lt=before)
    cleared = Objection.objects.filter(pk__in=list(old.values_list("pk", flat=True))).update(name="", phone="")
    if cleared:
        record(event=E.PURGED, kind="incubation.objection", subject="", by=SYSTEM, at=at, new={"rows": cleared})
    return cleared
