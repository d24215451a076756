"""Recurring work of accounts."""

from typing import Any

from sanshe.core.accounts import actions
from sanshe.core.jobs.queries import HANDLERS, RULES
from sanshe.core.jobs.types import Handler, Rule
from sanshe.core.kit import clock


def sweep(payload: dict[str, Any]) -> None:
    """Forget codes, counts and typed texts whose time is over."""
    real = clock.real()
    actions.sweep(real=real)
    actions.sweep_counts(real=real)
    actions.sweep_unsent(real=real)


def settle_ended(payload: dict[str, Any]) -> None:
    """At midnight; a night on which nobody ran is made up for by the next. Again is nothing."""
    clock.refresh()
    actions.settle_ended(at=clock.now())


def register() -> None:
    """Called while the apps are made ready."""
    HANDLERS.add("accounts.sweep", Handler(run=sweep))
    RULES.add("accounts.sweep", Rule(every="hour", job="accounts.sweep"))
    HANDLERS.add("accounts.settle_ended", Handler(run=settle_ended, limit_seconds=600, atomic=False))
    RULES.add("accounts.settle_ended", Rule(every="day", job="accounts.settle_ended", at_hour=0))
