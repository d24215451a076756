"""签字页归档: many signed agreements put away in one act, into a numbered box or as one scan."""

import datetime
from collections.abc import Sequence

from django.db import transaction

from sanshe.core.files import actions as files
from sanshe.core.files.models import StoredFile
from sanshe.core.kit.access import Actor
from sanshe.core.kit.refused import Refused, insist
from sanshe.core.rows.actions import record
from sanshe.incubation.actions.agreement.agreement import KIND
from sanshe.incubation.enums.agreement.agreement import AgreementEvent as E
from sanshe.incubation.enums.agreement.agreement import AgreementRefusal as R
from sanshe.incubation.enums.agreement.agreement import AgreementState as S
from sanshe.incubation.models import Agreement
from sanshe.incubation.rules.agreement import agreement as rules


@transaction.atomic
def archive(
    *, agreements: Sequence[Agreement], box: str, by: Actor, at: datetime.datetime, scan: StoredFile | None = None
) -> int:
    """Put them away, all or none; each on record under its own number."""
    insist(rules.refusal_to_archive(n=len(agreements), box=box, has_scan=scan is not None))
    rows = Agreement.objects.filter(pk__in=[one.pk for one in agreements], state=S.SIGNED, archived_at=None)
    said = {
        "archived_at": at,
        "archived_by": by.id,
        "archive_box": box.strip(),
        "archive_scan": scan.pk if scan else None,
    }
    if rows.update(**said) != len(agreements):
        raise Refused(R.NOT_TO_ARCHIVE)
    for one in agreements:
        record(E.ARCHIVED, one, by=by, at=at, number=one.number, box=box.strip())
        if scan:
            where = {"kind": KIND, "subject": one.pk, "area_path": one.area_path}
            files.attach(file=scan, slot="archive", label=one.number, **where, by=by, at=at)
    return len(agreements)
