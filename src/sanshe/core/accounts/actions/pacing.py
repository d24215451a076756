"""How often something open to everybody may be done, counted without keeping who did it."""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F

from sanshe.core.accounts.enums import R
from sanshe.core.accounts.models import Failure, User
from sanshe.core.kit.refused import Refused
from sanshe.core.privacy.adapters import blind

FORGET = timedelta(days=1)
SPENT = timedelta(minutes=10)  # longer than any code of a second factor holds
HARD_FILES, HARD_PER = 10, timedelta(hours=1)  # of one person; of strangers, of one address
FILES, FILES_PER = 120, timedelta(minutes=5)  # of strangers, of one address


@transaction.atomic
def count_use(*, what: str, most: int, per: timedelta, real: datetime) -> None:
    """Count one use of `what` (an address, a device: kept as a blind mark only). Refuses TOO_OFTEN beyond `most` within
    `per`. Counted in the caller's transaction: what is not done in the end does not count."""
    row, _ = Failure.objects.get_or_create(account=blind(f"pace:{what}"), device="", defaults={"since": real})
    Failure.objects.filter(pk=row.pk, since__lte=real - per).update(count=0, since=real)
    if Failure.objects.filter(pk=row.pk, count__lt=most).update(count=F("count") + 1) != 1:
        raise Refused(R.TOO_OFTEN, wait=per)


def spend_code(*, user: User, code: str, real: datetime) -> None:
    """A one-time code is taken once by the whole house, whichever process it came to. Refuses CODE_USED."""
    try:
        count_use(what=f"code:{user.pk}:{''.join(code.split())}", most=1, per=SPENT, real=real)
    except Refused:
        raise Refused(R.CODE_USED) from None


def take_back_use(*, what: str) -> None:
    """One use less: it was no guess after all."""
    Failure.objects.filter(account=blind(f"pace:{what}"), device="", count__gt=0).update(count=F("count") - 1)


@transaction.atomic
def count_file(*, of: str, is_known: bool, real: datetime) -> None:
    """Count one file before it is looked at: too many that were too hard are refused TOO_OFTEN, and too many of
    strangers whatever they were."""
    if not is_known:
        count_use(what=f"files:{of}", most=FILES, per=FILES_PER, real=real)
    count_use(what=f"files.hard:{of}", most=HARD_FILES, per=HARD_PER, real=real)


def forgive_file(*, of: str) -> None:
    """It was not too hard."""
    take_back_use(what=f"files.hard:{of}")


def sweep_counts(*, real: datetime) -> int:
    """Forget counts and guesses that lock nothing and are older than a day; returns how many."""
    old = Failure.objects.filter(since__lt=real - FORGET)
    return old.exclude(locked_until__gt=real).delete()[0]
