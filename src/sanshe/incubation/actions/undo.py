"""An applicant takes back what it has just handed in."""

import datetime
from collections.abc import Callable
from typing import Any

from django.db import transaction

from sanshe.core.audit import actions as audit
from sanshe.core.kit.access import Actor
from sanshe.core.kit.refused import Refused, insist
from sanshe.incubation.actions.application import KIND
from sanshe.incubation.actions.moves import move
from sanshe.incubation.enums.application import ApplicationState as S
from sanshe.incubation.enums.undo import Undoable
from sanshe.incubation.enums.undo import UndoEvent as E
from sanshe.incubation.enums.undo import UndoRefusal as R
from sanshe.incubation.models import Application, ReviewRequest, Screening
from sanshe.incubation.queries import undo as queries
from sanshe.incubation.rules import undo as rules


@transaction.atomic
def take_back_last(*, application: Application, by: Actor, at: datetime.datetime) -> None:
    """The last act that binds: a mended return lies open again until its day, a request for review is gone."""
    found = queries.last(application)
    if found is None:
        raise Refused(R.HANDLED)
    insist(rules.refusal_to_undo(until=found.until, at=at, is_handled=found.is_handled))
    BACK[found.kind](application, found.row)
    said = {"kind": KIND, "subject": application.pk, "area_path": application.area_path}
    audit.record(event=E[found.kind.name], by=by, at=at, **said)


def _unmend(application: Application, row: Screening) -> None:
    move(application, S.RETURNED, refused=R.HANDLED)
    if Screening.objects.filter(pk=row.pk, mended_at=row.mended_at).update(mended_at=None) != 1:
        raise Refused(R.HANDLED)


def _unask(application: Application, row: ReviewRequest) -> None:
    gone, _kinds = ReviewRequest.objects.filter(pk=row.pk, outcome="").delete()
    if gone != 1:
        raise Refused(R.HANDLED)


BACK: dict[Undoable, Callable[[Application, Any], None]] = {Undoable.MENDED: _unmend, Undoable.REVIEW: _unask}
