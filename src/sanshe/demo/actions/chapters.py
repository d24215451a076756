"""Stepping from one moment of the story to another."""

from sanshe.core.kit import clock
from sanshe.core.kit.kept import ALL
from sanshe.core.kit.refused import insist
from sanshe.core.kit.shanghai import at
from sanshe.demo import adapters
from sanshe.demo.actions.clock import set_to
from sanshe.demo.enums import R
from sanshe.demo.queries import moment_of, progress


def step_into(code: str) -> None:
    """Load a moment's snapshot over the live database and set the clock to it. Refuses one that is not told yet."""
    moment = moment_of(code)
    assert moment is not None
    insist(_refusal(code), **progress())
    adapters.load(code)
    set_to(moment=code, at=at(moment.at), real=clock.real())
    for one in ALL:
        one.forget()


def _refusal(code: str) -> R | None:
    if adapters.is_told(code):
        return None
    return R.BEING_TOLD if adapters.is_being_told() else R.STOPPED
