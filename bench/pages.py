"""How many bare views one page costs: bare, ours, bare, in one run, under the same server."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from bench.lines import Line
from bench.load import Load, hammer
from bench.servers import Server

SECONDS, WARM = 2.0, 16


@dataclass(frozen=True)
class Place:
    """One size of data, and the servers that are up."""

    rows: int
    folder: str
    made: dict[str, Any]
    bare: Server
    ours: Server
    granian: Server


def ratio(place: Place, name: str, scenario: str, most: float, stretch: float, by_cpu: bool = False) -> Iterator[Line]:
    """Bare requests a second over the page's; beside it the ratio of processor time, less blurred by a busy machine,
    which `by_cpu` makes the figure."""
    path, headers = place.made["pages"][name], place.made["headers"][name]
    for server in (place.ours, place.granian):
        _warm(server.url + path, headers)
    before, cpu_before = _bare(place)
    load, cpu = _timed(place.ours, path, headers)
    after, cpu_after = _bare(place)
    faults = load.faults + before.faults + after.faults
    assert not faults and load.took, f"{name}: {faults} answers were no 200"
    found = (before.rate + after.rate) / 2 / load.rate
    direct = hammer(place.granian.url + path, headers, SECONDS / 2)
    by_processor = cpu / ((cpu_before + cpu_after) / 2)
    more = {
        "cpu": round(by_processor, 1),
        "queries": place.made["queries"][name],
        "a second": round(load.rate),
        "bare": round((before.rate + after.rate) / 2),
        "p50": f"{load.at(0.5):.1f} ms",
        "p95": f"{load.at(0.95):.1f} ms",
        "kB": round(load.size / 1000, 1),
        "granian": round(direct.rate),
    }
    figure, unit = (by_processor, "x bare cpu") if by_cpu else (found, "x bare")
    yield Line(scenario, place.rows, round(figure, 1), unit, most=most, stretch=stretch, more=more)


def _warm(url: str, headers: dict[str, str]) -> None:
    """Until each worker has surely read its templates."""
    seen = 0
    while seen < WARM:
        seen += len(hammer(url, headers, 0.25).took)


def _bare(place: Place) -> tuple[Load, float]:
    return _timed(place.bare, "/", {})


def _timed(server: Server, path: str, headers: dict[str, str]) -> tuple[Load, float]:
    """The load, and the processor time of one answer."""
    began = server.cpu()
    load = hammer(server.url + path, headers, SECONDS)
    return load, (server.cpu() - began) / max(1, len(load.took))
