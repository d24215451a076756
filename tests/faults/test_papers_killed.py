"""A worker killed by `kill -9` in the middle of a set of papers: the set is taken up again and makes none twice."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.district import begun

pytestmark = pytest.mark.fault
PLAY = Path(__file__).parent / "papers_play.py"
SOURCE = str(Path(__file__).parents[2] / "src")
N = 60


def run(step, data, wait=True):
    begun(data)
    here = {"SANSHE_DATA": str(data), "DATABASE_URL": f"sqlite:///{data}/db.sqlite3", "PYTHONPATH": SOURCE}
    environment = {**os.environ, **here}
    process = subprocess.Popen([sys.executable, str(PLAY), step], env=environment, stdout=subprocess.PIPE, text=True)
    if not wait:
        return process
    out, _ = process.communicate(timeout=120)
    assert process.returncode == 0, out
    return out.split()


def made(data):
    with sqlite3.connect(data / "db.sqlite3", timeout=20) as database:
        return database.execute("select count(*) from papers_paper").fetchone()[0]


def test_a_set_is_made_whole_after_its_worker_was_killed(tmp_path):
    run("ask", tmp_path)
    worker = run("work", tmp_path, wait=False)
    end = time.monotonic() + 60
    while made(tmp_path) < 5:
        assert time.monotonic() < end, "the worker never began"
        time.sleep(0.01)
    os.kill(worker.pid, signal.SIGKILL)
    worker.wait()
    before = int(run("made", tmp_path)[0])
    assert 5 <= before < N, "the kill came too late to prove anything"
    assert run("again", tmp_path) == [str(N), "1", "True"]
