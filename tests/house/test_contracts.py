"""Each import contract sees a planted violation, and every package stands in the contracts."""

import shutil
import subprocess

import pytest
from django.conf import settings

from tests import contracts
from tests.house.reading import CONTRACTS, SOURCE

PLANTS = [
    ("floors", "core/areas/queries/areas.py", "from sanshe.incubation import rules as planted"),
    ("floors", "stray/__init__.py", ""),
    ("core floors", "core/areas/queries/areas.py", "from sanshe.core.parties import rules as planted"),
    ("core floors", "core/stray/__init__.py", ""),
    ("rooms", "incubation/models/call/batch.py", "from sanshe.incubation.queries.call import batch as planted"),
    ("rooms", "incubation/utils.py", ""),
    ("rules are pure", "incubation/rules/panel/score.py", "import django.db"),
    ("rules are pure", "core/notices/types.py", "from sanshe.core.kit import clock"),
    (
        "faces never touch rows",
        "incubation/views/panel/score.py",
        "from sanshe.incubation.models.panel.score import Sheet",
    ),
    ("faces never touch rows", "desk/queries.py", "from sanshe.core.areas.models import Area"),
    ("queries know no phrase", "core/areas/queries/areas.py", "from sanshe.core.areas import phrases as planted"),
    (
        "queries know no phrase",
        "incubation/queries/panel/score.py",
        "from sanshe.incubation.phrases.panel import score as planted",
    ),
    ("desk writes nothing", "desk/views.py", "from sanshe.incubation.actions.panel import score as planted"),
    ("no circles", "core/kit/ids.py", "from sanshe.config import policy as planted"),
]


def broken(source):
    """The names of the contracts that do not hold, and the whole report."""
    done = contracts.run(source, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    lines = done.stdout.splitlines()
    found = {one["name"] for one in CONTRACTS if any(line.startswith(f"{one['name']} BROKEN") for line in lines)}
    assert bool(found) == bool(done.returncode), done.stdout
    return found, done.stdout


@pytest.fixture(scope="module")
def copy(tmp_path_factory):
    """The package's Python files in a folder of their own."""
    source = tmp_path_factory.mktemp("copy")
    keep_out = shutil.ignore_patterns("templates", "static", "locale", "data", "__pycache__")
    shutil.copytree(SOURCE, source / "sanshe", ignore=keep_out)
    return source


def test_the_copy_without_a_plant_holds(copy):
    assert broken(copy)[0] == set()


@pytest.mark.parametrize(("name", "path", "line"), PLANTS)
def test_each_contract_sees_a_planted_violation(copy, name, path, line):
    file = copy / "sanshe" / path
    was = file.read_text() if file.exists() else None
    file.parent.mkdir(exist_ok=True)
    file.write_text(f"{was or ''}\n{line}\n")
    try:
        found, report = broken(copy)
        assert name in found and path.split("/")[-2] in report
    finally:
        file.write_text(was) if was is not None else file.unlink()
        if was is None and path.endswith("__init__.py"):
            file.parent.rmdir()


def test_every_contract_has_a_plant():
    assert {name for name, *_ in PLANTS} == {one["name"] for one in CONTRACTS}


def test_every_installed_app_stands_in_the_contract_of_rooms(tmp_path):
    found = set(contracts.apps(SOURCE.parent))
    assert found == set(settings.SANSHE_APPS)
    assert all(repr(one) in contracts.config(SOURCE.parent) for one in found)
    (tmp_path / "sanshe/stray").mkdir(parents=True)
    (tmp_path / "sanshe/stray/apps.py").touch()
    assert contracts.apps(tmp_path) == ["sanshe.stray"]
