"""What the demo does by itself."""

from typing import Any

from sanshe.core.kit import clock
from sanshe.demo.actions.clock import seen as note_seen


def seen(payload: dict[str, Any]) -> None:
    """Each minute: the house runs, so the demo's time does."""
    note_seen(real=clock.real())
