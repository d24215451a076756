"""At a desk: a slip is looked up, judged, paid, hung back or sealed. Its keeper alone, and only its range."""

from datetime import datetime

from django.db import transaction

from sanshe.core.codes import actions as codes
from sanshe.core.codes.enums import CodeState
from sanshe.core.codes.queries import newest
from sanshe.core.kit.access import Actor
from sanshe.core.kit.refused import Refused, insist
from sanshe.core.receipts.actions import outlive
from sanshe.core.rows.actions import change, held, move, record
from sanshe.fair.actions import wins
from sanshe.fair.actions.play import insist_may_try, insist_running, put_down
from sanshe.fair.enums import Channel, DeskState, E, Mode, R, RiddleState, Verdict, WinState
from sanshe.fair.models import Award, Card, Desk, Riddle, Stock, TurnedAway, Win
from sanshe.fair.queries import play as queries
from sanshe.fair.rules import desk as rules
from sanshe.fair.rules import fair as fairs

SENT_AWAY = (R.LEASED, R.REDEEMED)


def look(*, desk: Desk, number: int, by: Actor, at: datetime) -> Riddle:
    """Show the answer of a slip that came to its desk: with that it counts as torn off. Each look is on record.

    Runs outside a transaction: that somebody was sent away stands although the look is refused.
    """
    try:
        return _look(desk, number, by, at)
    except Refused as refused:
        if refused.code in SENT_AWAY:
            code = str(refused.code)
            outlive(lambda: _turn_away(desk, number, code, by, at))
        raise


@transaction.atomic
def _look(desk: Desk, number: int, by: Actor, at: datetime) -> Riddle:
    _insist_keeper(desk, by)
    _insist_range(desk, number)
    riddle = queries.riddle(desk.fair, number)
    if riddle is None:
        raise Refused(R.NO_RIDDLE)
    if riddle.state == RiddleState.WON:
        return _won_before(riddle)
    insist_running(desk.fair, at)
    insist(rules.refusal_to_look(RiddleState(riddle.state)))
    if riddle.state == RiddleState.HUNG:
        move(riddle, RiddleState.HELD, refused=R.TORN, held_at=at, looked_at=at)
    else:
        change(riddle, looked_at=at)
    record(E.LOOKED, riddle, by=by, at=at, number=number, desk=desk.number)
    return riddle


def _won_before(riddle: Riddle) -> Riddle:
    """Its prize waits, or was fetched."""
    won = queries.win_of(riddle)
    if won is None or won.state != WinState.PENDING:
        raise Refused(R.REDEEMED, time=wins.time_of(won.redeemed_at) if won and won.redeemed_at else "")
    return riddle


@transaction.atomic
def _turn_away(desk: Desk, number: int, code: str, by: Actor, at: datetime) -> None:
    row = TurnedAway.objects.create(desk=desk, area_path=desk.area_path, number=number, code=code, came_at=at)
    record(E.TURNED_AWAY, desk, by=by, at=at, number=row.number, code=code)


def _insist_keeper(desk: Desk, by: Actor) -> None:
    insist(rules.refusal_of_keeper(keeper=desk.keeper, state=DeskState(desk.state), by=by.id))


def _insist_range(desk: Desk, number: int) -> None:
    if rules.refusal_of_number(number, first=desk.first, last=desk.last) is None:
        return
    owner = queries.desk_for(desk.fair, number)
    if owner is None:
        raise Refused(R.NO_RIDDLE)
    raise Refused(R.LEASED, lo=owner.first, hi=owner.last, desk=owner.number)


def _insist_on_desk(desk: Desk, riddle: Riddle, by: Actor, at: datetime) -> None:
    _insist_keeper(desk, by)
    _insist_range(desk, riddle.number)
    insist_running(desk.fair, at)
    looked = riddle.looked_at is not None
    insist(rules.refusal_to_judge(RiddleState(riddle.state), is_looked_at=looked))


def _channel(desk: Desk) -> Channel:
    return Channel.PAPER if desk.fair.mode == Mode.PAPER else Channel.DESK


@transaction.atomic
def won(*, desk: Desk, riddle: Riddle, card: Card, stock: Stock | None, by: Actor, at: datetime) -> Win:
    """What was said at the desk is right; with `stock` the prize goes out in the same act."""
    _insist_on_desk(desk, riddle, by, at)
    card, channel = held(card)[0], _channel(desk)
    before = insist_may_try(card, riddle, at)
    answered = put_down(riddle, card, Verdict.RIGHT, before, at, channel=channel)
    made = wins.win(riddle=riddle, answered=answered, channel=channel, by=by, at=at)
    if stock is not None:
        wins.award(won=made, stock=stock, channel=channel, by=by, at=at)
    return made


@transaction.atomic
def wrong(*, desk: Desk, riddle: Riddle, card: Card, said: str = "", by: Actor, at: datetime) -> Riddle:
    """What was said is wrong: a try of the card is used, and the slip hangs again."""
    _insist_on_desk(desk, riddle, by, at)
    card = held(card)[0]
    before = insist_may_try(card, riddle, at)
    put_down(riddle, card, Verdict.WRONG, before, at, said=said, channel=_channel(desk))
    record(E.ANSWERED, riddle, by=by, at=at, number=riddle.number, card=card.number, verdict=Verdict.WRONG)
    return move(riddle, RiddleState.HUNG, held_at=None, looked_at=None)


@transaction.atomic
def put_back(*, desk: Desk, riddle: Riddle, by: Actor, at: datetime) -> Riddle:
    """The slip hangs again without an answer."""
    _insist_keeper(desk, by)
    _insist_range(desk, riddle.number)
    move(riddle, RiddleState.HUNG, refused=R.NOT_AT_DESK, held_at=None, looked_at=None)
    record(E.PUT_BACK, riddle, by=by, at=at, number=riddle.number)
    return riddle


@transaction.atomic
def hand_out(*, desk: Desk, win: Win, stock: Stock, code: str = "", by: Actor, at: datetime) -> Award:
    """The prize of a win that waits; what was won by telephone is proven by its code."""
    _insist_keeper(desk, by)
    time = wins.time_of(win.redeemed_at) if win.redeemed_at else ""
    insist(rules.refusal_of_win(WinState(win.state)), time=time)
    until = fairs.redeemed_until(desk.fair.closes_at)
    insist(fairs.refusal_to_redeem(closes_at=desk.fair.closes_at, at=at), time=wins.time_of(until))
    insist(rules.refusal_of_code(Channel(win.channel), code=win.code, said=code))
    return wins.award(won=win, stock=stock, channel=_channel(desk), by=by, at=at)


@transaction.atomic
def seal(*, desk: Desk, riddle: Riddle, reason: str, by: Actor, at: datetime) -> Riddle:
    """Its answer was called out or seen: nobody wins it any more, and its slip comes down."""
    _insist_keeper(desk, by)
    _insist_range(desk, riddle.number)
    insist(None if reason.strip() else R.NO_REASON)
    move(riddle, RiddleState.SEALED, closed_why=reason.strip()[:100], held_at=None, looked_at=None)
    code = newest(queries.SLIP, riddle.pk)
    if code is not None and code.state == CodeState.VALID:
        codes.end(code=code, reason=reason, by=by, at=at)
    record(E.SEALED, riddle, by=by, at=at, number=riddle.number, note=reason.strip()[:100])
    return riddle
