"""One body that was entered twice becomes one organisation: asked by one person, agreed to by another."""

import datetime
from uuid import UUID

from django.db import IntegrityError, transaction

from sanshe.core.kit.access import Actor
from sanshe.core.kit.refused import Refused, insist
from sanshe.core.notices.actions import move_inbox
from sanshe.core.parties.enums import E, R
from sanshe.core.parties.models import Office, Organisation
from sanshe.core.parties.queries import FOLLOWERS
from sanshe.core.parties.rules import merging as rules
from sanshe.core.rows.actions import change, held, record
from sanshe.core.search import actions as search


@transaction.atomic
def ask_merge(*, organisation: Organisation, into: Organisation, reason: str, by: Actor, at: datetime.datetime) -> None:
    """Ask that this entry go into another one of the same body."""
    gone = [one for one in held(organisation, into) if one.merged_into_id]
    is_same = organisation.pk == into.pk
    insist(rules.refusal_to_ask_merge(is_same=is_same, is_merged=bool(gone), reason=reason))
    change(organisation, refused=R.STALE, merge_to=into, merge_why=reason.strip()[:200], merge_asked_by=by.id)
    record(E.MERGE_ASKED, organisation, by=by, at=at, note=organisation.merge_why, into=into.pk)


@transaction.atomic
def drop_merge(*, organisation: Organisation, by: Actor, at: datetime.datetime) -> None:
    """They are two bodies after all."""
    insist(None if organisation.merge_to_id and not organisation.merged_into_id else R.MERGE_NOT_ASKED)
    change(organisation, refused=R.STALE, merge_to=None, merge_why="", merge_asked_by=None)
    record(E.MERGE_DROPPED, organisation, by=by, at=at)


@transaction.atomic
def agree_merge(*, organisation: Organisation, by: Actor, at: datetime.datetime) -> None:
    """The second person: what apps keep for it goes to the other one; its own numbers stay with it, and its page leads
    on. Refuses MERGE_BOTH_RUN where both have what an organisation has once."""
    into = organisation.merge_to
    now = held(organisation, into) if into else [organisation]
    facts = {"is_asked": into is not None, "is_merged": any(one.merged_into_id for one in now)}
    insist(rules.refusal_to_agree_merge(**facts, is_same_person=by.id == organisation.merge_asked_by))
    assert into is not None
    change(organisation, refused=R.STALE, merged_into=into)
    moved = _follow(organisation.pk, into.pk, by, at)
    search.forget(kind="parties.organisation", object_id=organisation.pk)
    record(E.MERGED, organisation, by=by, at=at, note=organisation.merge_why, into=into.pk, moved=moved)
    record(E.MERGED, into, by=by, at=at, note=organisation.merge_why, merged=organisation.pk, moved=moved)


def _follow(organisation: UUID, into: UUID, by: Actor, at: datetime.datetime) -> int:
    try:
        with transaction.atomic():
            return sum(follow(organisation=organisation, into=into, by=by, at=at) for follow in FOLLOWERS)
    except IntegrityError as error:
        raise Refused(R.MERGE_BOTH_RUN) from error


def follow_offices(*, organisation: UUID, into: UUID, by: Actor, at: datetime.datetime) -> int:
    """The offices it runs, and the letters it got."""
    moved = Office.objects.filter(operator=organisation).update(operator=into)
    return moved + move_inbox(organisation=organisation, into=into)
