"""All tests, part by part (`tests/parts.py`), with the time of each: python -m tests.suite [quick|cover] [words].

Without a PostgreSQL the run fails before the first test and says so.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from tests.server import postgres

ROOT = Path(__file__).resolve().parent.parent
MEMORY = "sqlite://:memory:"
TWO, FILES = ("-n", "2", "--dist", "loadgroup"), ("-n", "2", "--dist", "loadfile")


def run(part: str, *words: str, python: tuple[str, ...] = (sys.executable,), **env: str) -> int:
    """One part; says how long it took."""
    began = time.monotonic()
    where = {"SANSHE_TEST_PART": part, "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT)])}
    code = subprocess.run(
        [*python, "-m", "pytest", "-q", *words], cwd=ROOT, env={**os.environ, **where, **env}
    ).returncode
    say(f"-- {part}: {time.monotonic() - began:.0f} s, {'good' if code == 0 else 'NOT GOOD'}")
    return code


def say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def whole(more: list[str]) -> int:
    """SQLite, the browser, the races on a file, PostgreSQL: each is run, whatever failed before it."""
    with tempfile.TemporaryDirectory(prefix="sanshe-suite-") as place, postgres() as server:
        if not server:
            return 1
        here = {"DATABASE_URL": MEMORY, "SANSHE_TEST_SEEN": place, "SANSHE_TEST_TOLD": place}
        file = {"DATABASE_URL": f"sqlite:///{place}/db.sqlite3", "SANSHE_TEST_FILE": f"{place}/test.sqlite3"}
        parts: list[Callable[[], int]] = [
            lambda: run("sqlite", *TWO, *more, **here),
            lambda: run("browser", *FILES, *more, **here),
            lambda: run("races", *more, **here | file),
            lambda: run("postgres", *TWO, *more, **here | {"DATABASE_URL": server}),
        ]
        began = time.monotonic()
        code = next(filter(None, [part() for part in parts]), 0)
        say(f"-- all: {time.monotonic() - began:.0f} s")
        return code or told(Path(place))


def told(folder: Path) -> int:
    """Name the slowest tests; 1 when a test was skipped in one part and ran in no other: a skip hides nothing."""
    parts = [json.loads(path.read_text()) for path in folder.glob("seen-*.json")]
    for seconds, name in sorted((one for part in parts for one in part.get("slowest", ())), reverse=True)[:10]:
        say(f"{seconds:7.1f} s  {name}")
    skipped, ran = ({name for part in parts for name in part[key]} for key in ("skipped", "ran"))
    for name in sorted(skipped - ran):
        say(f"跳过了，哪一遍都没跑。Skipped in every part: {name}")
    say(f"{len(skipped & ran)} skipped in one part ran in another.")
    return 1 if skipped - ran else 0


def quick(more: list[str]) -> int:
    """Rules, actions and the house, on SQLite in memory."""
    return run("quick", *TWO, *more, DATABASE_URL=MEMORY)


def cover(more: list[str]) -> int:
    """The part on SQLite with its lines and branches counted; prints a table by room."""
    coverage = (sys.executable, "-m", "coverage")
    (ROOT / ".coverage").mkdir(exist_ok=True)
    subprocess.run([*coverage, "erase"], cwd=ROOT, check=True)
    code = run("sqlite", *TWO, *more, python=(*coverage, "run"), DATABASE_URL=MEMORY)
    out = ROOT / ".coverage" / "told.json"
    for words in (["combine", "-q"], ["json", "-q", "-o", str(out)]):
        subprocess.run([*coverage, *words], cwd=ROOT, check=True)
    subprocess.run([sys.executable, "-m", "tests.cover", str(out)], cwd=ROOT, check=True)
    return code


if __name__ == "__main__":
    given = sys.argv[1:]
    word = given.pop(0) if given[:1] in (["quick"], ["cover"]) else ""
    sys.exit({"": whole, "quick": quick, "cover": cover}[word](given))
