"""Leaving office: what somebody has in hand by name goes to somebody else, on record, before or when the term ends."""

from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction

from sanshe.core.accounts import queries, rules
from sanshe.core.accounts.actions.people import tell
from sanshe.core.accounts.enums import E, R
from sanshe.core.accounts.models import Appointment, Handover, User
from sanshe.core.accounts.types import InHand
from sanshe.core.audit.actions import record
from sanshe.core.kit import shanghai
from sanshe.core.kit.access import SYSTEM, Actor
from sanshe.core.kit.refused import Refused, insist
from sanshe.core.notices.actions import send
from sanshe.core.notices.types import Recipient

GIVEN, LEFT = "accounts.handed_over", "accounts.left_open"


@transaction.atomic
def end_appointment(
    *,
    appointment: Appointment,
    by: Actor,
    at: datetime,
    at_once: bool = False,
    note: str = "",
    successor: User | None = None,
) -> None:
    """End a term at 24:00 of today, or this moment; what is open in these hands goes to the successor first. Refuses
    OPEN_DUTIES without one, and ALREADY_ENDED when somebody was faster."""
    term = {"user": appointment.user_id, "role": appointment.role_id, "path": appointment.area_path}
    insist(rules.refusal_to_manage(by=by, **term))
    insist(R.ALREADY_ENDED if appointment.ended_at else None)
    _clear(appointment, successor, by, at)
    ended_at = at if at_once else shanghai.end(shanghai.day(at))
    rows = Appointment.objects.filter(pk=appointment.pk, ended_at=None)
    if rows.update(ended_at=ended_at, ended_by=by.id) != 1:
        raise Refused(R.ALREADY_ENDED)
    appointment.ended_at, appointment.ended_by = ended_at, by.id
    tell(E.ENDED, appointment, by=by, at=at, note=note)


def _clear(term: Appointment, successor: User | None, by: Actor, at: datetime) -> None:
    """Everything is handed over, or nothing is."""
    found = queries.left_by(term, at)
    if not found:
        return
    facts = {"name": term.user.name, "n": len(found)}
    if successor is None:
        raise Refused(R.OPEN_DUTIES, **facts)
    insist(None if successor in queries.successors(term, at) else R.NO_SUCCESSOR)
    for one in found:
        _give(term, one, successor, by, at)
    insist(R.OPEN_DUTIES if queries.left_by(term, at) else None, **facts)


def _give(term: Appointment, one: InHand, to: User, by: Actor, at: datetime) -> None:
    _pass(term, one, to, by, at)
    row = Handover.objects.create(**_facts(term, one), to=to, handed_by=by.id, handed_at=at, opened_at=at)
    _told(row, by, at)


def _pass(term: Appointment, one: InHand, to: User, by: Actor, at: datetime) -> None:
    receiver = queries.actor_for(to, at)
    one.handing.hand_over(key=one.matter.key, person=term.user_id, to=receiver, by=by, at=at)


def _facts(term: Appointment, one: InHand) -> dict[str, object]:
    matter = one.matter
    where = {"term": term, "area_path": term.area_path, "kind": one.handing.code, "matter": matter.key}
    return {**where, "title": matter.title[:200], "url": matter.url[:300]}


def _told(row: Handover, by: Actor, at: datetime) -> None:
    """On the record of who had it; who has it now is told."""
    assert row.to is not None
    new = {"matter": row.matter, "matter_kind": row.kind, "title": row.title, "to": row.to_id}
    _record(E.HANDED_OVER, row, by, at, **new)
    said = {"name": row.term.user.name, "title": row.title}
    send(
        template=GIVEN, to=Recipient(user_id=row.to_id), values=said, by=by, at=at, key=f"{GIVEN}:{row.pk}", url=row.url
    )


def _record(event: E, row: Handover, by: Actor, at: datetime, **new: object) -> None:
    where = {"kind": "accounts.user", "subject": row.term.user_id, "area_path": row.area_path}
    record(event=event, by=by, at=at, new=new, **where)


@transaction.atomic
def hand_on(*, handover: Handover, to: User, by: Actor, at: datetime) -> None:
    """A manager gives what a term that ran out left open to somebody who may take it. Refuses HANDED when it is in
    nobody's way any more."""
    term = handover.term
    insist(rules.refusal_to_manage(by=by, user=term.user_id, role=term.role_id, path=term.area_path))
    insist(None if to in queries.successors(term, at) else R.NO_SUCCESSOR)
    one = queries.matter_of(handover, at)
    insist(None if one else R.HANDED)
    assert one is not None
    _pass(term, one, to, by, at)
    _hand(handover, to, by, at)


def _hand(row: Handover, to: User, by: Actor, at: datetime) -> None:
    still = Handover.objects.filter(pk=row.pk, handed_at=None, settled_at=None)
    if still.update(to=to, handed_by=by.id, handed_at=at) != 1:
        raise Refused(R.HANDED)
    row.refresh_from_db()
    _told(row, by, at)


@transaction.atomic
def move_terms(*, path: str, into: str, by: Actor, at: datetime) -> None:
    """An area ends: who is in office there is in office in another one from now on; who was there already just ends."""
    for term in queries.terms_in(path, at):
        try:
            with transaction.atomic():
                done = Appointment.objects.filter(pk=term.pk, ended_at=None).update(area_path=into)
            insist(None if done else R.ALREADY_ENDED)
            term.area_path = into
            tell(E.MOVED, term, by=by, at=at)
        except IntegrityError:
            if Appointment.objects.filter(pk=term.pk, ended_at=None).update(ended_at=at, ended_by=by.id) != 1:
                raise Refused(R.ALREADY_ENDED) from None
            tell(E.ENDED, term, by=by, at=at)


def follow_terms(*, organisation: UUID, into: UUID, by: Actor, at: datetime) -> int:
    """Two organisations become one: who acts for the one acts for the other; who did for both does once."""
    rows = list(Appointment.objects.filter(organisation=organisation, ended_at=None).select_related("user"))
    for term in rows:
        is_double = Appointment.objects.filter(organisation=into, user=term.user_id, role=term.role_id, ended_at=None)
        given = {"ended_at": at, "ended_by": by.id} if is_double.exists() else {"organisation": into}
        if Appointment.objects.filter(pk=term.pk, ended_at=None).update(**given) != 1:
            raise Refused(R.ALREADY_ENDED)
        term.refresh_from_db()
        tell(E.ENDED if term.ended_at else E.MOVED, term, by=by, at=at)
    return len(rows)


def settle_ended(*, at: datetime) -> int:
    """Each night: what terms that are over left in somebody's hands goes to the manager above, each term in a
    transaction of its own. Returns how many matters there were."""
    _close_settled(at)
    return sum(_settle(term, at) for term in queries.unsettled(at))


@transaction.atomic
def _settle(term: Appointment, at: datetime) -> int:
    if Appointment.objects.filter(pk=term.pk, settled_at=None).update(settled_at=at) != 1:
        return 0
    found, above = queries.left_by(term, at), queries.managers_above(term, at)
    for one in found:
        _leave(term, one, above, at)
    return len(found)


def _leave(term: Appointment, one: InHand, above: list[User], at: datetime) -> None:
    """To the manager where they may take it themselves; else it waits, before all managers, for whom they choose."""
    row, is_new = Handover.objects.get_or_create(
        kind=one.handing.code, matter=one.matter.key, handed_at=None, settled_at=None,
        defaults={**_facts(term, one), "opened_at": at},
    )  # fmt: skip
    if is_new:
        _record(E.LEFT_OPEN, row, SYSTEM, at, matter=row.matter, matter_kind=row.kind, title=row.title)
    if not (above and _takes(row, one, above[0], at)):
        _call(row, above, at)


def _takes(row: Handover, one: InHand, manager: User, at: datetime) -> bool:
    try:
        with transaction.atomic():
            _pass(row.term, one, manager, SYSTEM, at)
    except Refused:
        return False
    _hand(row, manager, SYSTEM, at)
    return True


def _call(row: Handover, above: list[User], at: datetime) -> None:
    said = {"name": row.term.user.name, "title": row.title}
    for one in above:
        key = f"{LEFT}:{row.pk}:{one.pk}"
        send(template=LEFT, to=Recipient(user_id=one.pk), values=said, by=SYSTEM, at=at, key=key)


def _close_settled(at: datetime) -> None:
    """What came to an end in another way waits for nobody any more."""
    for row in queries.open_handovers().select_related("term", "term__user"):
        if queries.matter_of(row, at) is None:
            Handover.objects.filter(pk=row.pk, handed_at=None).update(settled_at=at)
