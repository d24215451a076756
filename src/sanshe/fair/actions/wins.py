"""Once and no more: a riddle is won, a card is counted, a prize leaves its stock. Each by one conditional update."""

from datetime import datetime

from django.db.models import Case, F, Value, When

from sanshe.core.kit import shanghai
from sanshe.core.kit.access import Actor
from sanshe.core.kit.refused import Refused
from sanshe.core.rows.actions import move, record
from sanshe.fair.enums import Channel, E, R, RiddleState, WinState
from sanshe.fair.models import Award, Card, Riddle, Ruling, Stock, Try, Win

AFTER = Case(When(wins__gte=F("max_wins") - 1, then=Value(RiddleState.WON)), default=Value(RiddleState.HUNG))


def win(*, riddle: Riddle, answered: Try, channel: Channel, by: Actor, at: datetime) -> Win:
    """This card has won this riddle, in the state in which the riddle was read."""
    card = answered.card
    _claim(riddle)
    _count(card, riddle.fair.per_card)
    where = {"riddle": riddle, "card": card, "area_path": riddle.area_path, "answered": answered, "channel": channel}
    row = Win.objects.create(**where, ordinal=riddle.wins, place=card.wins, won_at=at)
    record(E.WON, riddle, by=by, at=at, number=riddle.number, card=card.number, channel=channel)
    return row


def _claim(riddle: Riddle) -> None:
    free = Riddle.objects.filter(pk=riddle.pk, state=riddle.state, wins__lt=F("max_wins"))
    fields = {"wins": F("wins") + 1, "version": F("version") + 1, "held_at": None, "looked_at": None}
    if free.update(state=AFTER, **fields) != 1:
        raise Refused(R.WON)
    riddle.refresh_from_db()


def _count(card: Card, per_card: int) -> None:
    if Card.objects.filter(pk=card.pk, wins__lt=per_card).update(wins=F("wins") + 1, version=F("version") + 1) != 1:
        raise Refused(R.CARD_FULL, n=per_card)
    card.refresh_from_db(fields=["wins", "version"])


def award(*, won: Win, stock: Stock, channel: Channel, by: Actor, at: datetime) -> Award:
    """One prize for one win, out of what is there."""
    move(won, WinState.REDEEMED, refused=R.REDEEMED_JUST_NOW, redeemed_at=at)
    row = _hand(stock, channel, by, at, win=won)
    record(E.HANDED_OUT, won.riddle, by=by, at=at, number=won.riddle.number, name=stock.good.name)
    return row


def makes_good(*, ruling: Ruling, stock: Stock, by: Actor, at: datetime) -> Award:
    """A prize without a win, counted apart."""
    row = _hand(stock, Channel.DESK, by, at, ruling=ruling)
    record(E.HANDED_OUT, ruling.riddle, by=by, at=at, number=ruling.riddle.number, name=stock.good.name)
    return row


def _hand(stock: Stock, channel: Channel, by: Actor, at: datetime, **why: Win | Ruling) -> Award:
    if Stock.objects.filter(pk=stock.pk, left__gt=0).update(left=F("left") - 1, version=F("version") + 1) != 1:
        raise Refused(R.NO_STOCK)
    stock.refresh_from_db(fields=["left", "version"])
    where = {"stock": stock, "area_path": stock.area_path, "channel": channel, "handed_at": at, "handed_by": by.id}
    return Award.objects.create(**where, **why)


def time_of(moment: datetime) -> str:
    return f"{shanghai.local(moment):%H:%M}"
