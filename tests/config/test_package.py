"""The package as it is installed: what is in the wheel, and the command line with its exit codes."""

import shutil
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

from sanshe.config.cli import main, parser
from tests.config.test_serve import environment
from tests.docs import commands

pytestmark = pytest.mark.fault
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """A wheel of a clean copy: without translations compiled before."""
    work = tmp_path_factory.mktemp("copy")
    for name in ("pyproject.toml", "setup.py", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, work)
    ignored = shutil.ignore_patterns("*.mo", "__pycache__", "*.egg-info")
    for name in ("src", "tests", "requirements"):
        shutil.copytree(ROOT / name, work / name, ignore=ignored)
    words = ["pip", "wheel", ".", "--no-deps", "--no-build-isolation", "-q", "-w", "out"]
    done = subprocess.run([sys.executable, "-m", *words], cwd=work, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return next((work / "out").glob("*.whl"))


def test_the_wheel_holds_everything_the_house_needs(wheel):
    inside = {name for name in ZipFile(wheel).namelist() if "dist-info" not in name}
    source = ROOT / "src"
    kinds = ("*.py", "templates/**/*.html", "static/**/*.*", "data/*.csv", "locale/**/*.po", "adapters/*.typ")
    needed = {path.relative_to(source).as_posix() for kind in kinds for path in source.rglob(kind) if path.is_file()}
    compiled = {name.removesuffix("po") + "mo" for name in needed if name.endswith(".po")}
    assert len(compiled) > 10 and needed | compiled <= inside
    assert all(name.startswith("sanshe/") for name in inside)


def test_the_installed_command_runs_elsewhere(wheel, tmp_path):
    ZipFile(wheel).extractall(tmp_path / "site")
    said = environment(tmp_path / "data", PYTHONPATH=str(tmp_path / "site"))
    for words, code in ((["--help"], 0), (["upgrade"], 0), (["verify"], 0), (["nothing"], 2)):
        command = [sys.executable, "-m", "sanshe.config.cli", *words]
        done = subprocess.run(command, cwd=tmp_path, env=said, capture_output=True, text=True)
        assert done.returncode == code, done.stderr


@pytest.mark.parametrize("name", sorted(commands(parser())))
def test_every_command_explains_itself_in_both_languages(name, capsys):
    with pytest.raises(SystemExit) as left:
        main([name, "--help"])
    said = capsys.readouterr().out
    assert left.value.code == 0 and name in said and " / " in said


def test_a_command_without_its_arguments_is_refused(capsys):
    for words in ([], ["nothing"], ["import"], ["init"], ["serve", "--port", "x"]):
        with pytest.raises(SystemExit) as left:
            main(words)
        assert left.value.code == 2
