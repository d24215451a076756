"""One process that keeps the house running: the web server, the worker and the ticker as its children."""

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from threading import Event

CHILDREN = ("web", "worker", "ticker")


def serve(*, host: str, port: int, cert: str = "", key: str = "") -> int:
    """Run until told to stop; a child that dies is started again. 1 when the port is taken."""
    if _is_taken(host, port):
        sys.stderr.write(f"端口 {port} 已经有程序在用。换一个：PORT=8001 sanshe serve\n")
        return 1
    if code := subprocess.run([sys.executable, "-m", "sanshe.config.cli", "run", "static"]).returncode:
        return code
    stop = Event()
    for told in (signal.SIGTERM, signal.SIGINT):
        signal.signal(told, lambda *_: stop.set())
    running = {name: _start(name, host, port, cert, key) for name in CHILDREN}
    _say_when_up(host, port, bool(cert), stop)
    while not stop.wait(1):
        for name, child in running.items():
            if child.poll() is not None:
                sys.stderr.write(f"{name} 停了（{child.returncode}），重新启动。\n")
                running[name] = _start(name, host, port, cert, key)
    return _stop(running)


def _is_taken(host: str, port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return True
    return False


def _start(name: str, host: str, port: int, cert: str, key: str) -> subprocess.Popen[bytes]:
    if name != "web":
        return subprocess.Popen([sys.executable, "-m", "sanshe.config.cli", "run", name])
    command = [sys.executable, "-m", "granian", "--interface", "wsgi", "--host", host, "--port", str(port)]
    command += ["--workers", "2", "--blocking-threads", "1", "--no-access-log", "--log-level", "warning"]
    if cert:
        command += ["--ssl-certificate", cert, "--ssl-keyfile", key]
    safe = {"SANSHE_SECURE_COOKIES": "1"} if cert else {}
    return subprocess.Popen([*command, "sanshe.config.wsgi:application"], env={**os.environ, **safe})


def _say_when_up(host: str, port: int, is_tls: bool, stop: Event) -> None:
    for _ in range(300):
        with socket.socket() as probe:
            if probe.connect_ex((host, port)) == 0:
                sys.stdout.write(f"http{'s' if is_tls else ''}://{host}:{port}  （Ctrl+C 停下）\n")
                sys.stdout.flush()
                return
        if stop.wait(0.1):
            return


def _stop(running: dict[str, subprocess.Popen[bytes]]) -> int:
    for child in running.values():
        child.terminate()
    until = time.monotonic() + 10
    for child in running.values():
        try:
            child.wait(max(0.1, until - time.monotonic()))
        except subprocess.TimeoutExpired:
            child.kill()
    return 0


def loop(name: str) -> int:
    """What the worker and the ticker children do; `static` lays out styles and scripts, and a demo's clock goes on."""
    if name == "static":
        return _lay_out()
    from sanshe.core.jobs import management  # the apps must be ready first

    stop = Event()
    for one in (signal.SIGTERM, signal.SIGINT):
        signal.signal(one, lambda *_: stop.set())
    (management.worker if name == "worker" else management.ticker)(stop)
    return 0


def _lay_out() -> int:
    from django.apps import apps
    from django.core.management import call_command
    from django.core.management.base import SystemCheckError

    try:
        call_command("check")
    except SystemCheckError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    call_command("collectstatic", verbosity=0, interactive=False)
    for config in apps.get_app_configs():
        if hasattr(config, "on_start"):
            config.on_start()
    return 0


def data_folder() -> Path:
    """Where this house keeps its data, known before the settings are read."""
    return Path(os.environ.get("SANSHE_DATA", "data")).resolve()
