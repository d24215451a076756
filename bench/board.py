"""The page of a batch of 250 applications, all of them with averages and ranks, out of all there are."""

from collections.abc import Iterator

from bench.lines import Line
from bench.pages import Place, ratio


def run(place: Place) -> Iterator[Line]:
    yield from ratio(place, "board", "board of 250", most=150, stretch=100)
