"""Who is put on notice, who is named, for how long, and when that may be renewed."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from sanshe.core.kit.months import add_months
from sanshe.creation.enums import R, Standing, State, TitleState
from sanshe.creation.types import Holder, Terms

WORKDAYS = 5  # of the notice
IN_FORCE = (Standing.HELD, Standing.WARNED)


def refusal_to_list(states: Iterable[State]) -> R | None:
    """Only who was attested, and somebody."""
    found = list(states)
    if not found:
        return R.NO_NAMES
    return None if all(one == State.ATTESTED for one in found) else R.NOT_ATTESTED


def refusal_to_award(
    *, states: Iterable[State], renews: bool, over: bool, objected: bool, starts_on: date, today: date
) -> R | None:
    """After the window, without an open objection; a renewal needs no second notice."""
    found, ready = list(states), State.ATTESTED if renews else State.ON_NOTICE
    checks = (
        (not found, R.NO_NAMES),
        (any(one != ready for one in found), R.NOT_ATTESTED),
        (not renews and not over, R.NOT_OVER),
        (objected, R.OBJECTED),
        (starts_on < today, R.DAY_WRONG),
    )
    return next((code for holds, code in checks if holds), None)


def is_over(closes: datetime | None, at: datetime) -> bool:
    """Whether a window that was opened is shut."""
    return closes is not None and at >= closes


def last_day(starts_on: date, months: int) -> date:
    """The last day of a term that begins on a day."""
    return add_months(starts_on, months) - timedelta(days=1)


def next_term(ends_on: date) -> date:
    """The first day of the term behind this one."""
    return ends_on + timedelta(days=1)


def standing(title: Holder, today: date) -> Standing:
    """How a title stands: what was done to it holds, else its term says."""
    if title.state in (TitleState.REVOKED, TitleState.ENDED):
        return Standing(title.state)
    if today > title.ends_on:
        return Standing.EXPIRED
    return Standing.TO_COME if today < title.starts_on else Standing(title.state)


def renewal_days(ends_on: date, terms: Terms) -> tuple[date, date]:
    """The first and the last day on which a renewal is asked for."""
    return ends_on - timedelta(days=terms.renew_from), ends_on - timedelta(days=terms.renew_to)


def refusal_to_renew(*, title: Holder, terms: Terms, has_open: bool, today: date) -> R | None:
    """While it is held, within the days before its end, one at a time."""
    first, last = renewal_days(title.ends_on, terms)
    checks = (
        (standing(title, today) not in IN_FORCE, R.NOT_HELD),
        (has_open, R.OPEN),
        (today < first, R.RENEW_EARLY),
        (today > last, R.RENEW_LATE),
    )
    return next((code for holds, code in checks if holds), None)
