"""A value on its way out of a ledger (to a screen, a sheet) and a filter on its way in."""

from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from functools import reduce
from operator import attrgetter
from typing import Any

from sanshe.core.kit import shanghai
from sanshe.core.ledgers.enums import FilterKind, Kind
from sanshe.core.ledgers.types import Column, Filter

MOST_TEXT = 80
_RISKY = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")  # full-width signs count too in some programs


def _follow(row: Any, name: str) -> Any:
    return None if row is None else row.get(name) if isinstance(row, dict) else getattr(row, name)


def reader(column: Column) -> Callable[[Any], Any]:
    """What reads a column's value from a row, made once for many rows: attribute path or function; a missing link in
    the path is None."""
    if callable(column.value):
        return column.value
    way = (column.value or column.code).replace("__", ".").split(".")
    if len(way) == 1:
        name, get = way[0], attrgetter(way[0])
        return lambda row: row.get(name) if type(row) is dict else get(row)
    return lambda row: reduce(_follow, way, row)


def cell(column: Column, row: Any) -> Any:
    """The value of a column for one row."""
    return reader(column)(row)


def plain(value: Any, kind: str) -> Any:
    """A value as a program gets it: numbers, days and moments as they are, a pill its word, all else as text."""
    if value is None or isinstance(value, str | int | float | date):
        return value
    if kind == Kind.PILL and isinstance(value, tuple):
        return str(value[1])
    return float(value) if isinstance(value, Decimal) and value.is_finite() else str(value)


def written(value: Any, kind: str) -> Any:
    """A value as a sheet keeps it: numbers stay numbers, days and times become Shanghai text, a pill its word."""
    if value is None:
        return ""
    if type(value) is str and "\x00" not in value:
        return value
    if type(value) is datetime:
        return text_of(value)
    if kind == Kind.PILL and isinstance(value, tuple):
        return str(value[1])
    if isinstance(value, bool):
        return "✓" if value else ""
    if isinstance(value, int | float):
        return value
    if isinstance(value, Decimal):
        return float(value) if value.is_finite() else str(value)
    return text_of(value)


def text_of(value: Any) -> str:
    """A value as text: a moment in Shanghai to the minute, a day as 2022-01-05, all else as it prints itself."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.astimezone(shanghai.ZONE).isoformat(" ", "minutes")[:16] if value.tzinfo else str(value)
    return value.isoformat() if isinstance(value, date) else str(value).replace("\x00", "")


def shown(value: Any, kind: str) -> str:
    """A cell on paper: like `written`, as text, money with two places."""
    if kind == Kind.MONEY and isinstance(value, int | float | Decimal):
        return f"{value:,.2f}"
    return text_of(written(value, kind))


def guarded(value: Any) -> str:
    """A cell for CSV that no spreadsheet takes for a formula. Numbers are left alone: -3 is no formula."""
    if type(value) is str and "\x00" not in value:
        return f"'{value}" if value.startswith(_RISKY) else value
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    text = text_of(value)
    return f"'{text}" if text.startswith(_RISKY) else text


def _choice(raw: Callable[[str], str], flt: Filter, options: tuple[str, ...]) -> str | None:
    value = raw(flt.code)
    return value if value in options else None


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _dates(raw: Callable[[str], str], flt: Filter) -> tuple[date | None, date | None] | None:
    found = _day(raw(f"{flt.code}_from")), _day(raw(f"{flt.code}_to"))
    return found if any(found) else None


def clean_filter(flt: Filter, raw: Callable[[str], str], options: tuple[str, ...] = ()) -> Any:
    """What a filter was set to, clean; None when it was not set or makes no sense (it is then shown as not set)."""
    if flt.kind == FilterKind.CHOICE:
        return _choice(raw, flt, options)
    if flt.kind == FilterKind.DATES:
        return _dates(raw, flt)
    text = raw(flt.code).replace("\x00", "").strip()[:MOST_TEXT]
    if flt.kind == FilterKind.AREA:
        return text if text.isascii() and text.isdigit() and len(text) <= 15 else None
    return text or None
