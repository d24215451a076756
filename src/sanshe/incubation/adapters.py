"""Our edge to libraries."""

import csv
from collections.abc import Iterable
from functools import cache
from pathlib import Path

DATA = Path(__file__).parent / "data"


def by_sound(names: Iterable[str]) -> list[str]:
    """Names in the order of their pinyin, as printed lists have them."""
    from pypinyin import lazy_pinyin  # its tables take 0.2 s and 30 MB: not for a process that prints no lists

    return sorted(names, key=lambda name: (lazy_pinyin(name), name))


def defaults(name: str) -> list[dict[str, str]]:
    """The lines of a table that comes with the app: indicators, papers or hand_over."""
    with (DATA / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


@cache
def pad_worker() -> bytes:
    """The script that keeps pads on a device; its address decides its reach, so it is no file of /static/."""
    return (Path(__file__).parent / "static" / "incubation" / "pad-worker.js").read_bytes()
