"""A full page of the ledger of applications: 50 rows out of all."""

from collections.abc import Iterator

from bench.lines import Line
from bench.pages import Place, ratio


def run(place: Place) -> Iterator[Line]:
    yield from ratio(place, "list", "list of 50 rows", most=60, stretch=30)
