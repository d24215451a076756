"""Lists of who is to be named: drafted, approved by another, published; one falls where an objection was upheld."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import Max

from sanshe.core.calendar.enums import DayKind
from sanshe.core.calendar.queries import workdays
from sanshe.core.kit import shanghai
from sanshe.core.kit.access import Actor
from sanshe.core.kit.refused import insist
from sanshe.core.notices import actions as notices
from sanshe.core.notices.models import PublicNotice
from sanshe.core.notices.types import Contact, Figure, Span, Wording
from sanshe.core.rows.actions import change, held, move, record
from sanshe.core.rows.rules import another
from sanshe.creation.enums import Duty, E, ListState, R, State
from sanshe.creation.models import Application, Proposal, Scheme
from sanshe.creation.papers import notice_doc
from sanshe.creation.queries.naming import KIND, listed, renewed
from sanshe.creation.rules import naming as rules

SERIES = "cj"


@transaction.atomic
def draft_list(*, scheme: Scheme, applications: Sequence[Application], by: Actor, at: datetime) -> Proposal:
    """A list of who was attested; their recommenders and attesters draft none."""
    rows = held(*applications) if applications else []
    insist(rules.refusal_to_list(State(one.state) for one in rows))
    insist(R.NOT_ATTESTED if any(renewed(one) or one.proposal_id for one in rows) else None)
    another(by.id, [one.recommended_by for one in rows], Duty.RECOMMENDER)
    number = (scheme.proposals.aggregate(n=Max("number"))["n"] or 0) + 1
    change(scheme)  # two lists at once would bear one number
    said = {"number": number, "drafted_at": at, "drafted_by": by.id}
    row = Proposal.objects.create(scheme=scheme, area_path=scheme.area_path, **said)
    for one in rows:
        change(one, proposal=row)
    row.notice = _notice(row, [one.name for one in rows], by, at)
    row.save(update_fields=["notice"])
    record(E.LIST_DRAFTED, row, by=by, at=at, number=number, names=[one.name for one in rows])
    return row


def _notice(row: Proposal, names: Sequence[str], by: Actor, at: datetime) -> PublicNotice:
    office = row.scheme.office
    contact = Contact(office.name, office.phone, office.address, office.hours)
    wording = Wording(notice_doc(row.scheme, names, office), names, [Figure("拟命名", len(names), is_list=True)])
    where = {"kind": KIND, "area_path": row.area_path, "series": f"{office.letters}{SERIES}"}
    subject = {"subject_kind": "creation.proposal", "subject": row.pk, "office": f"{row.scheme.prefix}公示"}
    return notices.draft(wording=wording, contact=contact, **where, **subject, by=by, at=at)


@transaction.atomic
def approve_list(*, proposal: Proposal, by: Actor, at: datetime) -> Proposal:
    """Somebody else approves it."""
    another(by.id, [proposal.drafted_by], Duty.DRAFTER)
    assert proposal.notice is not None
    move(proposal, ListState.APPROVED, approved_by=by.id)
    notices.approve(notice=proposal.notice, by=by, at=at)
    record(E.LIST_APPROVED, proposal, by=by, at=at)
    return proposal


@transaction.atomic
def drop_list(*, proposal: Proposal, by: Actor, at: datetime) -> Proposal:
    """It is not published: who stood on it waits for another list."""
    assert proposal.notice is not None
    move(proposal, ListState.DROPPED)
    for one in listed(proposal):
        change(one, proposal=None)
    notices.withdraw(notice=proposal.notice, reason=str(proposal.number), by=by, at=at)
    record(E.LIST_DROPPED, proposal, by=by, at=at)
    return proposal


@transaction.atomic
def publish_list(*, proposal: Proposal, by: Actor, at: datetime) -> Proposal:
    """It is on notice for five working days from now on."""
    assert proposal.notice is not None
    calendar, first = workdays(), shanghai.day(at)
    last = calendar.window_end(at, rules.WORKDAYS, DayKind.WORKDAY)
    span = [first + timedelta(i) for i in range((last - first).days + 1)]
    days = [day for day in span if calendar.is_workday(day)][-rules.WORKDAYS :]
    move(proposal, ListState.ON_NOTICE)
    notices.publish(notice=proposal.notice, span=Span(first, last, days), by=by, at=at)
    for one in listed(proposal):
        move(one, State.ON_NOTICE)
    record(E.LIST_PUBLISHED, proposal, by=by, at=at, until=last)
    return proposal


@transaction.atomic
def uphold(*, subject: UUID, by: Actor, at: datetime) -> None:
    """An objection was upheld: this one falls, the others go on."""
    row = Application.objects.get(pk=subject)
    if row.state == State.ON_NOTICE:
        move(row, State.FAILED, ended_at=at)
        record(E.FELL, row, by=by, at=at)
