"""A demo's folder as `sanshe demo` writes it: on a file, verified, stepped through, refused where it must be."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from subprocess import PIPE

import pytest
from django.core.files import locks
from django.db import connection
from django.test import override_settings

from sanshe.core.kit.shanghai import at
from sanshe.demo import adapters
from sanshe.demo.apps import refusal_of_settings
from sanshe.demo.queries import first_seen, moments
from sanshe.demo.views import door
from tests.district import kept_demo

SOURCE = Path(__file__).resolve().parents[2] / "src"
STEP = """
import json
import django
django.setup()
from sanshe.core.audit import queries as audit
from sanshe.core.kit import clock, shanghai
from sanshe.core.figures.queries import published
from sanshe.demo.actions.chapters import step_into
from sanshe.demo.queries import moments
for one in moments():
    step_into(one.code)
    now = shanghai.local(clock.now()).strftime("%Y-%m-%d %H:%M")
    print(json.dumps([one.code, now == one.at, audit.verify().ok, published("140213", clock.now())["incubation"]]))
"""


def begin(data, *command, **more):
    env = {key: value for key, value in os.environ.items() if key not in ("DATABASE_URL", "SANSHE_TEST_FILE")}
    env |= {"SANSHE_DATA": str(data), "PYTHONPATH": str(SOURCE), **more}
    return subprocess.Popen([sys.executable, *command], env=env, stdout=PIPE, stderr=PIPE, text=True)


def run(data, *command, **more):
    process = begin(data, *command, **more)
    said, faults = process.communicate()
    return subprocess.CompletedProcess(command, process.returncode, said, faults)


DEMO = ("-m", "sanshe.config.cli", "demo")
FIGURES = ("-m", "sanshe.config.cli", "figures", "--json", "--district", "140213")


@pytest.fixture(scope="module")
def telling(tmp_path_factory):
    """How a folder comes about when its making is killed at the third moment, begun again by two at once, and ended by
    the house that is served meanwhile: the folder and what was said each time."""
    data = tmp_path_factory.mktemp("demo") / "data"
    killed = begin(data, *DEMO, "--first")
    first = [killed.stdout.readline() for _ in range(3)]
    killed.kill()
    killed.wait()
    two = [begin(data, *DEMO, "--first") for _ in range(2)]
    again = [process.communicate() for process in two]
    assert [process.returncode for process in two] == [0, 0], again
    opened = {path.name for path in data.glob("*")}
    rest = run(data, *DEMO)
    assert rest.returncode == 0, rest.stderr
    shutil.copytree(data, kept_demo(), dirs_exist_ok=True)
    return data, numbers("".join(first)), [numbers(said) for said, _faults in again], opened, numbers(rest.stdout)


def numbers(said):
    """The moments that were told, by their numbers."""
    return [int(done) for done in re.findall(rf"(\d+)/{len(moments())}", said)]


@pytest.fixture(scope="module")
def folder(telling):
    return telling[0]


@pytest.fixture(scope="module")
def stepped(folder):
    """What each moment says after stepping into it: code -> (clock right, record whole, figures)."""
    said = run(folder, "-c", STEP)
    assert said.returncode == 0, said.stderr
    return {code: rest for code, *rest in map(json.loads, said.stdout.splitlines())}


def test_what_was_told_is_not_told_again(telling):
    """Neither after a kill, nor by the second of two; and the house opens before all is told."""
    data, first, again, opened, rest = telling
    opening, all_ = moments().index(first_seen()) + 1, len(moments())
    assert first == [1, 2, 3] and sorted(sum(again, [])) in ([*range(4, opening + 1)], [*range(5, opening + 1)])
    assert [] in again and {"db.sqlite3", "demo-unfinished"} <= opened and rest == [*range(opening + 1, all_ + 1)]
    assert not (data / "demo-unfinished").exists() and len(list((data / "snapshots").glob("*.sqlite3"))) == all_


def test_stepping_puts_the_clock_right(stepped):
    assert len(stepped) == len(moments())
    assert all(is_right for is_right, *_ in stepped.values())


def test_the_record_of_every_moment_verifies(stepped):
    assert [code for code, (_, is_whole, _) in stepped.items() if not is_whole] == []


@pytest.mark.parametrize(
    ("code", "received", "screened_in", "selected", "signed", "entered"),
    [("1225a", 0, 0, 0, 0, 48), ("1228b", 7, 0, 0, 0, 48), ("0113a", 40, 34, 0, 0, 48), ("0218a", 40, 34, 30, 30, 78)],
)
def test_figures_of_a_moment(stepped, code, received, screened_in, selected, signed, entered):
    found = stepped[code][2]
    batch = next((one for one in found["batches"] if one["no"] == 3), dict.fromkeys(("received", "signed"), 0))
    line = [batch.get(key, 0) for key in ("received", "screened_in", "selected", "signed")]
    assert [*line, found["entered_total"]] == [received, screened_in, selected, signed, entered]


def figures_at(folder, code):
    return run(folder, *FIGURES, "--moment", code)


def test_the_figures_of_a_moment_are_asked_for_by_its_code(folder, stepped):
    """Read from its snapshot: the house stays at the moment it stands at."""
    said = figures_at(folder, "0113a")
    assert json.loads(said.stdout)["incubation"] == stepped["0113a"][2] != stepped[moments()[-1].code][2]
    now = run(folder, *FIGURES)
    assert json.loads(now.stdout)["incubation"] == stepped[moments()[-1].code][2]


def test_a_moment_that_does_not_exist_has_no_figures(folder):
    said = figures_at(folder, "../0113a")
    assert said.returncode == 2 and "没有叫 ../0113a 的时点" in said.stdout


def test_production_refuses_the_folder(folder):
    said = run(folder, "-m", "sanshe.config.cli", "check", SANSHE_PRODUCTION="1")
    assert said.returncode == 1 and "demo.E001" in said.stdout


def test_a_folder_with_data_is_refused(folder):
    said = run(folder, "-m", "sanshe.config.cli", "demo")
    assert said.returncode == 1 and "已经有数据" in said.stdout


@pytest.mark.filterwarnings("ignore:Overriding setting DATABASES")
def test_a_demo_on_another_database_is_refused():
    other = {"default": {"ENGINE": "django.db.backends.postgresql"}}
    with override_settings(HAS_DEMO_FLAG=True, PRODUCTION=False, DATABASES=other):
        assert [one.id for one in refusal_of_settings()] == ["demo.E002"]


def test_an_ordinary_folder_passes():
    with override_settings(HAS_DEMO_FLAG=False, PRODUCTION=True):
        assert refusal_of_settings() == []


@pytest.fixture
def half_told(db, settings, tmp_path):
    """A demo of which three moments are told, with nobody telling."""
    settings.IS_DEMO, settings.DATA = True, tmp_path
    (tmp_path / "snapshots").mkdir()
    (tmp_path / "telling").mkdir()
    for one in moments()[:3]:
        adapters.snapshot_path(one.code).touch()
    return tmp_path / "telling/lock"


def test_a_moment_that_is_not_told_yet_says_how_far_it_is(half_told, visitor):
    stopped = visitor.post("/demo/step/0218a/")
    assert (
        stopped.status_code == 409 and f"{len(moments())} 个时刻建好了 3 个，建的程序停了" in stopped.content.decode()
    )
    with half_told.open("w") as file:
        locks.lock(file, locks.LOCK_EX)
        coming = visitor.post("/demo/step/0218a/")
    assert coming.status_code == 409 and f"{len(moments())} 个时刻建好了 3 个，过几秒再点" in coming.content.decode()


def test_the_door_says_which_moments_are_not_told_yet(half_told, rf):
    request = rf.get("/login/")
    request.received_at = at("2021-12-25 08:50")
    page = door(request)
    assert (
        page.count("还没建好") == len(moments()) - 3
        and f"{len(moments())} 个时刻建好了 3 个" in page
        and "建的程序停了" in page
    )
    for one in moments():
        adapters.snapshot_path(one.code).touch()
    assert "建好" not in door(request)


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/demo/step/0218a/", "/demo/enter/liang/"])
def test_outside_a_demo_there_are_no_doors(visitor, path):
    assert visitor.post(path).status_code == 404


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/demo/step/0218a/", "/demo/enter/liang/"])
def test_a_link_cannot_step_or_enter(visitor, settings, path):
    settings.IS_DEMO = True
    assert visitor.get(path).status_code == 405


MAKE = """
import json
import django
django.setup()
from django.db import connection
from sanshe.demo.adapters import make_tables
make_tables()
with connection.cursor() as cursor:
    cursor.execute("SELECT type, name, sql FROM sqlite_master")
    print(json.dumps(cursor.fetchall()))
"""


def schema(rows):
    """What stands in sqlite_master, the columns of a table in the order of their text."""
    return {(kind, name): sorted(re.split(r",\s|\(|\)", re.sub(r"\s+", " ", sql or ""))) for kind, name, sql in rows}


@pytest.mark.django_db
def test_the_quick_tables_are_those_of_the_migrations(tmp_path):
    if connection.vendor != "sqlite":
        pytest.skip("a demo lies on SQLite")
    env = {"DATABASE_URL": "sqlite://:memory:", "DJANGO_SETTINGS_MODULE": "sanshe.config.settings"}
    made = run(tmp_path, "-c", MAKE, **env)
    assert made.returncode == 0, made.stderr
    with connection.cursor() as cursor:
        cursor.execute("SELECT type, name, sql FROM sqlite_master")
        assert schema(map(tuple, json.loads(made.stdout))) == schema(cursor.fetchall())
