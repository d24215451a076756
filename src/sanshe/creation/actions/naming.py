"""Decisions to name and to renew: drafted by one, approved by another; each title bears its certificate's code."""

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction

from sanshe.core.codes import actions as codes
from sanshe.core.codes.queries import newest
from sanshe.core.kit import shanghai
from sanshe.core.kit.access import Actor
from sanshe.core.kit.refused import insist
from sanshe.core.notices.actions import send
from sanshe.core.notices.types import Recipient
from sanshe.core.objections.queries import is_blocked
from sanshe.core.rows.actions import change, held, move, record
from sanshe.core.rows.rules import another
from sanshe.core.serials.actions import next_number
from sanshe.creation.actions.application import next_of
from sanshe.creation.enums import AwardState, Duty, E, R, State
from sanshe.creation.models import Application, Award, Renewal, Scheme, Term, Title
from sanshe.creation.phrases import LEVELS, RENEWAL
from sanshe.creation.queries.applications import same_applicant
from sanshe.creation.queries.attestations import attesters
from sanshe.creation.queries.naming import CERTIFICATE, KIND, closes, renewed
from sanshe.creation.queries.schemes import standard
from sanshe.creation.rules import naming as rules


@transaction.atomic
def draft_award(
    *, scheme: Scheme, applications: Sequence[Application], starts_on: date, by: Actor, at: datetime
) -> Award:
    """A decision on some of a list after its window, or on renewals."""
    rows = held(*applications) if applications else []
    renews = bool(rows and renewed(rows[0]))
    _insist_ready(rows, renews, starts_on, at)
    insist(R.DECIDED if any(one.award_id for one in rows) else None)
    for one in rows:
        _insist_no_part(one, by)
    said = {"starts_on": starts_on, "renews": renews}
    row = Award.objects.create(scheme=scheme, area_path=scheme.area_path, drafted_at=at, drafted_by=by.id, **said)
    for one in rows:
        change(one, award=row)
    record(E.AWARD_DRAFTED, row, by=by, at=at, names=[one.name for one in rows], **said)
    return row


def _insist_no_part(row: Application, by: Actor) -> None:
    another(by.id, [row.recommended_by], Duty.RECOMMENDER)
    another(by.id, attesters(row), Duty.ATTESTER)


def _insist_ready(rows: Sequence[Application], renews: bool, starts_on: date, at: datetime) -> None:
    lists = {one.proposal for one in rows if one.proposal}
    over = bool(lists) and all(rules.is_over(closes(one), at) for one in lists)
    objected = any(is_blocked(KIND, one.pk) for one in rows)
    states = [State(one.state) for one in rows if bool(renewed(one)) == renews]
    facts = {"states": states, "renews": renews, "over": over, "objected": objected}
    insist(rules.refusal_to_award(**facts, starts_on=starts_on, today=shanghai.day(at)))
    kept = [rules.standing(one.held, shanghai.day(at)) for one in map(renewed, rows) if one]
    insist(R.NOT_HELD if any(one not in rules.IN_FORCE for one in kept) else None)


@transaction.atomic
def drop_award(*, award: Award, by: Actor, at: datetime) -> Award:
    """It is not approved as it stands: who was in it waits for another decision."""
    move(award, AwardState.DROPPED)
    for one in award.applications.all():
        change(one, award=None)
    record(E.AWARD_DROPPED, award, by=by, at=at)
    return award


@transaction.atomic
def approve_award(*, award: Award, by: Actor, at: datetime) -> Award:
    """Somebody else approves it: the titles are given, each under its number, or go on for another term."""
    another(by.id, [award.drafted_by], Duty.DRAFTER)
    rows = list(award.applications.order_by("number").select_related("scheme", "proposal__notice", "renewal__title"))
    _insist_ready(rows, award.renews, award.starts_on, at)
    for one in rows:
        _insist_no_part(one, by)
    move(award, AwardState.APPROVED, approved_at=at, approved_by=by.id)
    for one in rows:
        move(one, State.NAMED, ended_at=at)
        old = renewed(one)
        title = _renew(one, old, award, by, at) if old else _name(one, award, by, at)
        _tell(one, title, by, at)
    return award


def _name(row: Application, award: Award, by: Actor, at: datetime) -> Title:
    year, ends = award.starts_on.year, rules.last_day(award.starts_on, row.scheme.months)
    serial = next_number(series=f"creation.title:{row.scheme_id}:{year}")
    number = f"{row.scheme.prefix}〔{year}〕{serial} 号"
    said = {"number": number, "starts_on": award.starts_on, "ends_on": ends}
    what = {"scheme": row.scheme, "application": row, "area_path": row.area_path, "year": year, "serial": serial}
    title = Title.objects.create(**what, **said)
    _term(title, award, award.starts_on, ends)
    says = {"title": f"“{row.scheme.name}”{LEVELS[row.level]}"}
    codes.issue(
        kind=CERTIFICATE, subject=title.pk, name=row.name, number=number, says=says, area_path=row.area_path,
        valid_from=award.starts_on, valid_to=ends, by=by, at=at,
    )  # fmt: skip
    record(E.NAMED, row, by=by, at=at, **said)
    return title


def _renew(row: Application, title: Title, award: Award, by: Actor, at: datetime) -> Title:
    """The new term begins behind the old one; the old paper says that there is a new one."""
    starts = rules.next_term(title.ends_on)
    ends = rules.last_day(starts, row.scheme.months)
    change(title, ends_on=ends)
    _term(title, award, starts, ends)
    code = newest(CERTIFICATE, title.pk)
    assert code is not None
    codes.replace(code=code, reason=str(RENEWAL), valid_to=ends, by=by, at=at)
    record(E.RENEWED, row, by=by, at=at, number=title.number, starts_on=starts, ends_on=ends)
    return title


def _term(title: Title, award: Award, starts: date, ends: date) -> None:
    days = {"starts_on": starts, "ends_on": ends, "area_path": title.area_path}
    Term.objects.create(title=title, award=award, no=title.terms.count() + 1, **days)


def _tell(row: Application, title: Title, by: Actor, at: datetime) -> None:
    if not row.organisation_id:
        return
    values = {"name": row.name, "scheme": row.scheme.name, "number": title.number, "date": shanghai.long(title.ends_on)}
    to, key = Recipient(organisation_id=row.organisation_id), f"creation.named:{row.pk}"
    url = f"/creation/titles/{title.pk}/"
    send(template="creation.named", to=to, values=values, by=by, at=at, key=key, url=url)


@transaction.atomic
def renew(*, title: Title, by: Actor, at: datetime) -> Application:
    """The holder asks for another term, sixty to ten days before the end; the way is the same, without a notice."""
    last, scheme = title.application, title.scheme
    rows = same_applicant(scheme, last.organisation, last.area_path)
    facts = {"title": title.held, "terms": scheme.terms, "today": shanghai.day(at)}
    refused = rules.refusal_to_renew(**facts, has_open=rows.filter(state__in=State.open()).exists())
    first, end = rules.renewal_days(title.ends_on, scheme.terms)
    insist(refused, scheme=scheme.name, first=shanghai.long(first), last=shanghai.long(end))
    what = {"level": last.level, "organisation": last.organisation, "area_path": last.area_path, "name": last.name}
    kept = {"standard": standard(scheme, last.level) or last.standard, "state": State.APPLIED, "is_current": False}
    row = Application.objects.create(
        scheme=scheme, number=next_of(scheme, "application", at), declared_at=at, declared_by=by.id,
        applied_at=at, **what, **kept,
    )  # fmt: skip
    Renewal.objects.create(application=row, title=title, area_path=row.area_path)
    record(E.APPLIED, row, by=by, at=at, number=row.number, renews=title.number)
    return row
