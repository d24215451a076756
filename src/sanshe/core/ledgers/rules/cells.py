"""A value on its way out of a ledger (to a screen, a sheet) and a filter on its way in."""

import re
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
_SIGNS = frozenset("=+-@\t\r\n＝＋－＠")  # full-width ones count too in some programs
_BLANKS = " \u00a0\u3000"
_DIGITS = frozenset(".0123456789")
_LOOKED_AT = _SIGNS | _DIGITS | frozenset("'" + _BLANKS)  # how a cell begins that a program might change
# Digits that are shown as they are: a short number without needless zeros, or a day.
_KEPT = r"(?:0|[1-9]\d{0,10})(?!\d)(?:\.\d{0,5}[1-9])?|\d{4}-\d\d-\d\d(?: \d\d:\d\d)?"
_NUMBER = r"(?:[\d,]+(?:\.\d*)?|\.\d+)(?:[Ee][+-]?\d+)?"
_DAY_OR_TIME = r"(?:\d+ )?\d{1,4}[-/:]\d{1,4}(?:[-/:. ]\d{1,4})*"  # or a fraction: 1 1/2
_CHANGED = re.compile(rf"(?!(?:{_KEPT})\Z)(?:{_NUMBER}|{_DAY_OR_TIME})", re.ASCII).fullmatch
_FORCED = re.compile(r'="([^"]*)"')
FIRST_YEAR = 1900  # spreadsheets know no day before


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
    """A value as a sheet keeps it: numbers stay numbers, days and moments (of Shanghai, to the minute) are so in
    columns of days and moments and text elsewhere, a pill its word."""
    if value is None:
        return ""
    if type(value) is str and "\x00" not in value:
        return value
    if isinstance(value, date):
        return _day_or_moment(value, kind)
    if kind == Kind.PILL and isinstance(value, tuple):
        return str(value[1])
    if isinstance(value, bool):
        return "✓" if value else ""
    if isinstance(value, int | float):
        return value
    if isinstance(value, Decimal):
        return float(value) if value.is_finite() else str(value)
    return text_of(value)


def _day_or_moment(value: date, kind: str) -> Any:
    if kind not in (Kind.DATE, Kind.DATETIME) or value.year < FIRST_YEAR:
        return text_of(value)
    if not isinstance(value, datetime):
        return value
    local = value.astimezone(shanghai.ZONE) if value.tzinfo else value
    if kind == Kind.DATE:
        return local.date()
    return datetime(local.year, local.month, local.day, local.hour, local.minute)


def text_of(value: Any) -> str:
    """A value as text: a moment in Shanghai to the minute, a day as 2022-01-05, all else as it prints itself."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return (value.astimezone(shanghai.ZONE) if value.tzinfo else value).isoformat(" ", "minutes")[:16]
    return value.isoformat() if isinstance(value, date) else str(value).replace("\x00", "")


def shown(value: Any, kind: str) -> str:
    """A cell on paper: like `written`, as text, money with two places."""
    if kind == Kind.MONEY and isinstance(value, int | float | Decimal):
        return f"{value:,.2f}"
    return text_of(written(value, kind))


def guarded(value: Any) -> str:
    """A cell for CSV that a double click leaves as it is: what looks like a formula gets an apostrophe, digits that a
    spreadsheet program would take for another number or for a day stand as ="0352". Numbers are left alone: -3 is no
    formula."""
    kind = type(value)
    if kind is str and "\x00" not in value:
        first = value[:1]
        if first not in _LOOKED_AT:
            return value
        return _forced(value) if first in _DIGITS else _safe(value)
    if kind is datetime and value.tzinfo is None:
        return value.isoformat(" ", "minutes")
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    return _safe(text_of(value))


def _safe(text: str) -> str:
    if text.lstrip("'").lstrip(_BLANKS)[:1] in _SIGNS or text.lstrip("'")[:1] in _SIGNS:
        return f"'{text}"
    return _forced(text)


def _forced(text: str) -> str:
    if text.isdecimal() and text.isascii():  # most of what begins with a digit: asked without the expression
        return text if len(text) < 12 and (text[0] != "0" or len(text) == 1) else f'="{text}"'
    return f'="{text}"' if _CHANGED(text) else text


def unguarded(cell: str) -> str:
    """What stood in a cell before it was guarded, by us or by an office."""
    if cell.startswith("'") and guarded(cell[1:]) == cell:
        return cell[1:]
    forced = _FORCED.fullmatch(cell)
    return forced[1] if forced else cell


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
