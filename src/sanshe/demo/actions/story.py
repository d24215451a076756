"""All stories told as one, in order of time."""

from collections.abc import Callable, Iterator

from sanshe.core.audit import actions as audit
from sanshe.core.kit import clock
from sanshe.core.kit.kept import ALL
from sanshe.core.kit.shanghai import at
from sanshe.core.kit.story import STORIES, Step
from sanshe.demo import adapters
from sanshe.demo.actions.clock import set_to
from sanshe.demo.actions.founding import found
from sanshe.demo.queries import moment_of, moments


def steps(after: str = "") -> Iterator[tuple[str, Callable[[], None]]]:
    """(moment, what leads to it from the one before), in order: all, or those behind the moment `after`."""
    told = sorted((step for story in STORIES for step in story.steps), key=lambda step: step.at)
    last = moment_of(after)
    begun = last.at if last else ""
    for moment in moments():
        if moment.at > begun:
            part = [step for step in told if begun < step.at <= moment.at]
            yield moment.code, _telling(part, is_first=not begun)
            begun = moment.at


def _telling(part: list[Step], *, is_first: bool) -> Callable[[], None]:
    def tell() -> None:
        if is_first:
            found()
        for step in part:
            step.tell(at(step.at))

    return tell


def tell_moment(code: str, step: Callable[[], None]) -> None:
    """Tell what leads to a moment; its record is sealed and its snapshot kept."""
    step()
    moment = moment_of(code)
    assert moment is not None
    audit.seal(at_real=clock.real())
    set_to(moment=code, at=at(moment.at), real=clock.real())
    adapters.snapshot(code)


def go_on_after(code: str) -> None:
    """Stand where an earlier telling stopped."""
    adapters.load(code)
    for one in ALL:
        one.forget()
