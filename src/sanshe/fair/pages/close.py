"""The end of a fair: riddles, wins and prizes that must agree, and the goods with their difference."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sanshe.core.accounts.queries.people import names_of
from sanshe.core.calendar.queries import clock
from sanshe.core.calendar.types import Clock, Due
from sanshe.fair.enums import Channel, FairState, GoodKind, Mode, Verdict, WinState
from sanshe.fair.models import Desk, Fair, Ruling, Stock
from sanshe.fair.pages.desk import Just, just
from sanshe.fair.phrases import GAMES_PLACE, RULING_KINDS, RULING_STATES, SIGN_CLOCK, VERDICTS
from sanshe.fair.queries import fairs as queries
from sanshe.fair.queries import play
from sanshe.fair.rules.fair import SIGN_HOUR, SIGN_WORKDAYS
from sanshe.fair.types import Account, Tally


@dataclass(frozen=True, slots=True)
class DeskLine:
    """A desk: its range, who kept it, what of it was paid and what still waits."""

    desk: Desk
    keeper: str
    redeemed: int
    waiting: int
    goods: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """A ruling in words."""

    row: Ruling
    kind: Any
    state: Any
    people: str


@dataclass(frozen=True, slots=True)
class End:
    """What the account says."""

    tally: Tally
    by_phone: int
    at_desk: int
    channel: Channel
    redeemed: int
    goods: tuple[tuple[str, Account], ...]
    gifts: tuple[tuple[str, Account], ...]
    whole: Account
    names: tuple[str, ...]
    desks: tuple[DeskLine, ...]
    cards: tuple[tuple[int, int, int], ...]
    card_sum: tuple[int, int]
    answers: tuple[tuple[Any, int], ...]
    answered: int
    rulings: tuple[Told, ...]
    away: tuple[Just, ...]
    places: tuple[tuple[Stock, str, Account], ...]
    keepers: tuple[str, str]

    @property
    def won(self) -> int:
        return self.by_phone + self.at_desk


def end(row: Fair) -> End:
    accounts = queries.accounts(row)
    channels, cards, verdicts = queries.by_channel(row), queries.cards_by_wins(row), queries.verdicts(row)
    prizes = _by_good(one for one in accounts if one[0].good.kind == GoodKind.PRIZE)
    return End(
        tally=queries.tally(row),
        by_phone=channels.get(Channel.PHONE, 0),
        at_desk=channels.get(Channel.DESK, 0) + channels.get(Channel.PAPER, 0),
        channel=Channel.PAPER if row.mode == Mode.PAPER else Channel.DESK,
        redeemed=queries.wins(row, WinState.REDEEMED).count(),
        goods=prizes,
        gifts=_by_good(one for one in accounts if one[0].good.kind != GoodKind.PRIZE),
        whole=queries.whole(one for _name, one in prizes),
        names=tuple(name for name, _account in prizes),
        desks=_desks(row, accounts, [name for name, _account in prizes]),
        cards=tuple((n, count, n * count) for n, count in cards.items()),
        card_sum=(sum(cards.values()), sum(n * count for n, count in cards.items())),
        answers=tuple((VERDICTS[Verdict(one)], verdicts[one]) for one in Verdict),
        answered=sum(verdicts.values()),
        rulings=_rulings(row),
        away=tuple(one for desk in queries.desks(row) for one in just(desk) if one.mark != "done"),
        places=tuple((stock, _place(stock), account) for stock, account in accounts),
        keepers=_keepers(row),
    )


def _by_good(accounts: Iterable[tuple[Stock, Account]]) -> tuple[tuple[str, Account], ...]:
    found: dict[str, Account] = {}
    for stock, account in accounts:
        name = stock.good.name
        found[name] = found[name] + account if name in found else account
    return tuple(found.items())


def _desks(row: Fair, accounts: list[tuple[Stock, Account]], goods: list[str]) -> tuple[DeskLine, ...]:
    desks = queries.desks(row)
    names = names_of({one.keeper for one in desks})
    given = {(stock.desk_id, stock.good.name): one.issued - one.returned for stock, one in accounts}
    return tuple(
        DeskLine(
            one,
            names.get(one.keeper, ""),
            play.redeemed(one).count(),
            play.waiting(one).count(),
            tuple(given.get((one.pk, name), 0) for name in goods),
        )
        for one in desks
    )


def _rulings(row: Fair) -> tuple[Told, ...]:
    rows = list(queries.rulings(row))
    names = names_of({one for ruling in rows for one in ruling.people if one})
    return tuple(
        Told(
            one,
            RULING_KINDS[one.kind],
            RULING_STATES[one.state],
            "、".join(names[key] for key in one.people if key in names),
        )
        for one in rows
    )


def _place(stock: Stock) -> str:
    return str(stock.desk.number) if stock.desk else str(GAMES_PLACE)


def _keepers(row: Fair) -> tuple[str, str]:
    names = names_of({one for one in (row.signed_by, row.countersigned_by) if one})
    return names.get(row.signed_by, ""), names.get(row.countersigned_by, "")  # type: ignore[arg-type]


def clock_of(row: Fair, at: datetime) -> Clock | None:
    """Until when the account is to be signed, while it is not signed by both."""
    if row.sign_on is None or row.closed_at is None or row.state == FairState.COUNTERSIGNED:
        return None
    return clock(str(SIGN_CLOCK), opens=row.closed_at, due=Due(row.sign_on, SIGN_HOUR), now=at, whole=SIGN_WORKDAYS)
