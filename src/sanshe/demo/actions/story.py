"""All stories told as one, in order of time."""

from collections.abc import Callable, Iterator

from sanshe.core.kit.shanghai import at
from sanshe.core.kit.story import STORIES, Step
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
