"""The same 50 rows of the ledger for a program with a token."""

from collections.abc import Iterator

from bench.lines import Line
from bench.pages import Place, ratio


def run(place: Place) -> Iterator[Line]:
    yield from ratio(place, "json", "JSON list of 50", most=15, stretch=12)
