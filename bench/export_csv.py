"""The whole ledger of applications as CSV, streamed: rows a second, and how far the server's memory grows."""

import http.client
import time
from collections.abc import Iterator
from urllib.parse import urlsplit

from bench.lines import Line
from bench.pages import Place


def run(place: Place) -> Iterator[Line]:
    _fetched(place)  # whichever worker takes it, its code is loaded
    _fetched(place)
    before = place.ours.peak(reset=True)
    began = place.ours.cpu()
    seconds, lines = min((_fetched(place) for _ in range(2)), key=lambda one: one[0])
    cpu = max(0.01, (place.ours.cpu() - began) / 2)
    grown = max((peak - before.get(pid, 0)) / 1000 for pid, peak in place.ours.peak().items())
    goal = {"least": 60_000.0} if place.rows >= 10_000 else {}
    more = {"cpu": f"{lines / cpu:,.0f} rows/s", "seconds": round(seconds, 2), "queries": place.made["queries"]["csv"]}
    yield Line("CSV export", place.rows, round(lines / seconds), "rows/s", **goal, more=more)
    yield Line("CSV export, memory", place.rows, round(grown, 1), "MB more", most=60)


def _fetched(place: Place) -> tuple[float, int]:
    """(seconds, rows) of one download."""
    line = http.client.HTTPConnection("127.0.0.1", urlsplit(place.ours.url).port, timeout=120)
    began = time.perf_counter()
    line.request("GET", place.made["pages"]["csv"], headers=place.made["headers"]["csv"])
    answer, lines = line.getresponse(), 0
    assert answer.status == 200
    while piece := answer.read(1 << 16):
        lines += piece.count(b"\n")
    return time.perf_counter() - began, lines - 1  # heads
