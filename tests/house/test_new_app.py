"""docs/new-app.md is true: its app, made in a copy of the house by one line of the settings, brings all it says."""

import json
import os
import re
import shutil
import subprocess
import sys

import pytest

from tests import contracts
from tests.house.reading import ROOT, SOURCE

BLOCK = re.compile(r"```\w+\n(?:# |<!-- )(src/\S+)(?: -->)?\n(.*?)```", re.DOTALL)
LINE = '        "walks",\n'
USE = """
import json, sys
from unittest import mock
import django
django.setup()
from django.core.management import call_command
from django.test import RequestFactory
from django.test.utils import setup_test_environment
call_command("makemigrations", "walks", "-n", "initial", verbosity=0)
call_command("migrate", verbosity=0)
setup_test_environment()
from django.urls import resolve, reverse
from sanshe.config import api, cli
from sanshe.core.kit import clock, ids
from sanshe.core.kit.access import Actor, Grant
from sanshe.core.kit.refused import Refused
from sanshe.core.kit.story import STORIES
from sanshe.core.audit.queries import history
from sanshe.core.ledgers.queries import LEDGERS
from sanshe.core.ui.queries import say
from sanshe.walks import actions, queries
from sanshe.walks.enums import P
by = Actor(ids.new(), "A", is_staff=True, grants=(Grant("worker", frozenset(map(str, P)), "140213"),))
other = Actor(ids.new(), "B", is_staff=True, grants=(Grant("worker", frozenset(map(str, P)), "140214"),))
said = {}
for step in STORIES["walks"].steps:
    step.tell(clock.now())
row = actions.note(area_path="140213", seen="井盖松了", by=by, at=clock.now())
try:
    actions.note(area_path="140213", seen=" ", by=by, at=clock.now())
except Refused as no:
    said["sentence"] = say(no.code, no.facts)
request = RequestFactory().get("/walks/")
request.actor, request.received_at, request.session = by, clock.now(), {}
said["view"] = resolve("/walks/").func.__name__
said["address"] = reverse("walks:walks")
said["seen"] = [one.seen for one in queries.walks(by)]
said["elsewhere"] = queries.walks(other).count()
said["record"] = [act.event for act in history("walks.walk", row.pk)]
said["operations"] = [one["path"] for one in api.operations() if "walks" in one["path"]]
said["ledger"] = LEDGERS["walks.walks"].codes
from django.test import Client
from sanshe.core.accounts.actions import appoint, create_user, sync_roles
from sanshe.core.privacy.actions import make_keys
from sanshe.core.kit.access import SYSTEM
make_keys()
sync_roles()
told = {"by": SYSTEM, "at": clock.now()}
walker = create_user(username="walker", name="W", is_staff=True, **told)
appoint(user=walker, role="community_worker", area_path="140213", **told)
browser = Client()
browser.force_login(walker)
session = browser.session
session["accounts.second_factor"] = True
session.save()
answer = browser.post("/walks/", {"seen": " \\u3000", "_page": "/walks/", "_request_id": str(ids.new())})
page = answer.content.decode()
said["refused"] = [answer.status_code, 'aria-describedby="seen-said"' in page, page.count(said["sentence"])]
said["command"] = cli.main(["walks"])
print(json.dumps(said))
"""


def blocks():
    return dict(BLOCK.findall((ROOT / "docs/new-app.md").read_text()))


@pytest.fixture(scope="module")
def house(tmp_path_factory):
    """A copy of the house with the app of the page in it, and nothing else changed but one line of the settings."""
    home = tmp_path_factory.mktemp("house")
    shutil.copytree(SOURCE, home / "src/sanshe", ignore=shutil.ignore_patterns("__pycache__", "*.mo"))
    for name, text in blocks().items():
        (home / name).parent.mkdir(parents=True, exist_ok=True)
        (home / name).write_text(text)
    for package in ("", "migrations"):
        (home / "src/sanshe/walks" / package).mkdir(exist_ok=True)
        (home / "src/sanshe/walks" / package / "__init__.py").touch()
    settings = home / "src/sanshe/config/settings.py"
    settings.write_text(settings.read_text().replace('        "incubation",\n', f'        "incubation",\n{LINE}', 1))
    floors = (ROOT / "pyproject.toml").read_text().replace("| (stories)", "| (stories) | (walks)", 1)
    (home / "pyproject.toml").write_text(floors)
    return home


def broken(house):
    done = contracts.run(house / "src", stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    return [line.partition(" BROKEN")[0] for line in done.stdout.splitlines() if " BROKEN" in line], done.stdout


def test_the_page_adds_one_line_to_the_settings(house):
    was, now = (path / "src/sanshe/config/settings.py" for path in (ROOT, house))
    assert set(now.read_text().splitlines()) - set(was.read_text().splitlines()) == {LINE.rstrip()}


def test_all_that_the_app_brings_is_there(house, tmp_path):
    env = {**os.environ, "PYTHONPATH": str(house / "src"), "SANSHE_DATA": str(tmp_path)}
    env |= {"DATABASE_URL": f"sqlite:///{tmp_path}/db.sqlite3", "DJANGO_SETTINGS_MODULE": "sanshe.config.settings"}
    done = subprocess.run([sys.executable, "-c", USE], env=env, cwd=tmp_path, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    *spoken, last = done.stdout.strip().splitlines()
    assert json.loads(last) == {
        "sentence": "看到了什么，还没写。",
        "view": "walks",
        "address": "/walks/",
        "seen": ["井盖松了", "楼道堆了杂物"],
        "elsewhere": 0,
        "record": ["walks.noted"],
        "operations": ["/api/v1/walks/"],
        "ledger": ["walks.read"],
        "refused": [422, True, 2],  # at the head and beside the field
        "command": 0,
    }
    assert spoken == ["2"]  # what the command said


def test_the_contracts_hold_in_it_and_see_what_is_planted(house):
    assert broken(house)[0] == []
    models = house / "src/sanshe/walks/models.py"
    was = models.read_text()
    models.write_text(f"{was}\nfrom sanshe.walks import queries as planted\n")
    try:
        found, report = broken(house)
    finally:
        models.write_text(was)
    assert "rooms" in found and "sanshe.walks.models -> sanshe.walks.queries" in report
