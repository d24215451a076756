"""A consent ends: withdrawn at any time, or its term is over. What rested on it goes in the same transaction."""

from datetime import datetime

from django.db import transaction

from sanshe.core.consents import queries, rules
from sanshe.core.consents.enums import E, R, State
from sanshe.core.consents.models import Consent, ConsentRequest
from sanshe.core.kit import shanghai
from sanshe.core.kit.access import SYSTEM, Actor
from sanshe.core.kit.months import add_months
from sanshe.core.kit.refused import insist
from sanshe.core.rows.actions import change, move, record


@transaction.atomic
def withdraw(*, consent: Consent, how: str = "", by: Actor, at: datetime) -> None:
    """By the person, on their own page; or by staff to whom they said so, with how they did. No reason is asked."""
    insist(rules.refusal_to_withdraw(consent.life, at=at))
    insist(R.NO_HOW if by.is_staff and not how.strip() else None)
    move(consent, State.WITHDRAWN, ended_at=at)
    record(E.WITHDRAWN, consent.request, by=by, at=at, media=[consent.medium], how=how.strip()[:100])
    queries.USES[consent.request.kind].ended(queries.ended(consent), by, at)


def expire_over(*, at: datetime) -> int:
    """Close those whose term is over, and take away what rested on them; each night. Answers how many."""
    rows = queries.over(shanghai.day(at))
    for row in rows:
        _expire(row, at)
    return len(rows)


@transaction.atomic
def _expire(row: Consent, at: datetime) -> None:
    move(row, State.EXPIRED, ended_at=at)
    record(E.EXPIRED, row.request, by=SYSTEM, at=at, media=[row.medium])
    queries.USES[row.request.kind].ended(queries.ended(row), SYSTEM, at)


def forget_over(at: datetime) -> int:
    """The names of guardians and kin go when a consent could no longer be disputed; each night. Answers how many."""
    rows = list(queries.forgotten_by(add_months(shanghai.day(at), -12 * rules.KEPT_YEARS)))
    for row in rows:
        _forget(row, at)
    return len(rows)


@transaction.atomic
def _forget(row: ConsentRequest, at: datetime) -> None:
    change(row, guardian="", forgotten_at=at)
    record(E.FORGOTTEN, row, by=SYSTEM, at=at)
