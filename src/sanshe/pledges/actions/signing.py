"""Signing on one's own telephone: a code for the text that was read, then the signature and the pledge with it."""

from datetime import datetime

from django.db import IntegrityError, transaction

from sanshe.core.accounts.queries import user_by_phone
from sanshe.core.kit import same, shanghai
from sanshe.core.kit.access import Actor
from sanshe.core.kit.digest import fingerprint_bytes
from sanshe.core.kit.refused import Refused, insist
from sanshe.core.rows.actions import move, record
from sanshe.core.rows.rules import refusal_of_phone
from sanshe.core.signing import actions as signing
from sanshe.core.signing.enums import Grade
from sanshe.core.signing.types import Entry, Proof
from sanshe.pledges.enums import E, PledgeState, R, Way
from sanshe.pledges.models import Campaign, Pledge, PledgeText
from sanshe.pledges.queries import pledges as queries
from sanshe.pledges.queries.campaigns import CHAIN, session_of, shown_text, text_in_force
from sanshe.pledges.rules import campaign as campaigns
from sanshe.pledges.rules import pledge as rules
from sanshe.pledges.types import Asked, Earlier


def ask_code(
    *,
    campaign: Campaign,
    asked: Asked,
    device: str,
    address: str = "",
    renews: bool = False,
    by: Actor,
    at: datetime,
    real: datetime,
) -> None:
    """Send a code for the text that was read, when nothing stands in the way of signing it."""
    text = _ready(campaign, asked, device, renews, by, at)
    where = {"device": device, "address": address}
    signing.send_code(phone=asked.phone, title=text.title, text=shown_text(text), at=at, real=real, **where)


def sign_own(
    *,
    campaign: Campaign,
    asked: Asked,
    code: str,
    device: str,
    renews: bool = False,
    by: Actor,
    at: datetime,
    real: datetime,
) -> Pledge:
    """Sign by the code. Runs outside a transaction: a wrong code stays counted; signature and pledge are one act."""
    text = _ready(campaign, asked, device, renews, by, at)
    proof = signing.prove(phone=asked.phone, code=code, text=shown_text(text), device=device, real=real)
    return _signed(campaign, asked, text, proof, by, at)


def _ready(campaign: Campaign, asked: Asked, device: str, renews: bool, by: Actor, at: datetime) -> PledgeText:
    """The version that is in force, when this person may sign it now."""
    insist(campaigns.refusal_when_shut(campaign.term, on=shanghai.day(at)), day=shanghai.short(campaign.closes_on))
    text = text_in_force(campaign)
    if text is None:
        raise Refused(R.NOT_OPEN, day=shanghai.short(campaign.closes_on))
    insist(refusal_of_phone(asked.phone), field="phone")
    earlier = queries.earlier(campaign, name=asked.name, phone=asked.phone, device=device, at=at)
    refusal = rules.refusal_to_renew if renews else rules.refusal_to_ask
    now = fingerprint_bytes(shown_text(text).encode())
    refused = refusal(asked, in_force=now, earlier=earlier, is_staff_phone=_is_staff_phone(asked, by))
    insist(refused, date=_day(earlier))
    return text


def _day(earlier: Earlier) -> str:
    return shanghai.short(earlier.signed_on) if earlier.signed_on else ""


def _is_staff_phone(asked: Asked, by: Actor) -> bool:
    """Somebody of the staff signs for themselves on their telephone, and for nobody else."""
    found = user_by_phone(same.phone(asked.phone))
    names = [by.name] if by.is_known and by.is_staff else []
    names += [found.name] if found is not None and found.is_staff else []
    return any(same.name(name) != same.name(asked.name) for name in names)


@transaction.atomic
def _signed(campaign: Campaign, asked: Asked, text: PledgeText, proof: Proof, by: Actor, at: datetime) -> Pledge:
    effective = rules.effective_at(Grade.OWN_PHONE, received_at=at)
    ends = rules.ends_on(effective, months=campaign.months)
    area_path = asked.community or campaign.area_path
    before = _made_room(campaign, asked, by, at, effective)
    entry = Entry(
        grade=Grade.OWN_PHONE, text=shown_text(text), name=asked.name, phone=same.phone(asked.phone), signed_at=at,
        area_path=area_path, keep_until=rules.keep_until(ends), proof=proof,
        variant=Way.LARGE if asked.is_large else "",
    )  # fmt: skip
    made = signing.sign(kind=CHAIN, subject=campaign.pk, area_path=campaign.area_path, entries=[entry], by=by, at=at)[0]
    try:
        with transaction.atomic():
            row = Pledge.objects.create(
                campaign=campaign, text=text, signature=made, area_path=area_path, grade=made.grade,
                number=rules.number(shanghai.day(at), made.number),
                phone_index=made.phone_index, signed_at=at, effective_at=effective, ends_on=ends, renews=before,
                unit_id=asked.unit, session=session_of(campaign, asked.session),
            )  # fmt: skip
    except IntegrityError as error:  # the same telephone was faster in another browser
        raise Refused(R.ALREADY, date=shanghai.short(shanghai.day(at))) from error
    record(E.SIGNED, row, by=by, at=at, grade=row.grade, version=text.number, number=made.number)
    return row


def _made_room(campaign: Campaign, asked: Asked, by: Actor, at: datetime, effective: datetime) -> Pledge | None:
    """What this telephone signed before counts until the new one does."""
    before = queries.standing(campaign, asked.phone)
    if before is None:
        return None
    move(before, PledgeState.RENEWED, ended_at=effective)
    record(E.RENEWED, before, by=by, at=at)
    return before
