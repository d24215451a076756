"""A sheet that was signed before a witness is entered with its scan: all its rows or none."""

from collections.abc import Sequence
from datetime import date, datetime

from django.db import IntegrityError, transaction

from sanshe.core.calendar.queries import workdays
from sanshe.core.files import actions as files
from sanshe.core.files.models import StoredFile
from sanshe.core.kit import same, shanghai
from sanshe.core.kit.access import Actor
from sanshe.core.kit.refused import Refused, insist
from sanshe.core.parties.models import Organisation
from sanshe.core.rows.actions import move, record
from sanshe.core.rows.rules import refusal_of_phone
from sanshe.core.signing import actions as signing
from sanshe.core.signing.enums import Grade
from sanshe.core.signing.models import Signature
from sanshe.core.signing.types import Entry, Proof
from sanshe.pledges import phrases
from sanshe.pledges.enums import CampaignState, E, PledgeState, R, Stage, TextState
from sanshe.pledges.models import Campaign, PaperSheet, Pledge, PledgeText, Session
from sanshe.pledges.queries import pledges as queries
from sanshe.pledges.queries.campaigns import CHAIN, shown_text
from sanshe.pledges.rules import paper as rules
from sanshe.pledges.rules import pledge as life
from sanshe.pledges.types import PaperRow

SCAN = "scan"


@transaction.atomic
def enter_sheet(
    *,
    campaign: Campaign,
    text: PledgeText,
    rows: Sequence[PaperRow],
    witness: str,
    signed_on: date,
    scan: StoredFile | None,
    area_path: str = "",
    session: Session | None = None,
    unit: Organisation | None = None,
    by: Actor,
    at: datetime,
) -> PaperSheet:
    """Enter what was signed on paper. It counts from now on, and holds as long as a signature by telephone."""
    insist(R.CLOSED if campaign.state == CampaignState.CLOSED else None)
    insist(R.TEXT_CHANGED if text.state in (TextState.DRAFT, TextState.DROPPED) else None)
    last = workdays().add_workdays(signed_on, rules.DAYS)
    days = {"signed_on": signed_on, "today": shanghai.day(at), "last_day": last}
    twice = "、".join(f"…{phone[-4:]}" for phone in rules.twice(rows))
    insist(rules.refusal_to_enter(rows, witness=witness, has_scan=scan is not None, **days), phones=twice)
    assert scan is not None
    _insist_free(campaign, rows, by, at)
    where = area_path or (session.area_path if session else campaign.area_path)
    sheet = PaperSheet.objects.create(
        campaign=campaign, text=text, session=session, unit=unit, signed_on=signed_on, scan=scan.digest,
        area_path=where, entered_at=at, entered_by=by.id,
    )  # fmt: skip
    files.attach(
        file=scan,
        kind="pledges.papersheet",
        subject=sheet.pk,
        slot=SCAN,
        label=str(phrases.SCAN_LABEL),
        by=by,
        at=at,
        area_path=where,
    )
    _enter(sheet, rows, witness, by, at)
    said = {"rows": len(rows), "version": text.number, "signed_on": signed_on, "scan": scan.digest}
    record(E.SHEET_ENTERED, sheet, by=by, at=at, **said)
    return sheet


def _insist_free(campaign: Campaign, rows: Sequence[PaperRow], by: Actor, at: datetime) -> None:
    """Each telephone is whole, and none of them has a pledge that is not over; one that ran out makes room."""
    for row in rows:
        insist(refusal_of_phone(row.phone), field="rows")
    for one in queries.standing_of(campaign, [row.phone for row in rows]):
        if life.stage(one.life, at=at) != Stage.EXPIRED:
            raise Refused(R.ALREADY, date=shanghai.short(shanghai.day(one.signed_at)))
        move(one, PledgeState.RENEWED, ended_at=at)
        record(E.RENEWED, one, by=by, at=at)


def _enter(sheet: PaperSheet, rows: Sequence[PaperRow], witness: str, by: Actor, at: datetime) -> None:
    effective = life.effective_at(Grade.WITNESSED, received_at=at)
    ends = life.ends_on(effective, months=sheet.campaign.months)
    signed_at = min(at, shanghai.moment(sheet.signed_on, 12))  # paper has a day and no hour
    text, proof = shown_text(sheet.text), Proof(witness=witness, paper=sheet.scan)
    entries = [
        Entry(Grade.WITNESSED, text, row.name, signed_at, sheet.area_path, life.keep_until(ends), proof,
              phone=same.phone(row.phone))
        for row in rows
    ]  # fmt: skip
    where = {"kind": CHAIN, "subject": sheet.campaign_id, "area_path": sheet.campaign.area_path}
    made = signing.sign(**where, entries=entries, by=by, at=at)
    try:
        with transaction.atomic():
            Pledge.objects.bulk_create([_pledge(sheet, one, effective, ends) for one in made], batch_size=200)
    except IntegrityError as error:  # one of them signed by telephone at the same moment
        raise Refused(R.ALREADY, date=shanghai.short(shanghai.day(at))) from error


def _pledge(sheet: PaperSheet, one: Signature, effective: datetime, ends: date) -> Pledge:
    return Pledge(
        campaign_id=sheet.campaign_id, text_id=sheet.text_id, signature=one, session_id=sheet.session_id, sheet=sheet,
        unit_id=sheet.unit_id, area_path=sheet.area_path, grade=one.grade, phone_index=one.phone_index,
        number=life.number(shanghai.day(one.signed_at), one.number),
        signed_at=one.signed_at, effective_at=effective, ends_on=ends,
    )  # fmt: skip
