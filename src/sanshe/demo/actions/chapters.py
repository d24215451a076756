"""Stepping from one moment of the story to another."""

from sanshe.core.kit import clock
from sanshe.core.kit.kept import ALL
from sanshe.core.kit.shanghai import at
from sanshe.demo import adapters
from sanshe.demo.actions.clock import set_to
from sanshe.demo.queries import moment_of


def step_into(code: str) -> None:
    """Load a moment's snapshot over the live database and set the clock to it."""
    moment = moment_of(code)
    assert moment is not None
    adapters.load(code)
    set_to(moment=code, at=at(moment.at), real=clock.real())
    for one in ALL:
        one.forget()
