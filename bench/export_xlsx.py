"""A ledger of 20 columns as XLSX, against the fastest writer on the same cells: python -m bench.export_xlsx HOW"""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bench.lines import Line
from bench.pages import Place

COLUMNS = 20


def run(place: Place) -> Iterator[Line]:
    alone, ours = (_apart(place, how) for how in ("alone", "ours"))
    goal = {"most": 1.5} if place.rows >= 10_000 else {}
    more = {"cpu": round(ours["cpu"] / alone["cpu"], 2), "seconds": ours["seconds"], "writer alone": alone["seconds"]}
    yield Line("XLSX export", place.rows, round(ours["seconds"] / alone["seconds"], 2), "x writer", **goal, more=more)
    yield Line("XLSX export, memory", place.rows, ours["grown"], "MB more", most=80)


def _apart(place: Place, how: str) -> dict[str, float]:
    """In a process of its own, so that its memory is its own; the better of two runs, for the first also warms up."""
    env = {**os.environ, "SANSHE_DATA": place.folder}
    out = subprocess.run([sys.executable, "-m", "bench.export_xlsx", how], env=env, capture_output=True, check=True)
    return json.loads(out.stdout)


def wide() -> Any:
    """A ledger of 20 columns over the applications."""
    from sanshe.core.ledgers.types import Column, Ledger
    from sanshe.incubation.models import Application

    names = (
        "number",
        "name",
        "registration",
        "field",
        "channel",
        "state",
        "serial",
        "version",
        "submitted_at",
        "saved_at",
    )
    columns = tuple(Column(f"{name}{turn}", f"{name} {turn}", name) for turn in (1, 2) for name in names)
    rows = Application.objects.filter(serial__isnull=False).values_list("pk", *names, named=True)
    return Ledger(
        "bench.wide", "宽表", "incubation.application.read", columns, lambda actor, filters: rows, key=("pk",)
    )


def officer() -> Any:
    from sanshe.core.kit import ids
    from sanshe.core.kit.access import Actor, Grant

    return Actor(ids.new(), "梁晓芸", True, (Grant("x", frozenset({"incubation.application.read"}), "140213"),))


def ours() -> tuple[float, float]:
    """From the database to the answer, as the page does it: seconds by the clock and of the processor."""
    from sanshe.core.ledgers import queries
    from sanshe.core.ledgers.adapters import answers

    ledger, began, used = wide(), time.perf_counter(), time.process_time()
    answer = answers.sheet(ledger.columns, queries.export_rows(ledger, officer(), {}), "xlsx", "宽表", ["宽表"])
    sum(len(piece) for piece in answer.streaming_content)
    return time.perf_counter() - began, time.process_time() - used


def alone() -> tuple[float, float]:
    """The same cells, already in memory, by the fastest writer and nothing else."""
    import tempfile

    import rustpy_xlsxwriter as rust

    from sanshe.core.ledgers import queries

    ledger = wide()
    names = [column.code for column in ledger.columns]
    cells = [dict(zip(names, row, strict=True)) for row in queries.export_rows(ledger, officer(), {})]
    with tempfile.TemporaryFile() as out:
        began, used = time.perf_counter(), time.process_time()
        rust.write_worksheet(iter(cells), out, sheet_name="宽表")
        return time.perf_counter() - began, time.process_time() - used


def _peak() -> int:
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM"))


if __name__ == "__main__":
    os.environ["DJANGO_SETTINGS_MODULE"] = "sanshe.config.settings"
    import django

    django.setup()
    from sanshe.core.ledgers.adapters import answers  # noqa: F401 - loaded before memory is looked at

    before, run = _peak(), {"ours": ours, "alone": alone}[sys.argv[1]]
    took, cpu = min(run() for _ in range(2))
    sys.stdout.write(
        json.dumps({"seconds": round(took, 3), "cpu": round(cpu, 3), "grown": round((_peak() - before) / 1000, 1)})
    )
