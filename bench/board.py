"""The page of a batch of 250 applications, with places, averages and ranks, out of all."""

from collections.abc import Iterator

from bench.lines import Line
from bench.pages import Place, ratio


def run(place: Place) -> Iterator[Line]:
    yield from ratio(place, "board", "board of a batch", most=150, stretch=100)
