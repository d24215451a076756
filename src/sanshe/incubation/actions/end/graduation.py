"""Graduation, its certificate, and the visits of the year after."""

import datetime
from typing import Any

from django.db import IntegrityError, transaction

from sanshe.core.codes import actions as codes
from sanshe.core.figures.actions import count
from sanshe.core.kit import shanghai
from sanshe.core.kit.access import Actor
from sanshe.core.kit.digest import fingerprint
from sanshe.core.kit.months import add_months
from sanshe.core.kit.refused import Refused, insist
from sanshe.core.rows import actions as rows
from sanshe.core.rows.rules import another
from sanshe.core.serials.actions import next_number
from sanshe.incubation.actions.end.exit import close_out, end_entry
from sanshe.incubation.actions.letters import send_to_entry
from sanshe.incubation.enums.agreement.register import EntryState
from sanshe.incubation.enums.duty import Duty
from sanshe.incubation.enums.end.graduation import FOLLOW_MONTHS, VISIT_EVERY
from sanshe.incubation.enums.end.graduation import GraduationEvent as E
from sanshe.incubation.enums.end.graduation import GraduationRefusal as R
from sanshe.incubation.enums.end.graduation import GraduationState as S
from sanshe.incubation.models import Entry, FollowUp, Graduation
from sanshe.incubation.queries.end import exit as exits
from sanshe.incubation.queries.end import graduation as queries
from sanshe.incubation.queries.end import rectification as rectifications
from sanshe.incubation.rules.agreement import register
from sanshe.incubation.rules.end import graduation as rules
from sanshe.incubation.rules.stay import terms

COUNTER = "incubation.graduated"


def _insist_legal(entry: Entry, today: datetime.date) -> str:
    valid, filing, printed = queries.identity_of(entry, today)
    insist(register.refusal_to_graduate(credit_code_valid=valid, filing_number=filing))
    return printed


@transaction.atomic
def propose(*, entry: Entry, by: Actor, at: datetime.datetime) -> Graduation:
    """The centre proposes who was recommended and has a registration or a valid filing."""
    before, found = queries.graduation_of(entry), queries.recommended(entry)
    facts = {
        "in_incubation": entry.state == EntryState.IN_INCUBATION,
        "recommended": found is not None,
        "rectification_open": rectifications.is_open(entry),
        "leaving": exits.is_leaving(entry),
        "proposed": before is not None and before.state != S.SENT_BACK,
    }
    insist(rules.refusal_to_propose(**facts))
    _insist_legal(entry, shanghai.day(at))
    said = {"proposed_at": at, "proposed_by": by.id}
    if before is not None:
        rows.move(before, S.PROPOSED, refused=R.PROPOSED_ALREADY, reason="", assessment=found, **said)
        row = before
    else:
        row = _create(entry, found, said)
    rows.record(E.PROPOSED, row, by=by, at=at)
    return row


def _create(entry: Entry, found: Any, said: dict[str, Any]) -> Graduation:
    try:
        with transaction.atomic():
            return Graduation.objects.create(entry=entry, assessment=found, area_path=entry.area_path, **said)
    except IntegrityError as error:
        raise Refused(R.PROPOSED_ALREADY) from error


@transaction.atomic
def send_back(*, graduation: Graduation, reason: str, by: Actor, at: datetime.datetime) -> None:
    """Not like this: back to the centre, with the reason."""
    insist(None if reason.strip() else R.NO_REASON)
    rows.move(graduation, S.SENT_BACK, refused=R.NOT_NOW, reason=reason[:600])
    rows.record(E.SENT_BACK, graduation, by=by, at=at, reason=reason[:600])


@transaction.atomic
def approve(*, graduation: Graduation, by: Actor, at: datetime.datetime) -> None:
    """The bureau approves: a certificate with the next number, the entry graduated, four visits to come."""
    another(by.id, [graduation.proposed_by], Duty.PROPOSER)
    insist(None if graduation.state == S.PROPOSED else R.NOT_NOW)
    entry, today = graduation.entry, shanghai.day(at)
    insist(None if not exits.is_leaving(entry) else R.LEAVING)
    printed = _insist_legal(entry, today)
    end_entry(entry, EntryState.GRADUATED, refused=R.NOT_IN_INCUBATION, at=at)
    series = f"incubation.certificate.{entry.area_path}.{today.year}"
    serial = next_number(series=series)
    number = f"{entry.batch.centre.short_prefix}出壳〔{today.year}〕{serial} 号"
    content = _content(entry, printed, number, today)
    said = {"number": number, "series": series, "serial": serial, "identity": printed, "graduated_on": today}
    said |= {"content": content, "content_hash": fingerprint(content)}
    until = add_months(today, FOLLOW_MONTHS)
    rows.move(graduation, S.APPROVED, refused=R.NOT_NOW, approved_at=at, approved_by=by.id, follow_until=until, **said)
    days = enumerate(terms.visit_days(today, FOLLOW_MONTHS, VISIT_EVERY), start=1)
    FollowUp.objects.bulk_create(
        FollowUp(graduation=graduation, no=no, due_on=day, area_path=entry.area_path) for no, day in days
    )
    count(key=COUNTER, area_path=entry.area_path, n=1, at=at)
    _issue_code(graduation, by, at)
    rows.record(E.APPROVED, graduation, by=by, at=at, number=graduation.number, hash=graduation.content_hash)
    url = f"/incubation/entries/{entry.pk}/graduation/"
    values, key = {"number": graduation.number}, f"graduated:{graduation.pk}"
    send_to_entry(entry, "incubation.graduated", values, by, at, key=key, url=url)
    close_out(batch=entry.batch, by=by, at=at)


def _content(entry: Entry, printed: str, number: str, today: datetime.date) -> dict[str, str]:
    """What fills the certificate, as it was on the day; a later change of name or code leaves it as it is."""
    return {
        "number": number, "name": entry.organisation.name, "identity": printed, "batch": entry.batch.name,
        "centre": entry.batch.centre.name, "from": entry.entered_on.isoformat(), "day": today.isoformat(),
    }  # fmt: skip


def _issue_code(row: Graduation, by: Actor, at: datetime.datetime) -> None:
    """The code on the certificate. Whoever graduated has graduated: it bears no last day."""
    kept, day = row.content, row.graduated_on
    assert day is not None
    codes.issue(
        kind=queries.KIND, subject=row.pk, name=kept["name"], number=kept["number"], area_path=row.area_path,
        says={"batch": kept["batch"], "centre": kept["centre"]}, valid_from=day, by=by, at=at,
    )  # fmt: skip


@transaction.atomic
def visit(*, visit: FollowUp, record: str, by: Actor, at: datetime.datetime) -> None:
    """One visit of the year after graduation was made."""
    until, today = visit.graduation.follow_until, shanghai.day(at)
    assert until is not None
    facts = {"done": visit.done_at is not None, "due_on": visit.due_on, "follow_until": until, "today": today}
    insist(rules.refusal_of_visit(**facts, record=record))
    said = {"done_on": today, "done_at": at, "done_by": by.id, "record": record[:600]}
    if FollowUp.objects.filter(pk=visit.pk, done_at=None).update(**said) != 1:
        raise Refused(R.VISIT_DONE)
    rows.record(E.VISITED, visit.graduation, by=by, at=at, visit=visit.no)
