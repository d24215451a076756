"""Cards: a number and a token, and forgotten thirty days behind the signed account."""

from datetime import datetime

from django.db import transaction

from sanshe.core.kit.access import SYSTEM, Actor
from sanshe.core.kit.refused import insist
from sanshe.core.rows.actions import change, record
from sanshe.fair.adapters import new_token
from sanshe.fair.enums import E, FairState, R
from sanshe.fair.models import Card, Fair, Try
from sanshe.fair.queries.play import last_card
from sanshe.fair.rules.fair import KEEP

MOST = 500  # cards in one printing


@transaction.atomic
def make_cards(*, fair: Fair, n: int, by: Actor, at: datetime) -> list[Card]:
    """So many more cards, numbered on."""
    insist(R.BAD_AMOUNT if not 1 <= n <= MOST else None)
    insist(R.NOT_RUNNING if fair.state not in (FairState.PLANNED, FairState.HUNG) else None)
    change(fair)
    last = last_card(fair)
    where = {"fair": fair, "area_path": fair.area_path, "made_at": at}
    made = Card.objects.bulk_create([Card(**where, number=last + k) for k in range(1, n + 1)])
    record(E.CARDS_MADE, fair, by=by, at=at, first=last + 1, cards=n)
    return made


@transaction.atomic
def renew_card(*, card: Card, by: Actor, at: datetime) -> Card:
    """A lost card: the same number and its wins, a new token; the old one opens nothing."""
    insist(R.NOT_RUNNING if card.fair.state != FairState.HUNG else None)
    change(card, token=new_token())
    record(E.CARD_RENEWED, card, by=by, at=at, number=card.number)
    return card


def forget(*, at: datetime) -> int:
    """Each night: what cards said and by what they open, thirty days behind the signed account; returns how many."""
    due = Fair.objects.filter(countersigned_at__lte=at - KEEP, forgotten_at=None)
    return sum(_forget(row, at) for row in due)


@transaction.atomic
def _forget(row: Fair, at: datetime) -> int:
    change(row, forgotten_at=at)
    n = Try.objects.filter(riddle__fair=row).exclude(said="").update(said="")
    for card in row.cards.all():
        change(card, token=new_token())
    record(E.FORGOTTEN, row, by=SYSTEM, at=at, answers=n)
    return n
