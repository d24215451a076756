"""Look a matter up: guesses are counted before anything is looked at."""

import datetime

from django.db import transaction

from sanshe.core.accounts.actions import count_use, take_back_use
from sanshe.core.kit.refused import Refused
from sanshe.core.tracking import queries, rules
from sanshe.core.tracking.enums import R
from sanshe.core.tracking.types import Matter


def look_up(*, number: str, digits: str, device: str, real: datetime.datetime) -> list[Matter]:
    """The matters of this number and telephone. Refuses TOO_MANY before it has looked, NOT_FOUND after it.

    Runs outside a transaction: what a wrong guess counted must stand.
    """
    _count(number, device, real)
    found = queries.found(number, digits)
    if not found:
        raise Refused(R.NOT_FOUND)
    for what, _most in rules.counts(number, device):
        take_back_use(what=what)
    return found


@transaction.atomic
def _count(number: str, device: str, real: datetime.datetime) -> None:
    """All three or none: who may not guess fills nobody's count."""
    try:
        for what, most in rules.counts(number, device):
            count_use(what=what, most=most, per=rules.PER, real=real)
    except Refused as refused:
        raise Refused(R.TOO_MANY, wait=rules.PER) from refused
