"""Sets Sanshe up and checks it: python3 run.py [setup|check|test|help]. Standard library only."""

import hashlib
import os
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
LOCK = ROOT / "requirements" / "dev.txt"
STAMP = VENV / "lock.sha256"


def run(*command: str, **more: str) -> int:
    """Run a command in the checkout with the package on its path; the answer is its exit code."""
    env = {**os.environ, "PYTHONPATH": str(ROOT / "src"), **more}
    return subprocess.run([str(part) for part in command], cwd=ROOT, env=env).returncode


def setup() -> int:
    """Make .venv and install the locked packages by their hashes; a second call finds the stamp and rests."""
    lock = hashlib.sha256(LOCK.read_bytes()).hexdigest()
    if STAMP.exists() and STAMP.read_text() == lock:
        return 0
    print("Setting up .venv (first time: a minute or two) …", flush=True)
    venv.create(VENV, with_pip=True, clear=True)
    if code := run(BIN / "python", "-m", "pip", "install", "-q", "--require-hashes", "-r", LOCK):
        print("The packages could not be installed: is the network there? 装不上依赖，请看网络。")
        return code
    STAMP.write_text(lock)
    return 0


def check() -> int:
    """Lint, and the import contracts of the apps that exist."""
    return (
        setup()
        or run(BIN / "ruff", "check", "-q", "src", "tests", "run.py")
        or run(BIN / "python", "tests/contracts.py")
    )


def test() -> int:
    """Everything on SQLite, then everything on PostgreSQL; without a PostgreSQL the run fails and says so."""
    if code := setup():
        return code
    server = os.environ.get("SANSHE_TEST_POSTGRES")
    if not server:
        print("No PostgreSQL: set SANSHE_TEST_POSTGRES=postgres://user:password@host:port/postgres and run again.")
        return 1
    pytest = (BIN / "python", "-m", "pytest", "-q")
    return run(*pytest, DATABASE_URL="sqlite://:memory:") or run(*pytest, "-m", "not fault", DATABASE_URL=server)


def help() -> int:
    print(__doc__)
    return 0


WORDS = {"setup": setup, "check": check, "test": test, "help": help}

if __name__ == "__main__":
    if sys.version_info < (3, 11):
        sys.exit("Python 3.11 or newer is needed. 需要 Python 3.11 或更新的版本。")
    word = sys.argv[1] if len(sys.argv) > 1 else "help"
    sys.exit(WORDS.get(word, help)())
