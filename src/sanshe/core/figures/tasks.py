"""What figures do in the background: fold counters."""

from sanshe.core.figures import actions
from sanshe.core.jobs.queries import HANDLERS, RULES
from sanshe.core.jobs.types import Handler, Rule


def register() -> None:
    """Called while the app is made ready."""
    HANDLERS.add("figures.fold", Handler(run=lambda payload: actions.fold(), limit_seconds=120))
    RULES.add("figures.fold", Rule(every="minute", job="figures.fold"))
