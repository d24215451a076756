"""How a case ends: on review, by itself when nobody asks for one, and the day its names are destroyed."""

import datetime

from django.db import transaction

from sanshe.core.audit.actions import record
from sanshe.core.audit.enums import E as Audit
from sanshe.core.kit import shanghai
from sanshe.core.kit.access import SYSTEM, Actor
from sanshe.core.kit.refused import insist
from sanshe.core.objections import rules
from sanshe.core.objections.actions.raising import review_ends
from sanshe.core.objections.actions.telling import tell, write_concerned, write_objector
from sanshe.core.objections.enums import Deed, E, Letter, Outcome, R, State
from sanshe.core.objections.models import Objection
from sanshe.core.objections.phrases import OUTCOMES
from sanshe.core.objections.queries import SUBJECTS, case_of, to_close
from sanshe.core.privacy.queries import raw
from sanshe.core.rows.actions import move


@transaction.atomic
def review(*, objection: Objection, outcome: Outcome, text: str, by: Actor, at: datetime.datetime) -> None:
    """Somebody who did not handle it answers for good."""
    case_of(objection, by, at).insist(Deed.REVIEW)
    insist(None if text.strip() else R.NO_ANSWER)
    said = {"outcome": outcome, "answer": text.strip()[:2000], "reviewer": by.id, "reviewed_at": at, "closed_at": at}
    move(objection, State.CLOSED, **said)
    write_objector(Letter.REVIEWED, objection, by, at, outcome=OUTCOMES[outcome])
    tell(E.REVIEWED, objection, by, at, outcome=outcome)
    _settle(objection, by, at)


@transaction.atomic
def close(*, objection: Objection, at: datetime.datetime, by: Actor = SYSTEM) -> None:
    """Nobody asked for a review in time: the answer stands."""
    insist(rules.refusal_to_close(review_due_moment=review_ends(objection), at=at))
    move(objection, State.CLOSED, refused=R.MOVE_NOT_ALLOWED, closed_at=at)
    tell(E.CLOSED, objection, by, at)
    _settle(objection, by, at)


def _settle(objection: Objection, by: Actor, at: datetime.datetime) -> None:
    """What an objection that was upheld does is its app's; whom it concerns is told how it ended."""
    outcome = Outcome(objection.outcome)
    if outcome == Outcome.UPHELD:
        SUBJECTS[objection.kind].uphold(subject=objection.subject, by=by, at=at)
    write_concerned(Letter.SETTLED, objection, by, at, outcome=OUTCOMES[outcome])


def close_due(*, at: datetime.datetime) -> int:
    """Close what was answered and not asked again. The answer is how many."""
    found = to_close(at)
    for one in found:
        close(objection=one, at=at)
    return len(found)


@transaction.atomic
def purge(*, at: datetime.datetime) -> int:
    """Three years after its end an objection no longer says who raised it; returns how many."""
    before = shanghai.moment(rules.closed_before(shanghai.day(at)))
    old = raw(Objection, Objection._meta.get_field("name")).filter(closed_at__lt=before)
    found = Objection.objects.filter(pk__in=list(old.values_list("pk", flat=True)))
    cleared = found.update(name="", phone="", track_index="")
    if cleared:
        record(event=Audit.PURGED, kind="objections.objection", subject="", by=SYSTEM, at=at, new={"rows": cleared})
    return cleared
