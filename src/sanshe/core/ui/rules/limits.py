"""Whether what was typed is what its field takes. A browser asks the same; it may be old, or told not to."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from sanshe.core.ui.enums import R

Broken = tuple[R, dict[str, Any]]
_DAYS = frozenset(("date", "datetime-local"))


def broken(kind: str, attrs: Mapping[str, str | None], value: str) -> Broken | None:
    """The limit of a field that a value does not keep: its kind (`text`, `number`, `date`) and its own attributes."""
    if not value.strip():
        return (R.EMPTY, {}) if "required" in attrs else None
    if kind == "number":
        return _of_number(attrs, value)
    if kind in _DAYS:
        return None if _is_day(value) else (R.NO_DAY, {})
    most = attrs.get("maxlength") or ""
    # a browser sends a line's end as two characters and counts it as one
    is_long = most.isdecimal() and len(value.replace("\r\n", "\n")) > int(most)
    return (R.TOO_LONG, {"most": most, "n": len(value)}) if is_long else None


def _of_number(attrs: Mapping[str, str | None], value: str) -> Broken | None:
    number, least, most = _number(value), _number(attrs.get("min")), _number(attrs.get("max"))
    if number is None:
        return R.NO_NUMBER, {}
    if least is not None and number < least:
        return R.TOO_SMALL, {"least": least}
    return (R.TOO_LARGE, {"most": most}) if most is not None and number > most else None


def _number(text: str | None) -> Decimal | None:
    try:
        found = Decimal(text or "")
    except InvalidOperation:
        return None
    return found if found.is_finite() else None


def _is_day(text: str) -> bool:
    try:
        return bool(date.fromisoformat(text[:10]))
    except ValueError:
        return False
