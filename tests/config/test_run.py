"""`python3 run.py`: what goes wrong at the beginning is one line in both languages, and a code that is not 0."""

import ast
import json
import os
import runpy
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests import server, suite

ROOT = Path(__file__).resolve().parents[2]


def test_an_old_python_is_told_so(monkeypatch):
    monkeypatch.setattr(sys, "version_info", (3, 9, 1, "final", 0))
    with pytest.raises(SystemExit, match="3.11 或更新.*this is 3.9"):
        runpy.run_path(str(ROOT / "run.py"))


def test_an_old_python_can_read_it():
    ast.parse((ROOT / "run.py").read_text(), feature_version=(3, 8))


def test_bytecode_is_kept_beside_the_packages_whatever_the_environment_says(monkeypatch):
    """Without it each of a start's six processes compiles a second of modules for itself."""
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    monkeypatch.setenv("PYTHONPYCACHEPREFIX", "")
    runpy.run_path(str(ROOT / "run.py"), run_name="read")
    assert "PYTHONDONTWRITEBYTECODE" not in os.environ and os.environ["PYTHONPYCACHEPREFIX"].startswith(str(ROOT))


def test_an_unknown_word_shows_the_help(capsys):
    done = subprocess.run([sys.executable, ROOT / "run.py", "fly"], capture_output=True, text=True)
    assert done.returncode == 2 and "serve" in done.stdout


def test_a_named_postgresql_that_is_silent_is_said_before_anything_runs(capsys, monkeypatch):
    monkeypatch.setenv("SANSHE_TEST_POSTGRES", "postgres://a@127.0.0.1:9/x")
    with server.postgres() as address:
        assert address == ""
    said = capsys.readouterr().out
    assert said.count("\n") == 1 and "没有应答" in said and "start it, or unset" in said


def test_no_postgresql_at_all_is_said(capsys, monkeypatch):
    monkeypatch.delenv("SANSHE_TEST_POSTGRES", raising=False)
    monkeypatch.setattr(server, "CLUSTERS", [])
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    with server.postgres() as address:
        assert address == ""
    assert "apt-get install postgresql" in capsys.readouterr().out


@pytest.mark.parametrize(("ran", "code"), [(["a", "b"], 0), (["a"], 1)])
def test_a_test_skipped_in_every_part_fails_the_run(tmp_path, capsys, ran, code):
    (tmp_path / "seen-1.json").write_text(json.dumps({"ran": ["a"], "skipped": ["b"]}))
    (tmp_path / "seen-2.json").write_text(json.dumps({"ran": ran, "skipped": []}))
    assert suite.told(tmp_path) == code
    assert ("Skipped in every part: b" in capsys.readouterr().out) is bool(code)


def test_skips_are_written_down(tmp_path):
    (tmp_path / "test_a.py").write_text("import pytest\ndef test_b(): pytest.skip('x')\ndef test_c(): pass\n")
    said = {**os.environ, "SANSHE_TEST_SEEN": str(tmp_path), "PYTHONPATH": str(ROOT)}
    words = [sys.executable, "-m", "pytest", "-q", "-p", "no:django", "-p", "tests.skips", str(tmp_path)]
    assert subprocess.run(words, cwd=tmp_path, env=said, capture_output=True).returncode == 0
    seen = json.loads(next(tmp_path.glob("seen-*.json")).read_text())
    assert [len(seen["ran"]), len(seen["skipped"])] == [1, 1] and seen["skipped"][0].endswith("test_b")


@pytest.mark.fault
def test_no_network_at_set_up_is_one_line_and_the_next_try_begins_anew(tmp_path):
    shutil.copy(ROOT / "run.py", tmp_path)
    shutil.copytree(ROOT / "requirements", tmp_path / "requirements")
    said = {**os.environ, "PIP_INDEX_URL": "http://127.0.0.1:9/simple", "PIP_RETRIES": "0", "PIP_NO_CACHE_DIR": "1"}
    words = [sys.executable, str(tmp_path / "run.py"), "setup"]
    done = subprocess.run(words, env=said, capture_output=True, text=True, timeout=120)
    lines = (done.stdout + done.stderr).splitlines()
    assert done.returncode == 1 and len(lines) == 2, lines
    assert "网络" in lines[1] and "network" in lines[1] and not (tmp_path / ".venv/lock.sha256").exists()
