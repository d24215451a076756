"""Tips: sent by anybody, read by the office alone, answered, and forgotten thirty days later."""

from datetime import date, datetime, timedelta

from django.db import transaction

from sanshe.core.accounts.actions import count_use
from sanshe.core.codes.adapters import new_token
from sanshe.core.kit import shanghai
from sanshe.core.kit.access import SYSTEM, Actor
from sanshe.core.kit.refused import insist
from sanshe.core.rows.actions import change, move, record
from sanshe.core.rows.rules import refusal_of_past, refusal_of_phone
from sanshe.creation.enums import E, R, TipState
from sanshe.creation.models import Tip, Title
from sanshe.creation.rules.tip import MOST, PER

KEPT_DAYS = 30


@transaction.atomic
def tip(
    *,
    title: Title,
    text: str,
    seen_on: date,
    name: str = "",
    phone: str = "",
    origin: str,
    by: Actor,
    at: datetime,
    real: datetime,
) -> Tip:
    """Somebody saw something; a name is not asked for. The record says that there is a tip and not what it says.
    `origin` is the address it came from, for counting only."""
    count_use(what=f"creation.tip:{origin}", most=MOST, per=PER, real=real)
    insist(None if text.strip() else R.NOTHING_SAID, field="text")
    insist(refusal_of_past(seen_on, today=shanghai.day(at)), field="seen_on")
    insist(refusal_of_phone(phone), field="phone")
    said = {"text": text.strip()[:500], "name": name.strip()[:20], "phone": phone.strip()}
    where = {"title": title, "area_path": title.area_path, "token": new_token()}
    row = Tip.objects.create(seen_on=seen_on, received_at=at, **where, **said)
    record(E.TIPPED, row, by=by, at=at)
    return row


@transaction.atomic
def close_tip(*, tip: Tip, answer: str, by: Actor, at: datetime) -> Tip:
    """What came of it, in words for who sent it."""
    insist(None if answer.strip() else R.NO_REASON, field="answer")
    move(tip, TipState.CLOSED, answer=answer.strip()[:300], closed_at=at)
    record(E.TIP_CLOSED, tip, by=by, at=at)
    return tip


def purge(*, at: datetime) -> int:
    """Thirty days behind the answer name, telephone and words are gone."""
    over = Tip.objects.filter(state=TipState.CLOSED, closed_at__lt=at - timedelta(days=KEPT_DAYS))
    return sum(_forget(row, at) for row in over if row.text)


@transaction.atomic
def _forget(row: Tip, at: datetime) -> bool:
    change(row, text="", name="", phone="")
    record(E.TIP_FORGOTTEN, row, by=SYSTEM, at=at)
    return True
