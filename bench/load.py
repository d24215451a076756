"""A bounded load on one address of this machine: a few connections at a time, for a given time."""

import http.client
import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

CLIENTS = 4


@dataclass
class Load:
    """What was seen: answers a second, the middle and the 95th hundredth of their times in ms, the largest answer."""

    rate: float = 0.0
    took: list[float] = field(default_factory=list)
    size: int = 0
    faults: int = 0

    def at(self, share: float) -> float:
        """The time in ms that this share of the answers did not exceed."""
        ordered = sorted(self.took)
        return 1000 * ordered[min(len(ordered) - 1, int(share * len(ordered)))] if ordered else 0.0


def hammer(url: str, headers: Mapping[str, str], seconds: float, clients: int = CLIENTS) -> Load:
    """Ask one address again and again; only of this machine."""
    parts = urlsplit(url)
    assert parts.hostname == "127.0.0.1"
    found, until = Load(), time.perf_counter() + seconds
    began = time.perf_counter()
    threads = [threading.Thread(target=_ask, args=(parts, headers, until, found)) for _ in range(clients)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    found.rate = len(found.took) / (time.perf_counter() - began)
    return found


def _ask(parts: object, headers: Mapping[str, str], until: float, found: Load) -> None:
    path = f"{parts.path or '/'}?{parts.query}" if parts.query else parts.path or "/"
    sent = dict(headers)
    line = http.client.HTTPConnection("127.0.0.1", parts.port, timeout=60)
    while (began := time.perf_counter()) < until:
        line.request("GET", path, headers=sent)
        answer = line.getresponse()
        size = len(answer.read())
        found.took.append(time.perf_counter() - began)
        found.size = max(found.size, size)
        found.faults += answer.status != 200
    line.close()
