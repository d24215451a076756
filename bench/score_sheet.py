"""One score sheet on a panelist's pad: five criteria of 21 marks."""

from collections.abc import Iterator

from bench.lines import Line
from bench.pages import Place, ratio


def run(place: Place) -> Iterator[Line]:
    yield from ratio(place, "sheet", "score sheet", most=40, stretch=25)
