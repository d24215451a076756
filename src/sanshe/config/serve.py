"""One process that keeps the house running: the web server, the worker and the ticker as its children."""

import errno
import http.client
import io
import os
import signal
import socket
import ssl
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from threading import Event

from sanshe.demo.management import UNFINISHED

CHILDREN = ("web", "worker", "ticker")
DEMO = "demo"  # tells the moments that are not told yet, and ends
HALF_TOLD = (
    "演示区后面的时刻没有建成，原因在上面；重新启动就接着建。"
    "The later moments of the demo could not be made, see above; the next start goes on."
)
HEAD_MS = "20000"  # for the first lines of a request
SANSHE = (sys.executable, "-m", "sanshe.config.cli")


@dataclass(frozen=True)
class Place:
    """Where the house answers."""

    host: str
    port: int
    cert: str = ""
    key: str = ""

    def __str__(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"http{'s' if self.cert else ''}://{host}:{self.port}"


def serve(place: Place, *, upgrade: bool = False) -> int:
    """Run until told to stop; a child that dies is started again. 1, with one line, when it cannot begin."""
    if fault := refusal_of_place(place):
        sys.stderr.write(f"{fault}\n")
        return 1
    stop = Event()
    for told in (signal.SIGTERM, signal.SIGINT):
        signal.signal(told, lambda *_: stop.set())
    ready = _child([*SANSHE, "run", "ready", *(["--upgrade"] if upgrade else [])])
    running = {"ready": ready}
    while ready.poll() is None and not stop.wait(0.05):
        pass
    if stop.is_set() or ready.returncode:
        _stop(running)
        return 0 if stop.is_set() else ready.returncode
    running = {"web": _start("web", place)}
    _say_when_up(place, stop)
    running |= {name: _start(name, place) for name in CHILDREN if name != "web"}
    if (data_folder() / UNFINISHED).exists():
        running[DEMO] = _start(DEMO, place)
    while not stop.wait(1):
        _revive(running, place)
    return _stop(running)


def refusal_of_place(place: Place) -> str:
    """Why this address cannot be served, in both languages; empty when it can."""
    port = place.port
    if not 0 <= port <= 65535:
        return f"端口要在 0 到 65535 之间，不能是 {port}。A port lies between 0 and 65535."
    try:
        family, _type, _proto, _name, address = socket.getaddrinfo(place.host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
    except OSError as fault:
        if fault.errno == errno.EADDRINUSE:
            return f"端口 {port} 已经有程序在用，换一个。Port {port} is taken, give another: PORT={port + 1}"
        return f"{place.host}:{port} 用不了，换 HOST 或 PORT。It cannot be served ({fault.strerror})."
    return ""


def web(place: Place, application: str = "sanshe.config.wsgi:stage") -> list[str]:
    """The web server's command: two processes that each read many requests and answer one at a time; one that dies is
    started again beside the other."""
    command = [sys.executable, "-m", "granian", "--interface", "rsgi", "--host", place.host, "--port", str(place.port)]
    command += [
        "--workers",
        "2",
        "--http1-header-read-timeout",
        HEAD_MS,
        "--no-ws",
        "--no-access-log",
        "--log-level",
        "warning",
    ]
    command += ["--respawn-failed-workers"]
    if place.cert:
        command += ["--ssl-certificate", place.cert, "--ssl-keyfile", place.key]
    return [*command, application]


def _start(name: str, place: Place) -> subprocess.Popen[bytes]:
    if name == DEMO:
        return _child([*SANSHE, name])
    if name != "web":
        return _child([*SANSHE, "run", name])
    return _child(web(place), {"SANSHE_SECURE_COOKIES": "1"} if place.cert else {})


def _child(command: list[str], more: dict[str, str] | None = None) -> subprocess.Popen[bytes]:
    """A child in a group of its own: Ctrl+C reaches us alone, and what the child started can be ended with it."""
    return subprocess.Popen(command, env={**os.environ, **(more or {})}, start_new_session=True)


def _revive(running: dict[str, subprocess.Popen[bytes]], place: Place) -> None:
    for name, child in list(running.items()):
        code = child.poll()
        if name == DEMO and code is not None and code >= 0:  # all is told, or it would fail at the same place again
            del running[name]
            if code:
                sys.stderr.write(f"{HALF_TOLD}\n")
        elif code is not None:
            sys.stderr.write(f"{name} 停了（{code}），重新启动。{name} stopped, started again.\n")
            _end_group(child, signal.SIGKILL)  # a dead web server leaves workers that hold the port
            running[name] = _start(name, place)


def _say_when_up(place: Place, stop: Event) -> None:
    """The address, as soon as a page is answered there."""
    while not stop.wait(0.05):
        if _answers(place):
            sys.stdout.write(f"{place}  （Ctrl+C 停下 / stops it）\n")
            sys.stdout.flush()
            return


def _answers(place: Place) -> bool:
    host = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(place.host, place.host)
    unproved = ssl._create_unverified_context() if place.cert else None
    line: http.client.HTTPConnection
    if unproved:
        line = http.client.HTTPSConnection(host, place.port, timeout=5, context=unproved)
    else:
        line = http.client.HTTPConnection(host, place.port, timeout=5)
    try:
        line.request("GET", "/login/")
        return line.getresponse().status > 0
    except (OSError, http.client.HTTPException):
        return False
    finally:
        line.close()


def _end_group(child: subprocess.Popen[bytes], told: signal.Signals) -> None:
    if not hasattr(os, "killpg"):
        child.kill() if child.poll() is None else None
        return
    try:
        os.killpg(child.pid, told)
    except ProcessLookupError:
        return


def _stop(running: dict[str, subprocess.Popen[bytes]]) -> int:
    """Ask every child to end, and end what has not done so within ten seconds."""
    for child in running.values():
        child.terminate()
    until = time.monotonic() + 10
    for child in running.values():
        try:
            child.wait(max(0.1, until - time.monotonic()))
        except subprocess.TimeoutExpired:
            child.kill()
        _end_group(child, signal.SIGTERM if child.returncode is None else signal.SIGKILL)
    return 0


def loop(name: str, *, upgrade: bool = False) -> int:
    """What the children do: `ready` prepares the start, the worker and the ticker go on until told to stop."""
    if name == "ready":
        return _make_ready(upgrade)
    from sanshe.config import setup  # the apps must be ready first
    from sanshe.core.jobs import management

    setup.every_night()
    stop = Event()
    for one in (signal.SIGTERM, signal.SIGINT):
        signal.signal(one, lambda *_: stop.set())
    (management.worker if name == "worker" else management.ticker)(stop)
    return 0


def _make_ready(upgrade: bool) -> int:
    """Check the settings, back up and migrate when asked, lay out styles and scripts, let a demo's clock go on."""
    from django.apps import apps
    from django.core.management import call_command
    from django.core.management.base import SystemCheckError

    from sanshe.config import setup

    try:
        call_command("check", stdout=io.StringIO())
    except SystemCheckError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    if upgrade:
        setup.upgrade(lambda text: sys.stdout.write(f"{text}\n"))
    call_command("collectstatic", verbosity=0, interactive=False)
    for config in apps.get_app_configs():
        if hasattr(config, "on_start"):
            config.on_start()
    return 0


def data_folder() -> Path:
    """Where this house keeps its data, known before the settings are read."""
    return Path(os.environ.get("SANSHE_DATA", "data")).resolve()
