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


def register() -> None:
    """Called while the apps are made ready."""
    HANDLERS.add("accounts.sweep", Handler(run=sweep))
    RULES.add("accounts.sweep", Rule(every="hour", job="accounts.sweep"))
