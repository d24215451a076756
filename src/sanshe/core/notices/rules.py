"""When a notice may move, how its window stands, what its text is. Pure."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sanshe.core.kit import digest, shanghai
from sanshe.core.notices.enums import R, State
from sanshe.core.notices.types import Window
from sanshe.core.papers.rules import from_json, said
from sanshe.core.papers.types import Doc


def refusal_to_move(state: str, to: State) -> R | None:
    """Only along the table of moves."""
    return None if to in State.moves()[State(state)] else R.NOT_ALLOWED_NOW


def refusal_of_contact(contact: Mapping[str, str]) -> R | None:
    """A notice tells whom to turn to: office, telephone, address and hours."""
    return None if all(contact.get(name) for name in ("office", "phone", "address", "hours")) else R.NO_CONTACT


def refusal_of_window(first: date | None, last: date | None) -> R | None:
    """Both days or neither; the last is not before the first."""
    if (first is None) != (last is None):
        return R.WINDOW_TURNED
    return R.WINDOW_TURNED if first and last and last < first else None


def refusal_to_publish(last: date | None, at: datetime) -> R | None:
    """Nothing is published whose window is over."""
    return R.WINDOW_OVER if last and at >= shanghai.end(last) else None


def refusal_to_close(last: date | None, at: datetime) -> R | None:
    """A window that runs is not closed: it ends with its last day, at 24:00."""
    return R.WINDOW_RUNS if last and at < shanghai.end(last) else None


def days_of(first: date | None, last: date | None, days: Sequence[date]) -> list[date]:
    """The days that count in a window: those given, else every day of it."""
    if days or first is None or last is None:
        return sorted(days)
    return [date.fromordinal(n) for n in range(first.toordinal(), last.toordinal() + 1)]


def window(days: Sequence[date], last: date | None, kind: str, at: datetime) -> Window | None:
    """How a window stands at a moment: the day it is in, and how many days are left after it."""
    if last is None or not days:
        return None
    today = shanghai.day(at)
    passed = sum(day <= today for day in days)
    return Window(passed, len(days), len(days) - passed, kind, last, days[0] <= today <= last, today > last)


def said_day(day: date | None) -> str:
    """2022年1月17日; a line to write on while it is not known."""
    return shanghai.long(day) if day else "＿＿＿＿"


def doc_of(tree: Mapping[str, Any], number: str = "", values: Mapping[str, Any] | None = None) -> Doc:
    """The text with its number line; {date}, {from} and {to} are filled as far as they are known."""
    return said(from_json({**tree, "number": number}), values or {})


def list_hash(names: Sequence[str]) -> str:
    """The fingerprint of a list: it changes with every character of it."""
    return digest.fingerprint(list(names))
