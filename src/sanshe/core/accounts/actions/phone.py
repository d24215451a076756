"""One-time codes by SMS. Signing in, the first right one makes a user with a phone and nothing else."""

import hmac
import secrets
from datetime import datetime, timedelta
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import F

from sanshe.core.accounts import queries, rules
from sanshe.core.accounts.actions.pacing import count_use
from sanshe.core.accounts.actions.people import create_user
from sanshe.core.accounts.enums import R
from sanshe.core.accounts.models import PhoneCode, User
from sanshe.core.accounts.types import CodeUse
from sanshe.core.kit import same
from sanshe.core.kit.access import NOBODY, SYSTEM
from sanshe.core.kit.refused import Refused, insist
from sanshe.core.notices.actions import send
from sanshe.core.notices.types import Recipient
from sanshe.core.privacy.adapters import blind
from sanshe.core.privacy.queries import blind_phone

SIGN_IN = CodeUse("accounts.sign_in", rules.CODE_LIFE, rules.CODES_PER_HOUR, "accounts.phone_code")


@transaction.atomic
def send_code(
    *,
    phone: str,
    device: str,
    at: datetime,
    real: datetime,
    address: str = "",
    use: CodeUse = SIGN_IN,
    about: str = "",
    **values: str,
) -> None:
    """Send a code to a phone. It holds in the browser that asked for it, for this use, `about` one thing, and `values`
    fill the message beside it. Refuses BAD_PHONE, TOO_SOON, TOO_MANY for the number, HOUSE_FULL and TOO_OFTEN for
    everybody of the house and of an address: an account is never asked about."""
    phone = same.phone(phone)
    sent, of_house = queries.codes_sent(phone=phone, real=real)
    wait = rules.seconds_to_wait(sent=sent, real=real)
    given = {"phone": phone, "sent": sent, "of_house": of_house, "real": real, "per_hour": use.per_hour}
    insist(rules.refusal_to_send(**given), seconds=wait, hour=use.per_hour, day=rules.CODES_PER_DAY)
    if address:
        count_use(what=f"codes:{address}", most=rules.CODES_OF_ADDRESS, per=rules.HOUR, real=real)
    code = f"{secrets.randbelow(10**6):06}"
    slot = int(real.timestamp()) // 60
    asked = {"phone_blind": blind_phone(phone), "device": device, "use": use.code, "about": about}
    made = PhoneCode(**asked, made_at=real, slot=slot)
    made.code_hash = _hash(made.pk, code)
    try:
        with transaction.atomic():
            made.save(force_insert=True)
    except IntegrityError:  # asked twice at once
        raise Refused(R.TOO_SOON, seconds=int(rules.CODE_GAP.total_seconds())) from None
    told = {"code": code, **values}
    send(template=use.template, to=Recipient(phone=phone), values=told, by=SYSTEM, at=at, key=str(made.pk))


def _hash(pk: UUID, code: str) -> str:
    return blind(f"phone code:{pk}:{code}")


def enter_code(*, phone: str, code: str, device: str, at: datetime, real: datetime) -> User:
    """The user of the phone to which this code was sent. Refuses as `prove_phone`, and BY_PASSWORD."""
    prove_phone(phone=phone, code=code, device=device, real=real)
    return _user_of(phone, at)


def prove_phone(*, phone: str, code: str, device: str, real: datetime, use: CodeUse = SIGN_IN, about: str = "") -> UUID:
    """Spend the code that was sent to a phone, once; answers which. Refuses CODE_WRONG (left), CODE_OVER, CODE_SPENT.

    Runs outside a transaction: each try is counted before it is looked at, and the count stays when it is refused.
    """
    row = queries.open_code(phone=phone, device=device, use=use, about=about)
    if row is None or PhoneCode.objects.filter(pk=row.pk, used_at=None).update(tries=F("tries") + 1) != 1:
        raise Refused(R.CODE_OVER, minutes=use.minutes)
    row.refresh_from_db()
    fits = hmac.compare_digest(row.code_hash, _hash(row.pk, code.strip()))
    refusal = rules.refusal_of_code(fits=fits, tries=row.tries, made_at=row.made_at, real=real, life=use.life)
    insist(refusal, left=max(0, rules.CODE_TRIES - row.tries), minutes=use.minutes)
    if PhoneCode.objects.filter(pk=row.pk, used_at=None).update(used_at=real) != 1:
        raise Refused(R.CODE_OVER, minutes=use.minutes)
    return row.pk


def _user_of(phone: str, at: datetime) -> User:
    """A phone alone opens no office: staff sign in with password and second factor."""
    found = queries.user_by_phone(phone) or _first_time(phone, at)
    if found.is_staff or not found.is_active:
        raise Refused(R.BY_PASSWORD)
    return found


def _first_time(phone: str, at: datetime) -> User:
    try:
        return create_user(by=NOBODY, at=at, phone=phone)
    except Refused:  # two browsers at once: the other one made the user
        found = queries.user_by_phone(phone)
        if found is None:
            raise
        return found


def sweep(*, real: datetime) -> int:
    """Forget codes older than a day; returns how many."""
    return PhoneCode.objects.filter(made_at__lt=real - timedelta(days=1)).delete()[0]
