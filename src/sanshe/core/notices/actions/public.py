"""Draft, approve, publish, correct, close and withdraw a public notice."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from sanshe.core.audit.actions import seal
from sanshe.core.audit.queries import seals
from sanshe.core.kit import clock, digest, shanghai
from sanshe.core.kit.access import Actor
from sanshe.core.kit.refused import Refused, insist
from sanshe.core.notices import rules
from sanshe.core.notices.enums import DayKind, E, R, State
from sanshe.core.notices.models import PublicNotice
from sanshe.core.notices.queries import finding
from sanshe.core.notices.types import Contact, Span, Wording
from sanshe.core.papers.rules import to_json
from sanshe.core.rows.actions import change, move, record
from sanshe.core.search import actions as search
from sanshe.core.serials.actions import next_number

UNAPPROVED: dict[str, Any] = {"approved_at": None, "approved_by": None, "approved_by_name": ""}


@transaction.atomic
def draft(
    *,
    kind: str,
    series: str,
    office: str,
    wording: Wording,
    area_path: str,
    contact: Contact,
    by: Actor,
    at: datetime,
    span: Span | None = None,
    subject_kind: str = "",
    subject: UUID | None = None,
    corrects: PublicNotice | None = None,
) -> PublicNotice:
    """Draft a notice. `series` numbers it within a year, `office` is what its number line begins with (创享公示).

    Without a `span` the window is given when it is published. `corrects` names the notice this one replaces.
    """
    insist(rules.refusal_of_contact(contact.plain()))
    row = PublicNotice(
        kind=kind,
        series=series,
        office=office,
        area_path=area_path,
        contact=contact.plain(),
        subject_kind=subject_kind,
        subject=subject,
        corrects=corrects,
        version_no=corrects.version_no + 1 if corrects else 1,
        drafted_at=at,
        drafted_by=by.id,
        **_text(wording),
        **_window(span),
    )
    row.save(force_insert=True)
    record(E.DRAFTED, row, by=by, at=at, title=row.title, count=row.count, list=row.list_hash)
    return row


def _text(wording: Wording) -> dict[str, Any]:
    tree, names = to_json(wording.doc), list(wording.names)
    return {
        "title": wording.doc.title,
        "tree": tree,
        "names": names,
        "figures": [[one.label, one.n, one.is_list, one.is_sum] for one in wording.figures],
        "count": len(names),
        "list_hash": rules.list_hash(names) if names else "",
        "text_hash": digest.fingerprint(tree),
    }


def _window(span: Span | None) -> dict[str, Any]:
    first, last = (span.first, span.last) if span else (None, None)
    insist(rules.refusal_of_window(first, last))
    counted = rules.days_of(first, last, span.days if span else ())
    return {
        "window_from": first,
        "window_to": last,
        "window_days": len(counted),
        "days": [day.isoformat() for day in counted],
        "day_kind": span.kind if span else DayKind.WORKDAYS,
    }


@transaction.atomic
def redraft(
    *, notice: PublicNotice, wording: Wording, by: Actor, at: datetime, span: Span | None = None
) -> PublicNotice:
    """Write a draft anew. What is approved goes back to being a draft: the approval was of another text."""
    if notice.state not in (State.DRAFT, State.APPROVED):
        raise Refused(R.NOT_ALLOWED_NOW)
    fields = _text(wording) | _window(span)
    old = {"text": notice.text_hash, "list": notice.list_hash, "state": notice.state}
    row = change(
        notice,
        refused=R.NOT_ALLOWED_NOW,
        state=State.DRAFT,
        approved_at=None,
        approved_by=None,
        approved_by_name="",
        **fields,
    )
    record(E.DRAFTED, row, by=by, at=at, old=old, text=row.text_hash, list=row.list_hash, state=row.state)
    return row


@transaction.atomic
def approve(*, notice: PublicNotice, by: Actor, at: datetime) -> PublicNotice:
    """The bureau approves this text and this list."""
    row = move(
        notice,
        State.APPROVED,
        refused=R.NOT_ALLOWED_NOW,
        approved_at=at,
        approved_by=by.id,
        approved_by_name=by.name[:80],
    )
    record(E.APPROVED, row, by=by, at=at, text=row.text_hash, list=row.list_hash)
    return row


@transaction.atomic
def send_back(*, notice: PublicNotice, reason: str, by: Actor, at: datetime) -> PublicNotice:
    """What was approved is a draft again, with a reason."""
    row = move(
        notice,
        State.DRAFT,
        refused=R.NOT_ALLOWED_NOW,
        approved_at=None,
        approved_by=None,
        approved_by_name="",
        reason=reason[:300],
    )
    record(E.DRAFTED, row, by=by, at=at, note=reason)
    return row


@transaction.atomic
def publish(*, notice: PublicNotice, by: Actor, at: datetime, span: Span | None = None) -> PublicNotice:
    """Publish an approved notice under the next number of its series and year; there is no way back but a new act.

    The record is sealed first, and the root printed on the notice. A span given here replaces that of the draft.
    """
    insist(R.NOT_APPROVED if notice.state == State.DRAFT else rules.refusal_to_move(notice.state, State.PUBLISHED))
    insist(rules.refusal_to_publish(span.last if span else notice.window_to, at))
    fields = _window(span) if span else {}
    seal(at_real=clock.real())
    newest = next(iter(seals(size=1)), None)
    year = shanghai.day(at).year
    number = next_number(series=f"{notice.series}:{year}")
    row = move(
        notice,
        State.PUBLISHED,
        refused=R.NOT_ALLOWED_NOW,
        published_at=at,
        published_by=by.id,
        year=year,
        number=number,
        serial=f"{notice.series}-{year}-{number}",
        audit_root=newest.root if newest else "",
        audit_seal=newest.number if newest else 0,
        **fields,
    )
    search.index_all([finding.entry(row)])
    record(E.PUBLISHED, row, by=by, at=at, serial=row.serial, list=row.list_hash, to=row.window_to)
    if row.corrects_id:
        _replace(row, by, at)
    return row


def _replace(row: PublicNotice, by: Actor, at: datetime) -> None:
    """The corrected notice leaves, and says which one took its place."""
    old = row.corrects
    assert old is not None
    if old.state == State.PUBLISHED:
        move(old, State.WITHDRAWN, refused=R.NOT_ALLOWED_NOW, ended_at=at, reason=row.number_line)
    record(E.CORRECTED, old, by=by, at=at, serial=row.serial)


@transaction.atomic
def close(*, notice: PublicNotice, by: Actor, at: datetime) -> PublicNotice:
    """The window is over and nothing is open any more."""
    insist(rules.refusal_to_close(notice.window_to, at), to=rules.said_day(notice.window_to))
    row = move(notice, State.CLOSED, refused=R.NOT_ALLOWED_NOW, ended_at=at)
    record(E.CLOSED, row, by=by, at=at)
    return row


@transaction.atomic
def withdraw(*, notice: PublicNotice, by: Actor, at: datetime, reason: str = "") -> PublicNotice:
    """Take a notice back. Once public its page stays, with the reason."""
    row = move(notice, State.WITHDRAWN, refused=R.NOT_ALLOWED_NOW, ended_at=at, reason=reason[:300])
    record(E.WITHDRAWN, row, by=by, at=at, note=reason)
    return row
