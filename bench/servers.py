"""Servers on this machine for as long as a scenario needs them, and what their processes use."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True)
class Server:
    """One that answers: its address and its processes."""

    url: str
    process: subprocess.Popen[bytes]

    def pids(self) -> list[int]:
        """The parent and its workers."""
        children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text().split()
        return [self.process.pid, *map(int, children)]

    def cpu(self) -> float:
        """Seconds of processor time that all its processes have used."""
        fields = [Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split() for pid in self.pids()]
        return sum(int(one[11]) + int(one[12]) for one in fields) / TICKS

    def peak(self, reset: bool = False) -> dict[int, int]:
        """The most memory each process has held, in kB; with `reset` counted from now on."""
        for pid in self.pids() if reset else ():
            Path(f"/proc/{pid}/clear_refs").write_text("5")
        return {pid: _status(pid, "VmHWM") for pid in self.pids()}


def _status(pid: int, name: str) -> int:
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(name))


@contextmanager
def gunicorn(app: str, **env: str) -> Iterator[Server]:
    """Two synchronous workers, as the goals were set."""
    port = _free_port()
    words = ("gunicorn", "-w", "2", "-b", f"127.0.0.1:{port}", "--log-level", "error", f"{app}:application")
    yield from _running(words, port, env)


@contextmanager
def granian(app: str, **env: str) -> Iterator[Server]:
    """The server the product runs under, as `sanshe serve` starts it."""
    port = _free_port()
    words = ("granian", "--interface", "rsgi", "--host", "127.0.0.1", "--port", str(port), "--workers", "2",
             "--no-access-log", "--log-level", "error", f"{app}:stage")  # fmt: skip
    yield from _running(words, port, env)


def _running(words: tuple[str, ...], port: int, env: dict[str, str]) -> Iterator[Server]:
    process = subprocess.Popen([sys.executable, "-m", *words], env={**os.environ, **env})
    try:
        _wait(port, process)
        yield Server(f"http://127.0.0.1:{port}", process)
    finally:
        process.terminate()
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:  # a busy machine: nothing that was measured hangs on how it ends
            process.kill()
            process.wait()


def _wait(port: int, process: subprocess.Popen[bytes]) -> None:
    for _ in range(1800):  # three minutes: a busy machine is slow, not broken
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        if process.poll() is not None:
            break
        time.sleep(0.1)
    raise RuntimeError(f"no server on {port}")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
