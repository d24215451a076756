"""Riddles, cards, what was answered."""

from uuid import UUID

from django.db.models import Max, Min, QuerySet

from sanshe.core.kit.access import Actor
from sanshe.core.rows.queries import within
from sanshe.fair.enums import AwardState, FairState, P, RiddleState, RulingState, Verdict, WinState
from sanshe.fair.models import Award, Card, Desk, Fair, Riddle, Ruling, Stock, Try, TurnedAway, Win
from sanshe.fair.rules.answer import plain
from sanshe.fair.types import Tried

SLIP = "fair.slip"
UP = (RiddleState.HUNG, RiddleState.HELD, RiddleState.WON, RiddleState.SEALED, RiddleState.EXPIRED)


def riddle(row: Fair, number: int) -> Riddle | None:
    return Riddle.objects.filter(fair=row, number=number).select_related("fair").first()


def riddle_up(row: Fair, number: int) -> Riddle | None:
    """A riddle that everybody may read: it hangs, or hung."""
    found = riddle(row, number)
    return found if found is not None and found.state in UP else None


def riddles(row: Fair) -> QuerySet[Riddle]:
    return Riddle.objects.filter(fair=row).order_by("number")


def board(row: Fair) -> list[tuple[int, str]]:
    """Number and state of what is up, in one query."""
    return list(riddles(row).filter(state__in=UP).values_list("number", "state"))


def drafts(row: Fair) -> list[Riddle]:
    return list(riddles(row).filter(state=RiddleState.DRAFT))


def in_wave(row: Fair, wave: int) -> list[Riddle]:
    return list(riddles(row).filter(wave=wave, state__in=[RiddleState.DRAFT, RiddleState.CHECKED]))


def next_wave(row: Fair) -> int | None:
    """The wave that hangs next."""
    waiting = riddles(row).filter(state__in=[RiddleState.DRAFT, RiddleState.CHECKED]).order_by()
    return waiting.aggregate(n=Min("wave"))["n"]


def card_by_token(token: str) -> Card | None:
    return Card.objects.filter(token=token.upper()).select_related("fair").first()


def card(row: Fair, number: int) -> Card | None:
    return Card.objects.filter(fair=row, number=number).select_related("fair").first()


def last_card(row: Fair) -> int:
    return Card.objects.filter(fair=row).aggregate(n=Max("number"))["n"] or 0


def cards(row: Fair, first: int, last: int) -> QuerySet[Card]:
    return Card.objects.filter(fair=row, number__gte=first, number__lte=last).order_by("number")


def tried(one: Card, row: Riddle) -> Tried:
    """The tries of a card at a riddle that counted."""
    found = Try.objects.filter(card=one, riddle=row, verdict=Verdict.WRONG).order_by()
    rows = found.values_list("received_at", flat=True)
    return Tried(len(rows), max(rows)) if rows else Tried()


def wins_of(one: Card) -> list[Win]:
    return list(Win.objects.filter(card=one).select_related("riddle").prefetch_related("awards__stock__good"))


def won_of(one: Card) -> frozenset[int]:
    return frozenset(Win.objects.filter(card=one).values_list("riddle__number", flat=True))


def same_answer(row: Riddle, answer: str) -> list[Try]:
    """Wrong tries that said this, the earliest first."""
    wanted = plain(answer)
    rows = Try.objects.filter(riddle=row, verdict=Verdict.WRONG).select_related("card", "riddle")
    return [one for one in rows.order_by("received_at", "pk") if plain(one.said) == wanted]


def tries(row: Riddle) -> QuerySet[Try]:
    return Try.objects.filter(riddle=row).select_related("card").order_by("received_at", "pk")


def desk(actor: Actor, key: UUID) -> Desk | None:
    rows = Desk.objects.filter(within(actor.paths(P.DESK))).select_related("fair")
    return rows.filter(pk=key).first()


def desk_for(row: Fair, number: int) -> Desk | None:
    """Whose range a riddle is in."""
    return Desk.objects.filter(fair=row, first__lte=number, last__gte=number).first()


def desks_kept(person: UUID) -> QuerySet[Desk]:
    """Desks of one's own at fairs that are not over."""
    early = (FairState.PLANNED, FairState.HUNG)
    return Desk.objects.filter(keeper=person, fair__state__in=early).select_related("fair").order_by("fair", "number")


def looked_at(row: Desk) -> list[Riddle]:
    """What lies on a desk: torn off, its answer shown."""
    held = Riddle.objects.filter(fair=row.fair_id, state=RiddleState.HELD, number__range=(row.first, row.last))
    return list(held.exclude(looked_at=None).order_by("-looked_at"))


def waiting(row: Desk) -> QuerySet[Win]:
    """Wins of a desk's range whose prize was not fetched."""
    found = Win.objects.filter(riddle__fair=row.fair_id, riddle__number__range=(row.first, row.last))
    return found.filter(state=WinState.PENDING).select_related("riddle", "card").order_by("won_at")


def redeemed(row: Desk) -> QuerySet[Win]:
    found = Win.objects.filter(riddle__fair=row.fair_id, riddle__number__range=(row.first, row.last))
    return found.filter(state=WinState.REDEEMED)


def handed_at(row: Desk) -> QuerySet[Award]:
    """What a desk handed out and did not take back, the newest first."""
    found = Award.objects.filter(stock__desk=row, state=AwardState.HANDED)
    return found.select_related("win__riddle", "stock__good").order_by("-handed_at", "-pk")


def turned_away(row: Desk) -> QuerySet[TurnedAway]:
    return TurnedAway.objects.filter(desk=row)


def win_of(row: Riddle) -> Win | None:
    """The last win of a riddle."""
    return Win.objects.filter(riddle=row).select_related("riddle", "card").order_by("-ordinal").first()


def win(row: Desk, key: UUID) -> Win | None:
    """A win of a desk's own range."""
    found = Win.objects.filter(pk=key, riddle__fair=row.fair_id, riddle__number__range=(row.first, row.last))
    return found.select_related("riddle__fair", "card").first()


def stock(row: Desk, key: UUID) -> Stock | None:
    return Stock.objects.filter(pk=key, desk=row).select_related("good").first()


def ruling(actor: Actor, key: UUID, code: str) -> Ruling | None:
    rows = Ruling.objects.filter(within(actor.paths(code)))
    return rows.filter(pk=key).select_related("riddle__fair", "win__card").first()


def owed(ruling: Ruling) -> Try | None:
    """The answer that a ruling found right too late: nothing was won by it, and nothing given for it."""
    if ruling.state != RulingState.AGREED or Award.objects.filter(ruling=ruling).exists():
        return None
    found = Try.objects.filter(riddle=ruling.riddle_id, rejudged_at=ruling.decided_at, win=None)
    return found.select_related("card").first()
