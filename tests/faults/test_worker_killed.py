"""A worker killed by `kill -9` in mid-task: the work is taken up again and takes effect once."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.district import begun

pytestmark = pytest.mark.fault
HERE = Path(__file__).parent


def run(step, data, wait=True):
    """One step of the play in a process of its own, on its own SQLite file."""
    begun(data)
    environment = {**os.environ, "SANSHE_DATA": str(data), "DATABASE_URL": f"sqlite:///{data}/db.sqlite3"}
    command = [sys.executable, str(HERE / "worker_play.py"), step]
    process = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True)
    if not wait:
        return process
    out, _ = process.communicate(timeout=120)
    assert process.returncode == 0, out
    return out.split()


def until(path, seconds=30):
    end = time.monotonic() + seconds
    while not path.exists():
        assert time.monotonic() < end, "the worker never began"
        time.sleep(0.02)


@pytest.mark.parametrize(("code", "effects"), [("atomic", "1"), ("control", "2")])
def test_killed_in_mid_task(tmp_path, code, effects):
    """`control` writes outside the transaction: it must take effect twice, or the kill proved nothing."""
    run(f"queue:{code}", tmp_path)
    worker = run("work", tmp_path, wait=False)
    until(tmp_path / "half-way")
    os.kill(worker.pid, signal.SIGKILL)
    worker.wait()
    (tmp_path / "go-on").touch()
    assert run("look", tmp_path) == ["RUNNING", "0" if code == "atomic" else "1"]
    assert run("reap-and-work", tmp_path) == ["0", "1"]
    assert run("look", tmp_path) == ["SUCCESSFUL", effects]
