"""Residents: an answer by telephone, a slip torn off."""

from datetime import datetime

from django.db import transaction

from sanshe.core.kit.access import Actor
from sanshe.core.kit.refused import insist
from sanshe.core.rows.actions import held, move, record
from sanshe.fair.actions import wins
from sanshe.fair.enums import Channel, E, FairState, Mode, R, RiddleState, Verdict
from sanshe.fair.models import Card, Fair, Riddle, Try
from sanshe.fair.queries.play import tried
from sanshe.fair.rules import fair as fairs
from sanshe.fair.rules import play as rules
from sanshe.fair.rules.answer import judge, plain
from sanshe.fair.types import Tried


@transaction.atomic
def answer(*, card: Card, riddle: Riddle, said: str, by: Actor, at: datetime) -> Try:
    """An answer by telephone: judged, counted where it was wrong, won where it was right."""
    fair = riddle.fair
    insist_running(fair, at)
    insist(rules.refusal_by_phone(Mode(fair.mode)) or rules.refusal_of_state(RiddleState(riddle.state)))
    insist(None if plain(said) else R.NO_ANSWER)
    card = held(card)[0]
    before = insist_may_try(card, riddle, at)
    row = put_down(riddle, card, judge(said, riddle.solution), before, at, said=said)
    record(E.ANSWERED, riddle, by=by, at=at, number=riddle.number, card=card.number, verdict=row.verdict)
    if row.verdict == Verdict.RIGHT:
        wins.win(riddle=riddle, answered=row, channel=Channel.PHONE, by=by, at=at)
    return row


def insist_running(fair: Fair, at: datetime) -> None:
    hours = {"opens_at": fair.opens_at, "closes_at": fair.closes_at}
    insist(fairs.refusal_to_play(FairState(fair.state), **hours, at=at))


def insist_may_try(card: Card, riddle: Riddle, at: datetime) -> Tried:
    """The card has room for a win, and tries left at this riddle: those it had."""
    per_card, before = riddle.fair.per_card, tried(card, riddle)
    insist(rules.refusal_of_card(wins=card.wins, per_card=per_card), n=per_card)
    insist(rules.refusal_to_try(before, at=at), s=rules.seconds_left(before, at))
    return before


def put_down(
    riddle: Riddle,
    card: Card,
    verdict: Verdict,
    before: Tried,
    at: datetime,
    *,
    said: str = "",
    channel: Channel = Channel.PHONE,
) -> Try:
    """An answer with its verdict; a wrong one is counted behind those before it."""
    ordinal = before.n + 1 if verdict == Verdict.WRONG else None
    return Try.objects.create(
        riddle=riddle, card=card, area_path=riddle.area_path, channel=channel, said=said.strip()[:40],
        verdict=verdict, ordinal=ordinal, received_at=at,
    )  # fmt: skip


@transaction.atomic
def tear(*, riddle: Riddle, by: Actor, at: datetime) -> Riddle:
    """A slip is torn off and carried to its desk; until the verdict nobody else answers it."""
    insist_running(riddle.fair, at)
    insist(R.NOT_TORN if riddle.fair.mode == Mode.PHONE else rules.refusal_of_state(RiddleState(riddle.state)))
    move(riddle, RiddleState.HELD, refused=R.TORN, held_at=at, looked_at=None)
    record(E.TORN, riddle, by=by, at=at, number=riddle.number)
    return riddle
