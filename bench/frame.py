"""What every signed-in page pays before it says anything: session, actor, menu, numbers, messages, frame."""

from collections.abc import Iterator

from bench.lines import Line
from bench.pages import Place, ratio


def run(place: Place) -> Iterator[Line]:
    yield from ratio(place, "frame", "frame of a page", most=12, stretch=10, by_cpu=True)
