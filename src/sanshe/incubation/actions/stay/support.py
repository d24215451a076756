"""Desks given and released; small support given, its receipts handed in and looked at."""

import datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import F

from sanshe.core.files import actions as files
from sanshe.core.files.models import StoredFile
from sanshe.core.kit import shanghai
from sanshe.core.kit.access import Actor
from sanshe.core.kit.money import yuan
from sanshe.core.kit.refused import Refused, insist
from sanshe.core.rows.actions import change, move, record
from sanshe.core.rows.enums import R as Rows
from sanshe.core.rows.rules import refusal_of_past
from sanshe.incubation.actions.letters import send_to_entry
from sanshe.incubation.enums.agreement.register import EntryState
from sanshe.incubation.enums.stay.support import ReceiptState as S
from sanshe.incubation.enums.stay.support import SupportEvent as E
from sanshe.incubation.enums.stay.support import SupportRefusal as R
from sanshe.incubation.models import DeskUse, Entry, Receipt, SupportGrant
from sanshe.incubation.queries.stay import support as queries
from sanshe.incubation.rules.stay import support as rules

DESK, GRANT = "incubation.desk", queries.GRANT


@transaction.atomic
def give_desk(*, entry: Entry, no: int, by: Actor, at: datetime.datetime, room: str = "") -> DeskUse:
    """Give a free desk. Two at once for the same desk: one gets it. Two desks at once for one organisation: one is
    told to look again, for its row moves with each."""
    insist(None if entry.state == EntryState.IN_INCUBATION else R.NOT_IN_INCUBATION)
    capacity = entry.batch.capacity.get("desks", 0)
    insist(rules.refusal_of_desk(no=no, capacity=capacity, held=queries.held(entry), promised=queries.promised(entry)))
    change(entry, refused=R.STALE)
    said = {"no": no, "capacity": capacity, "room": room.strip(), "from_on": shanghai.day(at)}
    try:
        with transaction.atomic():
            row = DeskUse.objects.create(batch=entry.batch, entry=entry, area_path=entry.area_path, **said)
    except IntegrityError as error:
        raise Refused(R.DESK_TAKEN, no=no) from error
    record(E.DESK_GIVEN, row, by=by, at=at, entry=entry.pk, no=no)
    return row


@transaction.atomic
def release_desk(*, desk: DeskUse, by: Actor, at: datetime.datetime) -> None:
    if DeskUse.objects.filter(pk=desk.pk, released_on=None).update(released_on=shanghai.day(at)) != 1:
        raise Refused(R.RELEASED_ALREADY)
    record(E.DESK_RELEASED, desk, by=by, at=at, entry=desk.entry_id, no=desk.no)


@transaction.atomic
def give_money(*, entry: Entry, cents: int | None, purpose: str, by: Actor, at: datetime.datetime) -> SupportGrant:
    insist(None if entry.state == EntryState.IN_INCUBATION else R.NOT_IN_INCUBATION)
    insist(rules.refusal_of_money(cents=cents, purpose=purpose))
    said = {"cents": cents, "purpose": purpose.strip(), "given_on": shanghai.day(at)}
    row = SupportGrant.objects.create(entry=entry, area_path=entry.area_path, given_by=by.id, **said)
    record(E.MONEY_GIVEN, row, by=by, at=at, entry=entry.pk, **said)
    return row


@transaction.atomic
def give_receipt(
    *,
    grant: SupportGrant,
    cents: int | None,
    what: str,
    spent_on: datetime.date,
    scan: StoredFile | None,
    by: Actor,
    at: datetime.datetime,
) -> Receipt:
    """Hand in one receipt. More than is left is refused, also when two come at once."""
    facts = {"cents": cents, "what": what, "has_scan": scan is not None, "spent_on": spent_on}
    insist(rules.refusal_of_receipt(**facts, left=grant.left, today=shanghai.day(at)), left=yuan(grant.left))
    insist(refusal_of_past(spent_on, today=shanghai.day(at)))
    assert cents is not None and scan is not None
    room = SupportGrant.objects.filter(pk=grant.pk, cents__gte=F("spent") + cents)
    if room.update(spent=F("spent") + cents) != 1:
        now = SupportGrant.every.get(pk=grant.pk)
        raise Refused(Rows.STRUCK_ALREADY) if now.struck_at else Refused(R.OVERSPENT, left=yuan(now.left))
    said = {"cents": cents, "what": what.strip(), "spent_on": spent_on}
    row = _kept(grant, scan, said, by, at)
    where = {"kind": GRANT, "subject": grant.pk, "area_path": grant.area_path}
    files.attach(file=scan, slot=f"receipt-{row.pk}", label=row.what, **where, by=by, at=at)
    record(E.RECEIPT_GIVEN, grant, by=by, at=at, receipt=row.pk, **said)
    return row


def _kept(grant: SupportGrant, scan: StoredFile, said: dict[str, Any], by: Actor, at: datetime.datetime) -> Receipt:
    made = {"given_at": at, "given_by": by.id, "area_path": grant.area_path, "scan": scan.pk}
    try:
        with transaction.atomic():
            return Receipt.objects.create(grant=grant, **said, **made)
    except IntegrityError as error:
        raise Refused(R.SCAN_USED) from error


@transaction.atomic
def check_receipt(*, receipt: Receipt, accepts: bool, words: str, by: Actor, at: datetime.datetime) -> None:
    """A second person accepts it, or refuses it with words; then its amount is there again."""
    is_own = by.id is not None and receipt.given_by == by.id
    insist(rules.refusal_to_check(state=S(receipt.state), is_own_hand=is_own, accepts=accepts, words=words))
    said = {"checked_at": at, "checked_by": by.id, "words": words.strip()}
    move(receipt, S.CHECKED if accepts else S.REFUSED, refused=R.MOVE_NOT_ALLOWED, **said)
    grant = receipt.grant
    if not accepts:
        SupportGrant.objects.filter(pk=grant.pk).update(spent=F("spent") - receipt.cents)
        told = {"what": receipt.what, "words": words.strip()}
        send_to_entry(grant.entry, "incubation.receipt_refused", told, by, at, f"receipt:{receipt.pk}")
    new = {"receipt": receipt.pk, "cents": receipt.cents, "words": words.strip()}
    record(E.RECEIPT_CHECKED if accepts else E.RECEIPT_REFUSED, grant, by=by, at=at, **new)
