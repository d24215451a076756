"""The command line: a demo that production refuses, backups that are whole or refused."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from sanshe.config import backup

SOURCE = Path(__file__).resolve().parents[2] / "src"


def sanshe(*words, data, **env):
    said = {key: value for key, value in os.environ.items() if key not in ("DATABASE_URL", "SANSHE_TEST_FILE")}
    said |= {"PYTHONPATH": str(SOURCE), "SANSHE_DATA": str(data), **env}
    return subprocess.run([sys.executable, "-m", "sanshe.config.cli", *words], env=said, capture_output=True, text=True)


@pytest.mark.fault
def test_a_demo_is_made_only_in_an_empty_folder_and_served_by_no_production(tmp_path):
    (tmp_path / "a.txt").write_text("x")
    assert sanshe("demo", data=tmp_path).returncode == 1
    (tmp_path / "demo.json").write_text("{}")
    refused = sanshe("run", "ready", data=tmp_path, SANSHE_PRODUCTION="1")
    assert refused.returncode == 1 and "不能用生产设置打开" in refused.stderr


@pytest.mark.fault
def test_a_district_is_set_up_backed_up_and_restored(tmp_path):
    data, areas = tmp_path / "data", SOURCE / "sanshe/core/areas/data/datong.csv"
    how = ("--areas", str(areas), "--area", "140213", "--account", "admin", "--name", "郝敏")
    assert "/accounts/link/" in sanshe("init", *how, data=data).stdout
    made = sanshe("backup", "--to", str(tmp_path / "copies"), data=data)
    path = Path(made.stdout.splitlines()[0])
    assert "密钥不在备份里" in made.stdout and sanshe("restore", str(path), data=tmp_path / "new").returncode == 0
    assert (tmp_path / "new/db.sqlite3").stat().st_size > 100_000
    cut = tmp_path / "cut.tar.gz"
    cut.write_bytes(path.read_bytes()[:-1024])
    again = sanshe("restore", str(cut), data=tmp_path / "other")
    assert again.returncode == 1 and "不完整" in again.stdout
    assert sanshe("restore", str(path), data=tmp_path / "new").returncode == 1


def test_only_the_newest_backups_stay(tmp_path):
    for day in range(1, 20):
        (tmp_path / f"sanshe-202201{day:02d}-030000.tar.gz").touch()
    backup.prune(tmp_path)
    left = sorted(path.name for path in tmp_path.iterdir())
    assert len(left) == backup.KEEP and left[0].startswith("sanshe-20220106")


@pytest.mark.django_db
def test_health_says_what_is_wrong(client):
    answer = client.get("/healthz")
    assert answer.status_code == 503 and answer.json()["status"] == "worker silent"
    assert set(answer.json()) == {"status", "version", "database", "pending_migrations", "worker"}


@pytest.mark.fault
def test_the_worker_backs_up_at_night(tmp_path):
    """What the ticker queues at three, the worker does; a demo is not backed up."""
    play = (
        "import django; django.setup()\n"
        "from datetime import datetime, UTC\n"
        "from sanshe.config import setup\n"
        "from sanshe.core.jobs import actions\n"
        "setup.every_night()\n"
        "night = datetime(2022, 1, 5, 19, 0, 5, tzinfo=UTC)\n"
        "print([code for code in actions.tick(real=night) if 'backup' in code])\n"
        "actions.work(most=50)\n"
    )
    data = tmp_path / "data"
    assert sanshe("upgrade", data=data).returncode == 0
    env = {"PYTHONPATH": str(SOURCE), "SANSHE_DATA": str(data), "DJANGO_SETTINGS_MODULE": "sanshe.config.settings"}
    done = subprocess.run(
        [sys.executable, "-c", play],
        env={**os.environ, **env, "DATABASE_URL": f"sqlite:///{data}/db.sqlite3"},
        capture_output=True,
        text=True,
    )
    assert "config.backup" in done.stdout, done.stderr
    assert len(list((data / "backups").glob("sanshe-*.tar.gz"))) == 1


@pytest.mark.fault
@pytest.mark.parametrize("command", [("figures",), ("verify",), ("check",), ("tokens", "liang")])
def test_a_command_that_reads_makes_no_database(tmp_path, command):
    done = sanshe(*command, data=tmp_path)
    assert done.returncode == 1 and "还没有数据" in done.stdout + done.stderr and "Traceback" not in done.stderr
    assert not list(tmp_path.glob("db.sqlite3*"))
