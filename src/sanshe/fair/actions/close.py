"""A fair ends: what hangs comes down, goods are counted, the account is signed by two."""

from datetime import datetime

from django.db import transaction

from sanshe.core.calendar.queries import workdays
from sanshe.core.kit import shanghai
from sanshe.core.kit.access import Actor
from sanshe.core.kit.refused import Refused, insist
from sanshe.core.rows.actions import change, move, record
from sanshe.core.rows.rules import another
from sanshe.fair.enums import DeskState, Duty, E, FairState, R, RiddleState, WinState
from sanshe.fair.models import Fair, Riddle, Stock
from sanshe.fair.queries import fairs as queries
from sanshe.fair.rules import fair as rules


@transaction.atomic
def close_fair(*, fair: Fair, volunteers: int = 0, hours: int = 0, by: Actor, at: datetime) -> Fair:
    """What hangs comes down, what nobody fetched in time has lapsed, desks close."""
    pending = list(queries.wins(fair, WinState.PENDING))
    insist(rules.refusal_to_close(pending=len(pending), closes_at=fair.closes_at, at=at))
    insist(R.RULING_OPEN if queries.open_rulings(fair) else None)
    last_day = workdays().add_workdays(shanghai.day(fair.closes_at), rules.SIGN_WORKDAYS)
    move(fair, FairState.CLOSED, closed_at=at, sign_on=last_day, volunteers=volunteers, hours=hours)
    left = list(Riddle.objects.filter(fair=fair, state__in=[RiddleState.HUNG, RiddleState.HELD]))
    for riddle in left:
        move(riddle, RiddleState.EXPIRED, held_at=None, looked_at=None)
    for won in pending:
        move(won, WinState.LAPSED)
    for desk in fair.desks.exclude(state=DeskState.CLOSED):
        move(desk, DeskState.CLOSED)
    record(E.CLOSED, fair, by=by, at=at, riddles=len(left), lapsed=len(pending), volunteers=volunteers, hours=hours)
    return fair


@transaction.atomic
def count_stock(*, stock: Stock, counted: int, by: Actor, at: datetime) -> Stock:
    """What is left of a good at a place, as it was counted by hand."""
    fair = stock.good.fair
    insist(R.NOT_OVER if fair.state in (FairState.PLANNED, FairState.HUNG) else None)
    if fair.state != FairState.CLOSED:
        raise Refused(R.ACCOUNT_SIGNED)
    change(stock, counted=counted)
    record(E.STOCK_COUNTED, fair, by=by, at=at, name=stock.good.name, counted=counted)
    return stock


@transaction.atomic
def sign(*, fair: Fair, words: str = "", by: Actor, at: datetime) -> Fair:
    """Who kept a desk signs the account; a difference has a line of words, and is signed all the same."""
    insist(None if fair.desks.filter(keeper=by.key).exists() else R.NOT_A_KEEPER)
    account = queries.account_of(fair)
    open_ones = {"rulings": queries.open_rulings(fair), "uncounted": queries.uncounted(fair)}
    insist(rules.refusal_to_sign(**open_ones, account=account, words=words))
    move(fair, FairState.SIGNED, signed_by=by.id, signed_at=at, words=words.strip()[:200])
    record(E.SIGNED, fair, by=by, at=at, difference=account.difference, note=fair.words)
    return fair


@transaction.atomic
def countersign(*, fair: Fair, by: Actor, at: datetime) -> Fair:
    """The subdistrict signs too."""
    another(by.id, (fair.signed_by,), Duty.KEEPER)
    move(fair, FairState.COUNTERSIGNED, countersigned_by=by.id, countersigned_at=at)
    record(E.COUNTERSIGNED, fair, by=by, at=at, difference=queries.account_of(fair).difference)
    return fair
