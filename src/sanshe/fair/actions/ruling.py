"""What two people decide together: another answer is accepted, a prize is taken back."""

from datetime import datetime

from django.db import IntegrityError, transaction
from django.db.models import F

from sanshe.core.kit.access import Actor
from sanshe.core.kit.refused import Refused, insist
from sanshe.core.rows.actions import change, move, record
from sanshe.core.rows.rules import another
from sanshe.fair.actions import wins
from sanshe.fair.enums import (
    AwardState,
    Channel,
    Duty,
    E,
    FairState,
    R,
    RiddleState,
    RulingKind,
    RulingState,
    Verdict,
    WinState,
)
from sanshe.fair.models import Award, Riddle, Ruling, Stock, Win
from sanshe.fair.queries.fairs import handed
from sanshe.fair.queries.play import owed, same_answer
from sanshe.fair.rules.answer import plain

OPEN = (RiddleState.HUNG, RiddleState.HELD)


@transaction.atomic
def ask_answer(*, riddle: Riddle, answer: str, reason: str, by: Actor, at: datetime) -> Ruling:
    """One asks that another answer be accepted."""
    insist(None if plain(answer) else R.NO_ANSWER)
    insist(R.ANSWER_THERE if plain(answer) in map(plain, riddle.solution.answers) else None)
    return _ask(riddle, RulingKind.ANSWER, reason, by, at, answer=answer.strip()[:20])


@transaction.atomic
def ask_void(*, win: Win, reason: str, is_returned: bool, by: Actor, at: datetime) -> Ruling:
    """One asks that the prize of a win be taken back; with `is_returned` it is there again."""
    insist(None if handed(win) else R.NOT_HANDED)
    return _ask(win.riddle, RulingKind.VOID, reason, by, at, win=win, is_returned=is_returned)


def _ask(riddle: Riddle, kind: RulingKind, reason: str, by: Actor, at: datetime, **what: object) -> Ruling:
    insist(R.NOT_RUNNING if riddle.fair.state != FairState.HUNG else None)
    insist(None if reason.strip() else R.NO_REASON)
    said = {"kind": kind, "reason": reason.strip()[:200]}
    try:
        with transaction.atomic():
            row = Ruling.objects.create(
                riddle=riddle, area_path=riddle.area_path, asked_by=by.key, asked_at=at, **said, **what
            )  # fmt: skip
    except IntegrityError as error:
        raise Refused(R.RULING_OPEN) from error
    record(E.RULING_ASKED, row, by=by, at=at, number=riddle.number, note=row.reason, answer=row.answer)
    return row


@transaction.atomic
def refuse(*, ruling: Ruling, words: str, by: Actor, at: datetime) -> Ruling:
    """Another one does not agree, in a sentence: nothing changes."""
    another(by.id, (ruling.asked_by,), Duty.ASKER)
    insist(None if words.strip() else R.NO_REASON, field="words")
    move(ruling, RulingState.REFUSED, decided_by=by.id, decided_at=at, words=words.strip()[:200])
    record(E.RULING_REFUSED, ruling, by=by, at=at, number=ruling.riddle.number, note=ruling.words)
    return ruling


@transaction.atomic
def agree(*, ruling: Ruling, by: Actor, at: datetime) -> Ruling:
    """Another one agrees: with that it is so."""
    another(by.id, (ruling.asked_by,), Duty.ASKER)
    insist(R.NOT_RUNNING if ruling.riddle.fair.state != FairState.HUNG else None)
    move(ruling, RulingState.AGREED, decided_by=by.id, decided_at=at)
    record(E.RULING_AGREED, ruling, by=by, at=at, number=ruling.riddle.number)
    if ruling.kind == RulingKind.VOID:
        _take_back(ruling, by, at)
    else:
        _accept(ruling, by, at)
    return ruling


def _take_back(ruling: Ruling, by: Actor, at: datetime) -> None:
    won = ruling.win
    award = handed(won) if won else None
    if won is None or award is None:
        raise Refused(R.NOT_HANDED)
    move(award, AwardState.VOID, void_at=at, is_returned=ruling.is_returned)
    move(won, WinState.PENDING, redeemed_at=None)
    back = Stock.objects.filter(pk=award.stock_id)
    if ruling.is_returned and back.update(left=F("left") + 1, version=F("version") + 1) != 1:
        raise Refused(R.NO_STOCK)
    record(E.TAKEN_BACK, ruling.riddle, by=by, at=at, number=ruling.riddle.number, note=ruling.reason)


def _accept(ruling: Ruling, by: Actor, at: datetime) -> None:
    """The answer goes into the book; of those who said it before, the first wins what is still to be won. Whoever
    holds a prize keeps it: then the first gets one without a win (`make_good`)."""
    riddle = ruling.riddle
    change(riddle, also=[*riddle.also, ruling.answer])
    per_card = riddle.fair.per_card
    first = next((one for one in same_answer(riddle, ruling.answer) if one.card.wins < per_card), None)
    if first is None:
        return
    change(first, verdict=Verdict.RIGHT, ordinal=None, rejudged_at=at)
    record(E.REJUDGED, riddle, by=by, at=at, number=riddle.number, card=first.card.number)
    if riddle.state in OPEN:
        wins.win(riddle=riddle, answered=first, channel=Channel(first.channel), by=by, at=at)


@transaction.atomic
def make_good(*, ruling: Ruling, stock: Stock, by: Actor, at: datetime) -> Award:
    """The earlier one gets a prize without a win, counted apart."""
    insist(None if owed(ruling) else R.NOTHING_OWED)
    return wins.makes_good(ruling=ruling, stock=stock, by=by, at=at)
