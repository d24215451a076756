"""A ledger as a page shows it: cells with their words, filters with what they are set to, addresses that keep both."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from urllib.parse import urlencode

from django.utils import formats, timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from sanshe.core.kit.access import Actor
from sanshe.core.ledgers import rules
from sanshe.core.ledgers.enums import FilterKind, Kind
from sanshe.core.ledgers.queries.lists import options
from sanshe.core.ledgers.queries.said import Said
from sanshe.core.ledgers.types import Column, Filter, Ledger, Page

MOST_CHIPS = 6


@dataclass(frozen=True, slots=True)
class Head:
    """A column's head. `sort` is the value of aria-sort, empty for columns that give no order."""

    label: str
    is_number: bool
    sort: str


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: its words, the pill's state when it is one, where it leads."""

    label: str
    text: str
    pill: str = ""
    url: str = ""
    is_number: bool = False


@dataclass(frozen=True, slots=True)
class Offer:
    """One value of a filter: how it reads, whether it is set, the address that sets it."""

    value: str
    label: str
    is_set: bool
    query: str


@dataclass(frozen=True, slots=True)
class Knob:
    """One filter as the page shows it. Few choices are chips, many a list."""

    code: str
    label: str
    kind: str
    value: str = ""
    first: str = ""
    last: str = ""
    offers: list[Offer] = field(default_factory=list)
    is_chips: bool = False


def heads(ledger: Ledger) -> list[Head]:
    """The heads, with the order the ledger is in."""
    first = rules.key_of(ledger.key)[0]
    return [Head(str(c.label), _is_number(c), _sort(c, first)) for c in ledger.columns]


def _is_number(column: Column) -> bool:
    return column.kind in (Kind.INT, Kind.MONEY)


def _sort(column: Column, first: rules.Key) -> str:
    name = column.value if isinstance(column.value, str) and column.value else column.code
    if first.field not in (column.code, name.replace(".", "__")):
        return ""
    return "descending" if first.descends else "ascending"


def lines(ledger: Ledger, page: Page, at: datetime) -> list[list[Cell]]:
    """The rows of a page as cells. The first column leads to the row when none says so itself."""
    own = any(column.link for column in ledger.columns)
    writers = [_writer(ledger, column, at, place == 0 and not own) for place, column in enumerate(ledger.columns)]
    return [[write(row) for write in writers] for row in page.rows]


def _writer(ledger: Ledger, column: Column, at: datetime, leads: bool) -> Callable[[Any], Cell]:
    """What makes the cells of a column: all that is the same for every row is found out once."""
    label, kind, is_number, read = str(column.label), column.kind, _is_number(column), rules.reader(column)
    address, said = _address(ledger, column, leads), Said()

    def write(row: Any) -> Cell:
        value = read(row)
        state, word = value if kind == Kind.PILL and isinstance(value, tuple) else ("", value)
        pill = state or ("off" if kind == Kind.PILL and word not in (None, "") else "")
        text = _words(said.of(word) if isinstance(word, Promise) else word, kind, at)
        return Cell(label, text, pill, address(row), is_number)

    return write


def _address(ledger: Ledger, column: Column, leads: bool) -> Callable[[Any], str]:
    """What gives the address a cell leads to."""
    if callable(column.link):
        own = column.link
        return lambda row: own(row) or ""
    return ledger.link if ledger.link and (column.link or leads) else lambda row: ""


def _words(value: Any, kind: str, at: datetime) -> str:
    if value is None or value == "":
        return "—"
    if isinstance(value, str):
        return str(value)
    if isinstance(value, datetime):
        local = timezone.localtime(value)
        same = local.year == timezone.localtime(at).year
        return formats.date_format(local, _("n月j日 H:i") if same else _("Y年n月j日 H:i"))
    if isinstance(value, date):
        return formats.date_format(value, _("n月j日") if value.year == at.year else _("Y年n月j日"))
    if isinstance(value, bool):
        return _("是") if value else _("否")
    return _number(value, kind)


def _number(value: Any, kind: str) -> str:
    if kind == Kind.MONEY and isinstance(value, int | float | Decimal):
        return f"{value:,.2f}"
    return f"{value:,}" if kind == Kind.INT and isinstance(value, int) else str(value)


def knobs(ledger: Ledger, actor: Actor, filters: Mapping[str, Any]) -> list[Knob]:
    """The filters as they stand."""
    query = query_of(ledger, filters)
    return [_knob(flt, ledger, actor, filters.get(flt.code), query) for flt in ledger.filters]


def _knob(flt: Filter, ledger: Ledger, actor: Actor, value: Any, query: dict[str, str]) -> Knob:
    if flt.kind == FilterKind.DATES:
        first, last = value or (None, None)
        return Knob(flt.code, str(flt.label), flt.kind, first=str(first or ""), last=str(last or ""))
    if flt.kind == FilterKind.TEXT:
        return Knob(flt.code, str(flt.label), flt.kind, value=value or "")
    offers = [_offer(flt, one, label, value, query) for one, label in options(flt, actor, ledger.codes)]
    is_chips = flt.kind == FilterKind.CHOICE and len(offers) <= MOST_CHIPS
    everything = _offer(flt, "", _("全部"), value, query)
    return Knob(flt.code, str(flt.label), flt.kind, value or "", offers=[everything, *offers], is_chips=is_chips)


def _offer(flt: Filter, one: Any, label: Any, value: Any, query: dict[str, str]) -> Offer:
    rest = {name: text for name, text in query.items() if name != flt.code}
    set_to = rest | {flt.code: str(one)} if one != "" else rest
    return Offer(str(one), str(label), str(one) == str(value or ""), urlencode(set_to))


def query_of(ledger: Ledger, filters: Mapping[str, Any]) -> dict[str, str]:
    """The filters as they stand in an address."""
    found: dict[str, str] = {}
    for flt in ledger.filters:
        value = filters.get(flt.code)
        if flt.kind == FilterKind.DATES and value:
            pairs = zip(("from", "to"), value, strict=True)
            found |= {f"{flt.code}_{end}": day.isoformat() for end, day in pairs if day}
        elif value is not None:
            found[flt.code] = str(value)
    return found
