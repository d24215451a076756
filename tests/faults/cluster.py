"""A PostgreSQL of its own, to be killed: data in a folder, run by a user without rights where we are root."""

import os
import shutil
import signal
import subprocess
import tempfile
import time
from contextlib import suppress
from pathlib import Path

from tests import server
from tests.config.test_serve import free_port
from tests.faults.writers import born_of


class Cluster:
    """Started, killed with everything it runs, started again."""

    def __init__(self):
        self.programs, self.folder, self.port = server.CLUSTERS[-1], Path(tempfile.mkdtemp()), free_port()
        self.user = server.unprivileged() if os.geteuid() == 0 else ""
        if self.user:
            shutil.chown(self.folder, self.user)
        self._do(f"{self.programs}/initdb -D {self.folder}/data -A trust -U sanshe -E UTF8 --locale=C.UTF-8")
        self.address = f"postgres://sanshe@127.0.0.1:{self.port}/postgres"
        self.start()

    def _do(self, command):
        words = ["su", self.user, "-s", "/bin/sh", "-c", command] if self.user else ["/bin/sh", "-c", command]
        subprocess.run(words, check=True, stdout=subprocess.DEVNULL, cwd="/")

    def start(self):
        options = f"-p {self.port} -c unix_socket_directories= -c listen_addresses=127.0.0.1"
        self._do(f"{self.programs}/pg_ctl -D {self.folder}/data -o '{options}' -l {self.folder}/log -w start")

    def kill(self):
        """`kill -9` of the server and of each of its processes: as if the machine lost it."""
        head = int((self.folder / "data/postmaster.pid").read_text().split()[0])
        found = [head, *born_of(head)]
        for pid in found:
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        while any(Path(f"/proc/{pid}/exe").exists() for pid in found):
            time.sleep(0.01)
        (self.folder / "data/postmaster.pid").unlink()  # who is dead but not yet buried would count as running

    def away(self):
        """Stop for good and leave nothing behind."""
        with suppress(subprocess.CalledProcessError):
            self._do(f"{self.programs}/pg_ctl -D {self.folder}/data -m immediate stop")
        shutil.rmtree(self.folder, ignore_errors=True)
