"""Acknowledged writes on a real SQLite file: none doubled, none lost, a clear answer when it cannot be done."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.district import begun

pytestmark = pytest.mark.fault
ROOT = Path(__file__).parents[2]


def play(scene, data, guard="guarded"):
    begun(data)
    environment = {**os.environ, "SANSHE_DATA": str(data), "DATABASE_URL": f"sqlite:///{data}/db.sqlite3"}
    environment["PYTHONPATH"] = os.pathsep.join([str(ROOT), str(ROOT / "src"), os.environ.get("PYTHONPATH", "")])
    command = [sys.executable, str(ROOT / "tests/faults/web_play.py"), scene, guard]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr[-3000:]
    return json.loads(done.stdout.splitlines()[-1])


def test_six_at_once_with_one_id_write_once(tmp_path):
    assert play("race", tmp_path) == {"rows": 15, "disagree": 0}


def test_the_control_without_receipts_doubles(tmp_path):
    assert play("race", tmp_path, "bare")["rows"] > 15


def test_a_locked_database_is_a_503_and_the_repetition_writes_once(tmp_path):
    seen = play("locked", tmp_path)
    assert seen["first"][0] == 503 and seen["first"][2] == "2"
    assert seen["again"][0] == 302 and seen["rows"] == 1


def test_a_full_disk_is_a_503_that_loses_nothing_and_passes_without_a_restart(tmp_path):
    seen = play("full", tmp_path)
    assert seen["before"][0] == 302 and seen["full"] > 0 and seen["kept"]
    assert seen["again"][0] == 302
    assert "磁盘满了" in seen["page"] and 'name="name"' in seen["page"], "the page says why and keeps what was typed"
