"""The house as it is served: refusals to begin, health, children that die, Ctrl+C."""

import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from sanshe.config import serve
from sanshe.config.serve import Place, refusal_of_place

SOURCE = Path(__file__).resolve().parents[2] / "src"
LEFT_OUT = ("DATABASE_URL", "SANSHE_TEST_FILE", "SANSHE_STATIC", "DJANGO_SETTINGS_MODULE")


def environment(data, **more):
    said = {key: value for key, value in os.environ.items() if key not in LEFT_OUT}
    return {**said, "PYTHONPATH": str(SOURCE), "SANSHE_DATA": str(data), **more}


def begin(*words, data, **more):
    command = [sys.executable, "-m", "sanshe.config.cli", *words]
    return subprocess.run(command, env=environment(data, **more), capture_output=True, text=True, timeout=60)


def said_plainly(done):
    """The one line that was said; a traceback or a second line fails."""
    lines = (done.stdout + done.stderr).splitlines()
    assert done.returncode == 1 and len(lines) == 1, lines
    assert re.search(r"[一-鿿]", lines[0]) and re.search(r"[a-z]{3,} [a-z]+", lines[0])
    return lines[0]


@pytest.mark.fault
def test_a_port_that_is_taken(tmp_path):
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        assert f"PORT={port + 1}" in said_plainly(begin("serve", "--port", str(port), data=tmp_path))


def test_places_that_cannot_be_served():
    assert "换 HOST" in refusal_of_place(Place("203.0.113.7", 0)) and "65535" in refusal_of_place(
        Place("127.0.0.1", 70000)
    )
    assert refusal_of_place(Place("127.0.0.1", 0)) == ""


@pytest.mark.fault
def test_a_folder_that_cannot_be_written(tmp_path):
    (tmp_path / "file").touch()
    for word in ("serve", "demo", "check", "upgrade"):
        assert "写不进去" in said_plainly(begin(word, data=tmp_path / "file/data"))


@pytest.mark.fault
def test_a_database_that_does_not_answer(tmp_path):
    done = begin("upgrade", data=tmp_path, DATABASE_URL="postgres://a@127.0.0.1:9/x")
    assert "数据库没有应答" in said_plainly(done)


@pytest.mark.fault
def test_a_database_without_tables(tmp_path):
    (tmp_path / "db.sqlite3").touch()
    for words in (["verify"], ["figures", "--json"]):
        assert "先 sanshe init" in said_plainly(begin(*words, data=tmp_path))


@pytest.mark.fault
def test_production_refuses_a_demo_and_says_what_it_checked(tmp_path):
    (tmp_path / "demo.json").write_text("{}")
    refused = begin("check", "--production", data=tmp_path)
    assert refused.returncode == 1 and "不能用生产设置打开" in refused.stdout
    (tmp_path / "demo.json").unlink()
    assert "不能用生产设置打开" not in begin("check", "--production", data=tmp_path).stdout


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def health(port):
    """(status, body) of /healthz; (0, {}) while nobody answers."""
    try:
        with urlopen(f"http://127.0.0.1:{port}/healthz", timeout=5) as answer:
            return answer.status, json.loads(answer.read())
    except HTTPError as answer:
        return answer.code, json.loads(answer.read())
    except OSError:
        return 0, {}


def until(found, seconds=90):
    end = time.monotonic() + seconds
    while not (value := found()):
        assert time.monotonic() < end, "it did not come about"
        time.sleep(0.1)
    return value


def children(pid):
    """Process id by name (web, worker, ticker) of what the house started."""
    found = {}
    for path in Path("/proc").glob("[0-9]*"):
        try:
            parent = path.joinpath("stat").read_text().rpartition(")")[2].split()[1]
            words = path.joinpath("cmdline").read_text().split("\0")
        except OSError:
            continue
        if parent == str(pid) and len(words) > 2:  # an ended one has no words left
            found["web" if "granian" in words else words[-2]] = int(path.name)
    return found


@pytest.fixture
def house(tmp_path):
    """A served house with nothing in it: (process, port, data folder)."""
    port = free_port()
    command = [sys.executable, "-m", "sanshe.config.cli", "serve", "--upgrade", "--port", str(port)]
    child = subprocess.Popen(
        command, env=environment(tmp_path), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    yield child, port, tmp_path
    if child.poll() is None:
        child.terminate()
        child.wait(20)


class Ended:
    """A child that came to its end."""

    def __init__(self, code):
        self.code, self.pid = code, 2**22 + 1  # no process has that number

    def poll(self):
        return self.code


@pytest.mark.parametrize(
    ("code", "goes_on", "said"), [(0, False, ""), (1, False, "没有建成"), (-9, True, "demo stopped, started again")]
)
def test_who_tells_the_demo_ends_when_all_is_told_and_is_not_started_into_the_same_fault(
    code, goes_on, said, monkeypatch, capsys
):
    monkeypatch.setattr(serve, "_start", lambda name, place: "anew")
    running = {"web": Ended(None), "demo": Ended(code)}
    serve._revive(running, Place("127.0.0.1", 0))
    assert running.get("demo") == ("anew" if goes_on else None) and "web" in running
    assert said in (told := capsys.readouterr().err) and bool(told) is bool(said)


@pytest.mark.fault
@pytest.mark.skipif(sys.platform != "linux", reason="only on Linux")
def test_what_dies_is_started_again_and_ctrl_c_ends_everything(house):
    child, port, _data = house
    until(lambda: health(port)[0] == 200)
    before = children(child.pid)
    assert set(before) == {"web", "worker", "ticker"}
    for pid in before.values():
        os.kill(pid, signal.SIGKILL)
    after = until(
        lambda: len(found := children(child.pid)) == 3 and not {*found.values()} & {*before.values()} and found
    )
    until(lambda: health(port)[0] == 200)
    child.send_signal(signal.SIGINT)
    assert child.wait(20) == 0
    assert not [pid for pid in after.values() if Path(f"/proc/{pid}").exists()]
    assert refusal_of_place(Place("127.0.0.1", port)) == ""
    said = child.stdout.read()
    assert f"http://127.0.0.1:{port}" in said and "Traceback" not in said


@pytest.mark.fault
def test_health_without_its_database_or_with_a_new_version_is_a_503(house):
    child, port, data = house
    until(lambda: health(port)[0] == 200)
    for one in data.glob("db.sqlite3*"):
        one.rename(one.with_name(f"away-{one.name}"))
    (data / "db.sqlite3").mkdir()
    assert until(lambda: (seen := health(port))[0] == 503 and seen[1])["status"] == "no database"


@pytest.mark.django_db
def test_pending_migrations_are_a_503(client, monkeypatch):
    from sanshe.config import health as page

    monkeypatch.setattr(page, "pending", lambda: 2)
    answer = client.get("/healthz")
    assert answer.status_code == 503 and answer.json()["status"] == "migrations pending"


@pytest.mark.django_db
def test_the_data_of_a_demo_are_refused_in_a_folder_that_is_none(client):
    """A backup of a demo, restored: its flag stayed behind, its clock did not."""
    from django.apps import apps

    from sanshe.core.jobs import actions
    from sanshe.core.kit import clock
    from sanshe.demo.models import DemoClock

    DemoClock.objects.create(shift_seconds=0, seen_at=clock.real(), moment="0218a")
    actions.beat(name="worker", real=clock.real())
    answer = client.get("/healthz")
    assert answer.status_code == 503 and answer.json()["status"] == "demo data"
    with pytest.raises(SystemExit, match="演示区"):
        apps.get_app_config("demo").on_start()


@pytest.mark.django_db
def test_a_sign_of_life_that_nothing_follows_is_none(monkeypatch):
    """What `check` finds in the table may be of a house that was killed, or of a backup."""
    from datetime import timedelta

    from sanshe.config import health
    from sanshe.core.jobs import actions
    from sanshe.core.kit import clock

    monkeypatch.setattr(health, "WAIT", timedelta(seconds=1))
    actions.beat(name="worker", real=clock.real())
    found = health.watched()
    assert found["status"] == "worker silent" and str(found["worker"]).startswith("silent since")
    monkeypatch.setattr(health.time, "sleep", lambda _s: actions.beat(name="worker", real=clock.real()))
    assert health.watched()["worker"] == "alive"


@pytest.mark.django_db
def test_a_worker_that_beats_is_a_200(client):
    from sanshe.core.jobs import actions
    from sanshe.core.kit import clock

    actions.beat(name="worker", real=clock.real())
    assert client.get("/healthz").status_code == 200
