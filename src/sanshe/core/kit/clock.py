"""The two clocks. `now()` is the business's and a demo may shift it; `real()` is the machine's.

Read at an edge (request, task, command) and passed in as `at=`; calling them elsewhere is a lint error.
"""

import datetime
from collections.abc import Callable
from contextvars import ContextVar

from sanshe.core.kit.hook import Hook

_shift: ContextVar[datetime.timedelta] = ContextVar("shift", default=datetime.timedelta(0))
_source: Hook[[], datetime.timedelta] = Hook(datetime.timedelta)


def real() -> datetime.datetime:
    """The machine's time in UTC: sessions, one-time codes, rate limits, leases, sealing."""
    return datetime.datetime.now(datetime.UTC)


def now() -> datetime.datetime:
    """The time of business in UTC."""
    return real() + _shift.get()


def is_shifted() -> bool:
    """Whether business runs on another time than the machine: in a demo."""
    return bool(_shift.get())


def shift_comes_from(source: Callable[[], datetime.timedelta]) -> None:
    """Name the one place that knows the shift; called while the apps are made ready."""
    _source.fill(source)


def refresh() -> None:
    """Read the shift anew; every request, task and command begins with this."""
    _shift.set(_source())
