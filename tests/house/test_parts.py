"""Every test runs somewhere, on the database that the table says; no pattern of the table is left over."""

import ast

from tests import parts
from tests.house.reading import ROOT

TESTS = ROOT / "tests"


def names(folder):
    """file::function and file::class of every test below a folder."""
    for path in sorted(folder.rglob("test_*.py")):
        file = path.relative_to(folder).as_posix()
        for node in ast.parse(path.read_text()).body:
            if isinstance(node, ast.FunctionDef | ast.ClassDef) and node.name.lower().startswith("test"):
                yield f"{file}::{node.name}"


def parts_of(name):
    return {part for part in parts.PARTS if part != "quick" and parts.runs_in(name, part)}


def unused(patterns, found):
    return [pattern for pattern in patterns if not any(parts.is_one_of(name, [pattern]) for name in found)]


def test_every_test_runs_somewhere():
    found = list(names(TESTS))
    assert len(found) > 500 and [name for name in found if not parts_of(name)] == []


def test_no_pattern_is_left_over():
    found = list(names(TESTS))
    table = {*parts.ONCE, *parts.BROWSER, *parts.RACES, *parts.QUICK, *parts.SAMPLED}
    assert unused(table, found) == []
    assert unused(["walks/*", "house/*"], found) == ["walks/*"]


def test_what_hangs_on_the_database_runs_on_both():
    assert parts_of("browser/test_upload.py::test_a") == {"browser"}
    assert parts_of("fair/test_stall_rules.py::test_a") == parts_of("fair/test_pages.py::test_a") == {"sqlite"}
    for name in ("fair/test_actions.py", "fair/test_queries.py", "fair/test_stall.py", "imports/test_imports.py"):
        assert parts_of(f"{name}::test_a") == {"sqlite", "postgres"}
    assert parts_of("demo/test_races.py::test_a") == {"sqlite", "races", "postgres"}


def test_the_matrix_is_sampled_on_postgresql():
    found = [parts.runs_in(f"test_matrix.py::test_a[{n}]", "postgres") for n in range(500)]
    assert 50 < sum(found) < 150
