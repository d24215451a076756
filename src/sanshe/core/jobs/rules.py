"""When a rule is due and what becomes of a failed attempt. Times are UTC; days are Shanghai's."""

from datetime import datetime, timedelta

from sanshe.core.jobs.types import Handler, Rule
from sanshe.core.kit import shanghai

PAUSES = (10, 60, 300)


def last_due(rule: Rule, now: datetime) -> datetime:
    """The latest moment, not after `now`, at which the rule is due."""
    if rule.every == "minute":
        return now.replace(second=0, microsecond=0)
    if rule.every == "hour":
        return now.replace(minute=0, second=0, microsecond=0)
    today = shanghai.moment(shanghai.day(now), rule.at_hour)
    return today if today <= now else today - timedelta(days=1)


def may_try_again(handler: Handler, attempts: int) -> bool:
    """True while the attempts made are fewer than the handler allows."""
    return attempts < handler.attempts


def pause_after(attempts: int) -> timedelta:
    """How long to wait before the next attempt: 10 s, 1 min, then 5 min."""
    return timedelta(seconds=PAUSES[min(attempts, len(PAUSES)) - 1])


def is_overdue(handler: Handler, started_at: datetime, now: datetime) -> bool:
    """True when a running piece of work has passed its limit: whoever held it is taken for dead."""
    return now > started_at + timedelta(seconds=handler.limit_seconds)
