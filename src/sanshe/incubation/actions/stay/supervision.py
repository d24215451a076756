"""Supervision: put down after the talk, its follow-up closed."""

import datetime

from django.db import transaction

from sanshe.core.kit import shanghai
from sanshe.core.kit.access import Actor
from sanshe.core.kit.refused import Refused, insist
from sanshe.core.rows import actions as rows
from sanshe.incubation.enums.agreement.register import EntryState
from sanshe.incubation.enums.stay.supervision import Function
from sanshe.incubation.enums.stay.supervision import SupervisionEvent as E
from sanshe.incubation.enums.stay.supervision import SupervisionRefusal as R
from sanshe.incubation.models import Entry, Supervision
from sanshe.incubation.rules.stay import supervision as rules

KIND = "incubation.supervision"


@transaction.atomic
def record(
    *,
    entry: Entry,
    held_on: datetime.date,
    quarters: int | None,
    function: Function,
    agreed: str,
    by: Actor,
    at: datetime.datetime,
    follow_up: str = "",
    follow_up_on: datetime.date | None = None,
) -> Supervision:
    """Put down one talk. More hours than promised are put down like any other."""
    insist(None if entry.state == EntryState.IN_INCUBATION else R.NOT_IN_INCUBATION)
    days = {"held_on": held_on, "starts": entry.entered_on, "today": shanghai.day(at)}
    insist(rules.refusal_to_record(quarters=quarters, agreed=agreed, **days))
    insist(rules.refusal_of_follow_up(text=follow_up, on=follow_up_on, held_on=held_on))
    said = {"held_on": held_on, "quarters": quarters, "function": function, "agreed": agreed.strip()}
    more = {"follow_up": follow_up.strip(), "follow_up_on": follow_up_on}
    made = {"recorded_at": at, "recorded_by": by.id, "area_path": entry.area_path}
    row = Supervision.objects.create(entry=entry, **said, **more, **made)
    rows.record(E.RECORDED, row, by=by, at=at, entry=entry.pk, **said, **more)
    return row


@transaction.atomic
def follow(*, supervision: Supervision, words: str, by: Actor, at: datetime.datetime) -> None:
    """What was to be looked at again was, and how it stands."""
    insist(None if words.strip() else R.NO_WORDS)
    open_ones = Supervision.objects.filter(pk=supervision.pk, follow_up_on__isnull=False, followed_at=None)
    if open_ones.update(followed_at=at, followed_by=by.id, followed_words=words.strip()) != 1:
        raise Refused(R.FOLLOWED_ALREADY)
    rows.record(E.FOLLOWED, supervision, by=by, at=at, words=words.strip())
