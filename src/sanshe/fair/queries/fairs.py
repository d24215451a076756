"""Fairs: whose, their goods and desks, how their riddles stand, their account."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Count, Q, QuerySet
from django.urls import reverse

from sanshe.core.kit.access import Actor
from sanshe.core.rows.queries import within
from sanshe.fair.enums import AwardState, FairState, GoodKind, P, RulingState, Verdict, WinState
from sanshe.fair.models import Award, Desk, Fair, Good, Riddle, Ruling, Stock, Try, Win
from sanshe.fair.types import Account, Tally


def fairs(actor: Actor, code: str) -> QuerySet[Fair]:
    """Those of somebody's areas, the newest first."""
    return Fair.objects.filter(within(actor.paths(code)))


def fair(actor: Actor, key: UUID, code: str) -> Fair | None:
    return fairs(actor, code).filter(pk=key).first()


def public_fair(key: UUID) -> Fair | None:
    """What everybody may look at: a fair whose slips hang or hung."""
    return Fair.objects.filter(pk=key).exclude(state=FairState.PLANNED).first()


def running() -> QuerySet[Fair]:
    return Fair.objects.filter(state=FairState.HUNG)


def tally(row: Fair, first: int = 0, last: int = 0) -> Tally:
    """Its riddles by what they are; of a range where one is given."""
    rows = Riddle.objects.filter(fair=row)
    rows = rows.filter(number__gte=first, number__lte=last) if last else rows
    return Tally.of(dict(rows.order_by().values_list("state").annotate(n=Count("pk"))))


def wins(row: Fair, state: WinState | None = None) -> QuerySet[Win]:
    found = Win.objects.filter(riddle__fair=row)
    return found.filter(state=state) if state else found


def by_channel(row: Fair) -> dict[str, int]:
    return dict(wins(row).order_by().values_list("channel").annotate(n=Count("pk")))


def verdicts(row: Fair) -> dict[Verdict, int]:
    """Answers by what they were found to be."""
    found = Try.objects.filter(riddle__fair=row).order_by().values_list("verdict").annotate(n=Count("pk"))
    return dict.fromkeys(Verdict, 0) | {Verdict(one): n for one, n in found}


def cards_by_wins(row: Fair) -> dict[int, int]:
    """How many cards won one riddle, two, and so on."""
    found = row.cards.filter(wins__gte=1).order_by("wins").values_list("wins")
    return dict(found.annotate(n=Count("pk")))


def goods(row: Fair, *kinds: GoodKind) -> list[Good]:
    found = Good.objects.filter(fair=row)
    return list(found.filter(kind__in=kinds) if kinds else found)


def stocks(row: Fair) -> QuerySet[Stock]:
    return Stock.objects.filter(good__fair=row).select_related("good", "desk").order_by("good__number", "desk__number")


def accounts(row: Fair) -> list[tuple[Stock, Account]]:
    """Each stock with its account, counted from what was handed out."""
    handed: dict[UUID, tuple[int, int]] = {}
    back = Count("pk", filter=Q(is_returned=True))
    found = (
        Award.objects.filter(stock__good__fair=row).order_by().values_list("stock").annotate(n=Count("pk"), back=back)
    )
    for stock, n, returned in found:
        handed[stock] = (n, returned)
    return [(one, _account(one, handed.get(one.pk, (0, 0)))) for one in stocks(row)]


def _account(stock: Stock, handed: tuple[int, int]) -> Account:
    return Account(stock.brought, handed[0], handed[1], stock.left, stock.counted)


def whole(accounts: Iterable[Account]) -> Account:
    return sum(accounts, start=Account(0, 0, 0, 0, 0))


def account_of(row: Fair) -> Account:
    """All goods of a fair together."""
    return whole(one for _stock, one in accounts(row))


def uncounted(row: Fair) -> int:
    return stocks(row).filter(counted=None).count()


def open_rulings(row: Fair) -> int:
    return Ruling.objects.filter(riddle__fair=row, state=RulingState.ASKED).count()


def rulings(row: Fair) -> QuerySet[Ruling]:
    return Ruling.objects.filter(riddle__fair=row).select_related("riddle", "win")


def desks(row: Fair) -> list[Desk]:
    return list(Desk.objects.filter(fair=row).select_related("fair").order_by("number"))


def good(row: Fair, key: UUID) -> Good | None:
    return Good.objects.filter(fair=row, pk=key).select_related("fair").first()


def desk_in(row: Fair, key: UUID) -> Desk | None:
    return Desk.objects.filter(fair=row, pk=key).first()


def stock_in(row: Fair, key: UUID) -> Stock | None:
    return Stock.objects.filter(good__fair=row, pk=key).select_related("good__fair", "desk").first()


def figures(path: str, at: datetime) -> dict[str, Any]:
    """What is said in public of each fair that hung, by its community."""
    rows = Fair.objects.filter(within([path])).exclude(state=FairState.PLANNED).order_by("area_path", "opens_at")
    return {row.area_path: _figure(row) for row in rows}


def _figure(row: Fair) -> dict[str, int]:
    now = tally(row)
    said = {"riddles": now.whole, "won": wins(row).count(), "redeemed": wins(row, WinState.REDEEMED).count()}
    more = {"sealed": now.sealed} if now.sealed else {}
    return said | more | {"difference": account_of(row).difference}


def awards(row: Fair) -> QuerySet[Award]:
    found = Award.objects.filter(stock__good__fair=row)
    return found.select_related("win__riddle", "win__card", "stock__good", "stock__desk")


def handed(win: Win) -> Award | None:
    """The prize that stands for a win."""
    return Award.objects.filter(win=win, state=AwardState.HANDED).first()


def names(actor: Actor, ids: list[str]) -> dict[str, tuple[str, str]]:
    """Names and addresses for the record's pages."""
    rows = fairs(actor, P.READ).filter(pk__in=ids)
    return {str(row.pk): (row.name, reverse("fair:fair", args=[row.pk])) for row in rows}
