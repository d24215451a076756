"""A ledger and its columns, a work of the desk: declared by an app, shown by the desk."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sanshe.core.kit.access import Actor
from sanshe.core.ledgers.enums import FilterKind, Kind

Choice = tuple[str, Any]  # (value, label)


@dataclass(frozen=True, slots=True)
class Column:
    """One column. `value` is a dotted attribute path of the row (default: the code) or a function of the row.

    A pill's value is a pair (data-s state, word). `width` is in characters and only a hint to the writers. `link` makes
    the cell the way to the row: the ledger's own link, or a function of the row that gives another address.
    """

    code: str
    label: Any
    value: str | Callable[[Any], Any] = ""
    kind: Kind | str = Kind.TEXT
    width: int = 14
    link: bool | Callable[[Any], str] = False


@dataclass(frozen=True, slots=True)
class Filter:
    """One way to narrow a ledger. With `field` the ledger applies it itself; without, `rows` gets the clean value.

    Clean values: CHOICE the chosen value, TEXT the text, DATES a pair (from, to) of Shanghai days or None, AREA a path.
    CHOICE takes its options from `options`: a sequence of (value, label), or a function of the actor that gives one.
    """

    code: str
    label: Any
    kind: FilterKind | str = FilterKind.CHOICE
    options: Sequence[Choice] | Callable[[Actor], Sequence[Choice]] = ()
    field: str = ""


@dataclass(frozen=True, slots=True)
class Ledger:
    """A list that is shown, filtered and exported in one way.

    `needs`: the permission code (or several, one is enough) whose areas bound the rows. `rows(actor, filters)` gives a
    queryset; the rows are cut to the actor's areas by the field `scope` as well ("" when `rows` does it alone).
    `key`: the order, field names with "-" for descending; together unique, none of them ever null. `link(row)` is the
    address of a row. `seal` is the one-character mark, `home` the address of the work it belongs to.
    """

    code: str
    title: Any
    needs: str | tuple[str, ...]
    columns: tuple[Column, ...]
    rows: Callable[[Actor, Mapping[str, Any]], Any]
    filters: tuple[Filter, ...] = ()
    key: tuple[str, ...] = ("-pk",)
    link: Callable[[Any], str] | None = None
    scope: str = "area_path"
    note: Any = ""
    seal: str = "账"

    @property
    def codes(self) -> tuple[str, ...]:
        return (self.needs,) if isinstance(self.needs, str) else tuple(self.needs)


@dataclass(frozen=True, slots=True)
class Page:
    """Rows of one page; `next` and `prev` are cursors for `after=` and `before=`, None at the ends."""

    rows: list[Any]
    next: str | None = None
    prev: str | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """Something a new district needs before its first work: `is_done(actor, at)` is asked anew each time."""

    code: str
    title: Any
    why: Any
    act_label: Any
    needs: str
    url_name: str
    is_done: Callable[[Actor, datetime], bool]
    order: int = 50


@dataclass(frozen=True, slots=True)
class Door:
    """A counted number with the address of its rows; `before` is what stands between it and the number before it."""

    label: Any
    n: int
    url: str = ""
    before: str = " · "


@dataclass(frozen=True, slots=True)
class WorkLine:
    """Where a work stands for one person: in words, how many are under way, its figures, the next fixed time, and
    the deadlines that run (`calendar.types.Clock`).
    """

    now: Any
    open: Door
    figures: tuple[Door, ...] = ()
    next_on: date | None = None
    next_what: Any = ""
    clocks: tuple[Any, ...] = ()


@dataclass(frozen=True, slots=True)
class Work:
    """One kind of work of the house: a line of the desk's table, under the code of its line in the rail.

    `seal` is also that of its duties: by it the desk counts what is due today or late. `line(actor, at)` is None while
    there is nothing to say; `waiting(actor)` gives the rows whose number stands in the rail, counted for all
    works in one query; `finished` are the recorded acts by which a matter of this work is done with.
    """

    code: str
    seal: str
    label: Any
    needs: str | tuple[str, ...]
    url_name: str
    line: Callable[[Actor, datetime], WorkLine | None]
    waiting: Callable[[Actor], Any] | None = None
    order: int = 50
    finished: tuple[str, ...] = ()
