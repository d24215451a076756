"""Agreements: prepared from the template, signed by both sides, and the entry that follows."""

import datetime
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction

from sanshe.core.accounts import actions as accounts
from sanshe.core.accounts.enums import R as AccountRefusal
from sanshe.core.accounts.queries import user
from sanshe.core.figures.actions import count
from sanshe.core.kit import same, shanghai
from sanshe.core.kit.access import SYSTEM, Actor
from sanshe.core.kit.digest import fingerprint
from sanshe.core.kit.refused import Refused, insist
from sanshe.core.kit.roles import Role
from sanshe.core.papers.queries import template
from sanshe.core.parties.models import Organisation
from sanshe.core.rows.actions import move, record
from sanshe.core.search import actions as search
from sanshe.core.serials.actions import next_number
from sanshe.incubation.actions.call.batch import move_up_to
from sanshe.incubation.enums.agreement.agreement import AgreementEvent as E
from sanshe.incubation.enums.agreement.agreement import AgreementRefusal as R
from sanshe.incubation.enums.agreement.agreement import AgreementState as S
from sanshe.incubation.enums.agreement.agreement import SignatureSide, SignatureWay
from sanshe.incubation.enums.agreement.register import EntryState, RegisterEvent, RegisterRefusal
from sanshe.incubation.enums.call.batch import BatchState
from sanshe.incubation.enums.decision.decision import PlaceState
from sanshe.incubation.models import Agreement, Batch, Entry, Place, Signature
from sanshe.incubation.papers.agreement.standing import CODE, TEXT
from sanshe.incubation.queries.agreement import agreement as queries
from sanshe.incubation.queries.call.application import private_of
from sanshe.incubation.queries.notice.objection import open_objections
from sanshe.incubation.queries.search import agreement_entry
from sanshe.incubation.rules.agreement import agreement as rules
from sanshe.incubation.rules.stay import terms

KIND = "incubation.agreement"
PROMISE = {"desks": 1, "sessions": 6, "hours": 24}


@transaction.atomic
def prepare(
    *,
    place: Place,
    by: Actor,
    at: datetime.datetime,
    promise: dict[str, int] | None = None,
    reason: str = "",
    version: int = 1,
) -> Agreement:
    """Prepare the paper of a confirmed place: its number is the next serial, never a rank."""
    batch, asked = place.batch, promise or PROMISE
    operator = batch.centre.operator
    facts = {"confirmed": place.state == PlaceState.CONFIRMED, "open_objections": open_objections(place)}
    insist(rules.refusal_to_prepare(**facts, centre_code=operator.credit_code if operator else ""))
    insist(rules.refusal_for_capacity(promised=queries.promised(batch), asked=asked, capacity=batch.capacity))
    year = shanghai.day(at).year
    serial = next_number(series=f"incubation.agreement.{batch.area_path}.{year}")
    content = {**blanks(place, asked), TEXT: template(CODE)[0]}
    said = {"content": content, "content_hash": fingerprint(content), "promised": asked, "version_no": version}
    made = {"prepared_at": at, "prepared_by": by.id, "reason": reason, "area_path": place.area_path}
    row = Agreement.objects.create(
        number=f"{batch.centre.short_prefix}孵协〔{year}〕{serial} 号", place=place, **said, **made
    )
    move_up_to(batch=batch, to=BatchState.SIGNING, by=by, at=at)
    search.index_all([agreement_entry(row)])
    record(E.PREPARED, row, by=by, at=at, number=row.number, hash=row.content_hash)
    return row


def blanks(place: Place, promise: dict[str, int]) -> dict[str, Any]:
    """What the template's blanks are filled with, each from where it was recorded."""
    batch, application = place.batch, place.application
    operator = batch.centre.operator
    parties = {"party_a": operator.name if operator else "", "party_a_code": operator.credit_code if operator else ""}
    mine = {
        "party_b": application.name,
        "party_b_code": application.credit_code or application.fields.get("filing_number", ""),
    }
    term = {"months": batch.term_months, "batch": batch.name, "centre": batch.centre.name}
    return {**parties, **mine, **term, **promise, "concept": application.fields.get("what", "")}


@transaction.atomic
def prepare_all(*, batch: Batch, by: Actor, at: datetime.datetime) -> int:
    """Prepare every confirmed place's paper that has none."""
    found = list(queries.to_prepare(batch))
    for place in found:
        prepare(place=place, by=by, at=at)
    return len(found)


@transaction.atomic
def sign(
    *,
    agreement: Agreement,
    side: SignatureSide,
    way: SignatureWay,
    signer: str,
    by: Actor,
    at: datetime.datetime,
    witnesses: tuple[str, ...] = (),
    subdistrict_witness: str = "",
    founders_signed: int = 0,
    scan: UUID | None = None,
) -> Signature:
    """Record one side's signature. The centre signs first; with the second the organisation enters."""
    place, batch = agreement.place, agreement.place.batch
    window = {"opens": shanghai.moment(batch.signing_from), "closes": queries.signing_closes(batch), "at": at}
    insist(rules.refusal_to_sign(**window, open_objections=open_objections(place)))
    is_mine = side == SignatureSide.ORGANISATION
    founders = same.people(private_of(place.application).get("founders", ""))
    facts = {"way": way, "has_scan": scan is not None, "founders_signed": founders_signed}
    facts |= {"signer": signer, "witnesses": witnesses}
    registration = place.application.registration if is_mine else "registered"
    facts |= {"registration": registration, "subdistrict_witness": bool(subdistrict_witness), "founders": len(founders)}
    insist(rules.refusal_of_signature(**facts))
    said = {
        "witnesses": list(witnesses),
        "subdistrict_witness": subdistrict_witness,
        "founders_signed": founders_signed,
    }
    try:
        with transaction.atomic():
            row = Signature.objects.create(
                agreement=agreement, side=side, way=way, signer=signer, scan=scan, **said,
                signed_on=shanghai.day(at), recorded_by=by.id, recorded_at=at,
            )  # fmt: skip
    except IntegrityError as error:
        raise Refused(R.ALREADY_SIGNED) from error
    _sealed_by_both(agreement, is_mine, by, at)
    return row


def _sealed_by_both(agreement: Agreement, is_mine: bool, by: Actor, at: datetime.datetime) -> None:
    if not is_mine:
        move(agreement, S.CENTRE_SIGNED, refused=R.CENTRE_FIRST)
        return record(E.SIGNED_BY_CENTRE, agreement, by=by, at=at)
    batch, start = agreement.place.batch, shanghai.day(at)
    end = terms.term_end(starts=start, months=batch.term_months)
    move(agreement, S.SIGNED, refused=R.CENTRE_FIRST, signed_at=at, term_from=start, term_to=end)
    place = Place.objects.get(pk=agreement.place_id)
    move(place, PlaceState.SIGNED, refused=R.NOT_CONFIRMED)
    record(E.SIGNED, agreement, by=by, at=at, term_from=start, term_to=end)
    enter(agreement=agreement, by=by, at=at)
    count(key="incubation.signed", area_path=agreement.area_path, n=1, at=at)
    if not Place.objects.filter(batch=batch, state=PlaceState.CONFIRMED).exists():
        move_up_to(batch=batch, to=BatchState.INCUBATING, by=by, at=at)
    return None


def enter(*, agreement: Agreement, by: Actor, at: datetime.datetime) -> Entry:
    """入壳: once at a time for life, by constraint."""
    place = agreement.place
    said: dict[str, Any] = {"organisation_id": place.application.organisation_id, "area_path": agreement.area_path}
    said |= {"entered_on": agreement.term_from, "term_to": agreement.term_to}
    try:
        with transaction.atomic():
            row = Entry.objects.create(batch=place.batch, agreement=agreement, **said)
    except IntegrityError as error:
        raise Refused(RegisterRefusal.ALREADY_IN) from error
    record(E.ENTERED, agreement, by=by, at=at, entry=row.pk)
    _let_in(place, at)
    return row


def _let_in(place: Place, at: datetime.datetime) -> None:
    """Whose account applied acts for the organisation from now on; for a paper application the centre appoints one."""
    applicant = user(place.application.owner) if place.application.owner else None
    party = place.application.organisation
    if applicant is None or party is None:
        return
    try:
        accounts.appoint(
            user=applicant,
            role=Role.ORGANISATION_REP,
            area_path=party.area_path,
            organisation=party.pk,
            by=SYSTEM,
            at=at,
        )
    except Refused as refused:
        if refused.code != AccountRefusal.TWICE:
            raise


@transaction.atomic
def replace(*, agreement: Agreement, reason: str, by: Actor, at: datetime.datetime) -> Agreement:
    """A new version before both have signed, with its reason; the old one stays readable."""
    insist(rules.refusal_to_replace(signed=agreement.state == S.SIGNED, reason=reason))
    move(agreement, S.REPLACED, refused=R.ALREADY_SIGNED, reason=reason)
    record(E.REPLACED, agreement, by=by, at=at, reason=reason)
    place = Place.objects.get(pk=agreement.place_id)
    return prepare(place=place, by=by, at=at, promise=agreement.promised, version=agreement.version_no + 1)


@transaction.atomic
def lapse(*, agreement: Agreement, reason_given: bool, by: Actor, at: datetime.datetime) -> None:
    """Not signed in the window and no reason in the days to give one: the place is free for the reserve."""
    batch = agreement.place.batch
    when = {"window_ends": queries.signing_closes(batch), "reason_until": queries.reason_until(batch), "at": at}
    insist(rules.refusal_to_lapse(**when, reason_given=reason_given))
    move(agreement, S.LAPSED, refused=R.ALREADY_SIGNED)
    move(Place.objects.get(pk=agreement.place_id), PlaceState.LAPSED, refused=R.NOT_CONFIRMED)
    record(E.LAPSED, agreement, by=by, at=at)


@transaction.atomic
def enter_past(
    *,
    batch: Batch,
    organisation: Organisation,
    entered_on: datetime.date,
    term_to: datetime.date,
    graduated_on: datetime.date | None,
    by: Actor,
    at: datetime.datetime,
) -> Entry:
    """Enter what happened before this system: an organisation of an earlier batch, on record as such."""
    state = EntryState.GRADUATED if graduated_on else EntryState.IN_INCUBATION
    said = {"entered_on": entered_on, "term_to": term_to, "left_on": graduated_on, "state": state}
    row = Entry.objects.create(batch=batch, organisation=organisation, area_path=batch.area_path, **said)
    event = RegisterEvent.GRADUATED if graduated_on else RegisterEvent.ENTERED
    record(event, row, by=by, at=at, organisation=organisation.pk, state=state, entered_on=entered_on)
    count(key="incubation.graduated", area_path=row.area_path, n=int(graduated_on is not None), at=at)
    return row
