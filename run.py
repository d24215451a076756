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

if sys.version_info < (3, 11):  # before anything an older one could not read
    sys.exit("需要 Python 3.11 或更新的版本。Python 3.11 or newer is needed; this is %d.%d." % sys.version_info[:2])

import hashlib
import os
import subprocess
import tempfile
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
LOCK = ROOT / "requirements" / "dev.txt"
STAMP = VENV / "lock.sha256"


def run(*command: object, **more: str) -> int:
    """Run a command in the checkout with the package on its path; the answer is its exit code."""
    env = {**os.environ, "PYTHONPATH": str(ROOT / "src"), **more}
    return subprocess.run([str(part) for part in command], cwd=ROOT, env=env).returncode


def setup() -> int:
    """Make .venv and install the locked packages by their hashes; a second call finds the stamp and rests."""
    lock = hashlib.sha256(LOCK.read_bytes()).hexdigest()
    if not STAMP.exists() or STAMP.read_text() != lock:
        print("第一次要装依赖，一两分钟。Setting up .venv, a minute or two.", flush=True)
        try:
            venv.create(VENV, with_pip=True, clear=True)
        except (OSError, subprocess.CalledProcessError) as fault:
            print(f".venv 建不起来。It cannot be made ({fault}); on Debian: apt-get install python3-venv")
            return 1
        if _install():
            return 1
        _install_command()
        STAMP.write_text(lock)
    return run(BIN / "python", "tests/translations.py", "compile")


def _install() -> int:
    """Install what is locked, a line for what is done; what pip says goes to a file."""
    log, many = VENV / "setup.log", sum("==" in line for line in LOCK.read_text().splitlines())
    pip = [BIN / "python", "-m", "pip", "install", "--require-hashes", "--disable-pip-version-check", "-r", LOCK]
    words = [str(part) for part in pip]
    with log.open("w") as kept, subprocess.Popen(words, stdout=subprocess.PIPE, stderr=kept, text=True) as child:
        done = 0
        for line in child.stdout or ():
            kept.write(line)
            done += line.startswith("Collecting ")
            end = "\r" if sys.stdout.isatty() else "\n"
            if line.startswith("Collecting ") and (end == "\r" or done % 20 == 0):
                print(f"  {done}/{many}", end=end, flush=True)
    if child.returncode:
        print(f"装不上依赖，网络通不通？The packages could not be installed: is the network there? 详见 see {log}")
    return child.returncode


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
    if code := setup():
        return code
    os.environ |= {"SANSHE_DATA": str(data), "PYTHONPATH": str(ROOT / "src")}
    sanshe = (BIN / "python", "-m", "sanshe.config.cli")
    is_half = (data / "demo-unfinished").exists()
    is_new = is_half or not (data / "db.sqlite3").exists() and "DATABASE_URL" not in os.environ
    if is_new and (code := run(*sanshe, "demo")):
        return code
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
