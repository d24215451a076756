"""Sets Sanshe up and runs it: python3 run.py [serve|setup|check|test|cover|prove|bench|help]. Standard library only.

serve   everything set up, the demo district made when the data folder is empty, http://127.0.0.1:8000
test    all tests, on SQLite and on a real PostgreSQL [quick: rules, actions and the house]
cover   which lines and branches the tests run, by room
prove   proofs too long for every run [NAME]
check   format, lint, import contracts, types, migrations, translations, docs
bench   speeds as ratios to a bare view [quick]
PORT, HOST and SANSHE_DATA are read from the environment.
"""

from __future__ import annotations

import sys
import time

BEGAN = time.monotonic()
if sys.version_info < (3, 11):  # before anything an older one could not read
    sys.exit("需要 Python 3.11 或更新的版本。Python 3.11 or newer is needed; this is %d.%d." % sys.version_info[:2])

import hashlib
import os
import subprocess
import tempfile
import venv
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
LOCKS = ROOT / "requirements"
SERVING, WORKING = (
    LOCKS / "base.txt",
    LOCKS / "dev.txt",
)  # what serving needs; what checks, tests and the bench need too

# Bytecode is kept in .venv, also where the environment forbids it beside the source: a start has six processes, and
# reading a second of compiled modules costs each of them a second more when nobody kept them.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
os.environ["PYTHONPYCACHEPREFIX"] = str(VENV / "pycache")


def run(*command: object, **more: str) -> int:
    """Run a command in the checkout with the package on its path; the answer is its exit code."""
    env = {**os.environ, "PYTHONPATH": str(ROOT / "src"), **more}
    return subprocess.run([str(part) for part in command], cwd=ROOT, env=env).returncode


def setup(lock: Path = WORKING) -> int:
    """Make .venv and install the locked packages by their hashes; a second call finds its stamp and rests."""
    if not any(_is_there(one) for one in (lock, WORKING)):
        if not (BIN / "uv").exists() and not (BIN / "uv.exe").exists():
            say("装 uv。Setting up .venv with uv")
            if code := _make_venv():
                return code
        many = sum("==" in line for line in lock.read_text().splitlines())
        say(f"装依赖，{many} 个包。Installing {many} packages")
        hashed = ("install", "--require-hashes", "-r", lock)
        uv = (BIN / "uv", "pip", *hashed[:1], "--python", BIN / "python", *hashed[1:])
        if _logged(*uv) and _logged(*_pip(), *hashed):  # pip knows mirrors that uv is not told of
            return _no_network()
        if lock == WORKING and _has_pip():
            _logged(BIN / "python", "-m", "ensurepip")  # a test builds the wheel with it
        _install_command()
        _stamp(lock).write_text(_hash(lock))
    return run(BIN / "python", "tests/translations.py", "compile") if _has_new_texts() else 0


def _make_venv() -> int:
    """.venv with uv in it."""
    try:
        venv.create(VENV, with_pip=not _has_pip(), clear=True)
    except (OSError, subprocess.CalledProcessError) as fault:
        say(f".venv 建不起来。It cannot be made ({fault}); on Debian: apt-get install python3-venv")
        return 1
    return _no_network() if _logged(*_pip(), "install", "--require-hashes", "-r", LOCKS / "uv.txt") else 0


def _pip() -> tuple[object, ...]:
    """The pip that this Python brings, told to work in .venv: giving .venv one of its own takes seconds."""
    return (sys.executable, "-m", "pip", "--python", BIN / "python") if _has_pip() else (BIN / "python", "-m", "pip")


def _has_pip() -> bool:
    try:
        return tuple(map(int, version("pip").split(".")[:2])) >= (22, 3)  # older ones do not know --python
    except (PackageNotFoundError, ValueError):
        return False


def say(text: str) -> None:
    """A step, with the seconds since the beginning."""
    print(f"[{time.monotonic() - BEGAN:5.1f} s] {text}", flush=True)


def _hash(lock: Path) -> str:
    return hashlib.sha256(lock.read_bytes()).hexdigest()


def _stamp(lock: Path) -> Path:
    return VENV / ("lock.sha256" if lock == WORKING else f"{lock.stem}.sha256")


def _is_there(lock: Path) -> bool:
    """Whether .venv holds what this lock names."""
    return _stamp(lock).exists() and _stamp(lock).read_text() == _hash(lock)


def _has_new_texts() -> bool:
    """Whether a text was changed since the translations were compiled."""
    texts = [(po, po.with_suffix(".mo")) for po in (ROOT / "src").glob("**/locale/*/LC_MESSAGES/*.po")]
    return any(not mo.exists() or mo.stat().st_mtime < po.stat().st_mtime for po, mo in texts)


def _logged(*command: object) -> int:
    """Run a command; what it says goes to a file."""
    with (VENV / "setup.log").open("a") as log:
        return subprocess.run([str(part) for part in command], stdout=log, stderr=log).returncode


def _no_network() -> int:
    log = VENV / "setup.log"
    say(f"装不上依赖，网络通不通？The packages could not be installed: is the network there? 详见 see {log}")
    return 1


def _install_command() -> None:
    """Put the `sanshe` command into .venv, pointing at this checkout."""
    place = next((VENV / "lib").glob("python3*/site-packages"), VENV / "Lib" / "site-packages")
    (place / "sanshe.pth").write_text(str(ROOT / "src"))
    script = BIN / ("sanshe.cmd" if os.name == "nt" else "sanshe")
    python = BIN / "python"
    if os.name == "nt":
        script.write_text(f'@"{python}" -m sanshe.config.cli %*\n')
    else:
        script.write_text(f"#!{python}\nimport sys\nfrom sanshe.config.cli import main\nsys.exit(main())\n")
        script.chmod(0o755)


def serve() -> int:
    """Set up, make the demo district in an empty data folder, and serve until Ctrl+C."""
    data = Path(os.environ.get("SANSHE_DATA", ROOT / "data")).resolve()
    if code := setup(SERVING):
        return code
    os.environ |= {"SANSHE_DATA": str(data), "PYTHONPATH": str(ROOT / "src")}
    sanshe = (BIN / "python", "-m", "sanshe.config.cli")
    if not (data / "db.sqlite3").exists() and "DATABASE_URL" not in os.environ:
        say("演示数据，从头讲到开门的时刻。Telling the demo's story up to where it opens")
        if code := run(*sanshe, "demo", "--first"):
            return code
    say("启动。Starting")
    command = [str(part) for part in (*sanshe, "serve", "--upgrade")]
    if os.name == "nt":
        return run(*command)
    os.chdir(ROOT)
    os.execv(command[0], command)
    return 0


def check() -> int:
    """Format, lint, import contracts, types, migrations, translations, docs."""
    quiet = {"SANSHE_DATA": tempfile.mkdtemp(), "DATABASE_URL": "sqlite://:memory:"}
    return (
        setup()
        or run(BIN / "ruff", "format", "--check", "-q", "src", "tests", "bench", "run.py")
        or run(BIN / "ruff", "check", "-q", "src", "tests", "bench", "run.py")
        or run(BIN / "djangofmt", "--check", "-q", "src")
        or run(BIN / "python", "tests/contracts.py")
        or run(BIN / "python", "-m", "mypy", **quiet)
        or run(BIN / "python", "tests/migrations.py", **quiet)
        or run(BIN / "python", "tests/translations.py", "check", **quiet)
        or run(BIN / "python", "tests/docs.py", **quiet)
    )


def test() -> int:
    """All tests; `quick`: rules, actions and the house. pytest's own words may follow."""
    return setup() or run(BIN / "python", "-m", "tests.suite", *sys.argv[2:])


def cover() -> int:
    """The tests on SQLite with the lines and branches of src counted, a table by room."""
    return setup() or run(BIN / "python", "-m", "tests.suite", "cover", *sys.argv[2:])


def prove() -> int:
    """A long proof by its name; without one, which there are."""
    return setup() or run(BIN / "python", "-m", "tests.prove", *sys.argv[2:])


def bench() -> int:
    """Speeds as ratios to a bare view in the same run."""
    return setup() or run(BIN / "python", "-m", "bench.run", *sys.argv[2:])


def help() -> int:
    print(__doc__)
    return 0


WORDS = {"serve": serve, "setup": setup, "check": check, "test": test, "cover": cover, "prove": prove, "bench": bench}
WORDS["help"] = help

if __name__ == "__main__":
    word = sys.argv[1] if len(sys.argv) > 1 else "serve"
    try:
        sys.exit(WORDS[word]() if word in WORDS else help() or 2)
    except KeyboardInterrupt:
        sys.exit(130)
