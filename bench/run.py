"""All scenarios at all sizes: python -m bench.run [quick] [scenario …]

A table for people and one JSON object a line for programs (bench.jsonl in the folder SANSHE_BENCH, else on standard
output behind the table). Everything lies in a throwaway folder; nothing of yours is read or written.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

from bench import board, calibration, export_csv, export_xlsx, frame, json_list, list_page, score_sheet
from bench.lines import HEADS, Line, printed
from bench.pages import Place
from bench.servers import Server, granian, gunicorn

SIZES, QUICK = (40, 10_000, 100_000), (40, 10_000)
SCENARIOS = {
    module.__name__.rpartition(".")[2]: module.run
    for module in (frame, list_page, board, score_sheet, json_list, export_csv, export_xlsx, calibration)
}


def main(words: list[str]) -> int:
    """Run them; the answer is 1 when a goal is missed."""
    wanted = [name for name in SCENARIOS if name in words] or list(SCENARIOS)
    sizes = QUICK if "quick" in words else SIZES
    lines: list[Line] = []
    cores, load = os.cpu_count() or 1, os.getloadavg()[0]
    say(f"{cores} cores, load {load:.1f}" + (": busy, read the cpu column, not the clock" if load > cores / 2 else ""))
    say(printed(HEADS))
    with tempfile.TemporaryDirectory(prefix="sanshe-bench-") as place, gunicorn("bench.bare") as bare:
        static = laid_out(Path(place))
        for rows in sizes:
            for line in measured(Path(place) / str(rows), rows, bare, static, wanted):
                say(printed(line.cells()))
                lines.append(line)
    say("\n".join(line.json() for line in lines))
    return int(any(line.is_met is False for line in lines))


def say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def laid_out(place: Path) -> str:
    """Styles and scripts as they are served: compressed, named by their content."""
    env = {**os.environ, "SANSHE_DATA": str(place / "first"), "SANSHE_STATIC": str(place / "static")}
    subprocess.run([sys.executable, "-m", "sanshe.config.cli", "run", "ready"], env=env, check=True)
    return env["SANSHE_STATIC"]


def _children() -> float:
    """Processor seconds of the commands that came to their end."""
    spent = os.times()
    return spent.children_user + spent.children_system


def measured(folder: Path, rows: int, bare: Server, static: str, wanted: list[str]) -> Iterator[Line]:
    """Everything at one size."""
    env = {"SANSHE_DATA": str(folder), "SANSHE_STATIC": static, "DATABASE_URL": f"sqlite:///{folder}/db.sqlite3"}
    began = _children()
    subprocess.run([sys.executable, "-m", "bench.data", str(folder), str(rows)], env={**os.environ, **env}, check=True)
    yield Line("data made", rows, round(_children() - began, 1), "s cpu", most=60)
    made = json.loads((folder / "bench.json").read_text())
    with ExitStack() as up:
        ours = up.enter_context(gunicorn("bench.framed", **env))
        direct = up.enter_context(granian("bench.framed", **env))
        place = Place(rows, str(folder), made, bare, ours, direct)
        for name in wanted:
            yield from SCENARIOS[name](place)


if __name__ == "__main__":
    os.environ.pop("SANSHE_PRODUCTION", None)
    sys.exit(main(sys.argv[1:]))
