"""A demo's folder as `sanshe demo` writes it: on a file, verified, stepped through, refused where it must be."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.test import override_settings

from sanshe.demo.apps import refusal_of_settings

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
for one in [*moments(), *moments()][:17]:
    step_into(one.code)
    now = shanghai.local(clock.now()).strftime("%Y-%m-%d %H:%M")
    print(json.dumps([one.code, now == one.at, audit.verify().ok, published("140213")["incubation"]]))
"""


def run(data, *command, **more):
    env = {key: value for key, value in os.environ.items() if key not in ("DATABASE_URL", "SANSHE_TEST_FILE")}
    env |= {"SANSHE_DATA": str(data), "PYTHONPATH": str(SOURCE), **more}
    return subprocess.run([sys.executable, *command], env=env, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    data = tmp_path_factory.mktemp("demo") / "data"
    made = run(data, "-m", "sanshe.config.cli", "demo")
    assert made.returncode == 0, made.stderr
    return data


@pytest.fixture(scope="module")
def stepped(folder):
    """What each moment says after stepping into it: code -> (clock right, record whole, figures)."""
    said = run(folder, "-c", STEP)
    assert said.returncode == 0, said.stderr
    return {code: rest for code, *rest in map(json.loads, said.stdout.splitlines())}


def test_stepping_puts_the_clock_right(stepped):
    assert len(stepped) == 17
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


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/demo/step/0218a/", "/demo/enter/liang/"])
def test_outside_a_demo_there_are_no_doors(visitor, path):
    assert visitor.post(path).status_code == 404


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/demo/step/0218a/", "/demo/enter/liang/"])
def test_a_link_cannot_step_or_enter(visitor, settings, path):
    settings.IS_DEMO = True
    assert visitor.get(path).status_code == 405
