"""A fair before and while it is on: its rule in words, its desks, its goods, who may keep a desk."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sanshe.core.accounts.queries.people import holders, names_of
from sanshe.core.areas.queries import community_choices
from sanshe.fair.enums import P
from sanshe.fair.models import Desk, Fair
from sanshe.fair.phrases import AUTHORITIES, DESK_STATES, FIELDS, GAMES_PLACE, GOOD_KINDS, MODES
from sanshe.fair.queries import fairs as queries


def rule(row: Fair) -> list[tuple[Any, Any]]:
    """As it hangs at the entrance, word for word."""
    return [
        (FIELDS["mode"], MODES[row.mode]),
        (FIELDS["per_card"], row.per_card),
        (FIELDS["max_wins"], row.max_wins),
        (FIELDS["authority"], AUTHORITIES[row.authority]),
    ]


def desks(row: Fair) -> list[tuple[Desk, str, Any]]:
    rows = queries.desks(row)
    names = names_of({one.keeper for one in rows})
    return [(one, names.get(one.keeper, ""), DESK_STATES[one.state]) for one in rows]


def goods(row: Fair) -> list[tuple[Any, Any, list[tuple[Any, int, int]]]]:
    """Each good with where how many of it lie."""
    stocks = list(queries.stocks(row))
    return [(good, GOOD_KINDS[good.kind], _places(good.pk, stocks)) for good in queries.goods(row)]


def _places(good: Any, stocks: list[Any]) -> list[tuple[Any, int, int]]:
    mine = [one for one in stocks if one.good_id == good]
    return [(one.desk.number if one.desk else GAMES_PLACE, one.brought, one.left) for one in mine]


def places(paths: Iterable[str]) -> list[tuple[str, str]]:
    """The communities in which somebody may hold a fair."""
    return community_choices(paths)


def keepers(row: Fair, at: datetime) -> list[tuple[str, str]]:
    return [(str(one.pk), one.name) for one in holders(P.DESK, row.area_path, at)]


def choices(row: Fair) -> dict[str, list[tuple[str, Any]]]:
    """What may be brought where."""
    desks = [(str(one.pk), str(one.number)) for one in queries.desks(row)]
    return {"good": [(str(one.pk), one.name) for one in queries.goods(row)], "desk": [*desks, ("", GAMES_PLACE)]}
