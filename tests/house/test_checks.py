"""What `run.py check` runs beside the linters can fail: types and docs."""

import argparse
import re
import subprocess
import sys

import pytest

from tests import docs
from tests.house.reading import ROOT

WRONG = """
from django.http import HttpRequest
from sanshe.core.audit.actions import record
from sanshe.incubation.enums.call.batch import BatchState
from sanshe.incubation.rules.panel.score import MAXIMUM  # wrong: no such name
WORDS = {BatchState.OPEN: "招募中"}

def page(request: HttpRequest) -> str:
    request.actor.nobody  # wrong: an actor has no such name
    request.received_at.isoformat()
    said: dict[str, object] = {"at": request.received_at}
    record(event=1, kind="a", subject="b", by=request.actor, **said)  # wrong: an event is a text
    WORDS[7]  # wrong: a table of states is asked by a state or its text
    return WORDS["open"]
"""


@pytest.fixture(scope="module")
def told(tmp_path_factory):
    """What mypy says about a file with faults of this house's own kinds."""
    folder = tmp_path_factory.mktemp("types")
    (folder / "wrong.py").write_text(WRONG)
    cache = ["--cache-dir", str(ROOT / ".mypy_cache")]
    command = [sys.executable, "-m", "mypy", "--config-file", str(ROOT / "pyproject.toml"), *cache]
    done = subprocess.run([*command, str(folder / "wrong.py")], cwd=ROOT, capture_output=True, text=True)
    return {int(line) for line in re.findall(r"wrong\.py:(\d+): error", done.stdout)}, done.stdout


def test_types_see_planted_faults_and_only_those(told):
    wrong = {number for number, line in enumerate(WRONG.splitlines(), 1) if "# wrong" in line}
    assert told[0] == wrong, told[1]


def test_docs_are_true():
    assert docs.faults(ROOT) == []


def test_docs_see_a_lost_link_a_wrong_command_an_unlike_readme_and_a_silent_app(tmp_path):
    (tmp_path / "README.md").write_text("# a\n[gone](docs/gone.md) [here](README.zh-CN.md)\n`sanshe nothing`\n")
    (tmp_path / "README.zh-CN.md").write_text("# a\n## b\n`run.py fly`\n```\n.venv/bin/sanshe verify --quickly\n```\n")
    (tmp_path / "src/sanshe/fair").mkdir(parents=True)
    (tmp_path / "src/sanshe/fair/apps.py").touch()
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/a.md").write_text("`tests/gone.py`")
    assert list(docs.lost_files(tmp_path)) == ["docs/a.md: tests/gone.py is not there"]
    parser = argparse.ArgumentParser()
    parser.add_subparsers().add_parser("verify")
    assert list(docs.lost_links(tmp_path)) == ["README.md: docs/gone.md leads nowhere"]
    assert sorted(docs.unknown_commands(tmp_path, parser, {"serve"})) == [
        "README.md: sanshe nothing",
        "README.zh-CN.md: run.py fly is no command",
        "README.zh-CN.md: sanshe verify --quickly",
    ]
    assert len(list(docs.unlike(tmp_path))) == 3
    assert len(list(docs.unexplained_apps(tmp_path))) == 1
    assert {*docs.unmapped_apps(tmp_path)} == {f"README{kind}.md: the map has no fair" for kind in ("", ".zh-CN")}
