"""No model changed without a migration, and migrations are named by intent."""

import re

import pytest
from django.core.management import call_command

from sanshe.core.jobs.models import Beat
from tests.house.reading import SOURCE


def unnamed(source):
    found = [path.relative_to(source).as_posix() for path in source.rglob("migrations/[0-9]*.py")]
    return [path for path in sorted(found) if re.search(r"_auto_\d|_alter_.*_and_more|_\d{8}_", path)]


def made_twice(source):
    """Tables that an app's first migration makes and then adds a constraint to. SQLite makes such a table anew each
    time: with a hundred of them an empty database took 7 s of processor time instead of 3. One of two tables that point
    to each other has to."""
    found = []
    for path in sorted(source.rglob("migrations/0001_*.py")):
        text = path.read_text()
        made = {name.lower() for name in re.findall(r"CreateModel\(\s*name=['\"](\w+)", text)}
        added = re.findall(r"AddConstraint\(\s*model_name=['\"](\w+)", text)
        round_about = {*re.findall(r"AddField\(\s*model_name=['\"](\w+)", text)}
        found += [f"{path.relative_to(source).as_posix()} {name}" for name in sorted((made & {*added}) - round_about)]
    return found


def test_a_table_is_made_with_its_constraints(tmp_path):
    """`python tests/migrations.py whole APP` writes a first migration so."""
    assert made_twice(SOURCE) == []
    (tmp_path / "a/migrations").mkdir(parents=True)
    made = "CreateModel(\n name='Batch'), AddConstraint(\n model_name='batch')"
    (tmp_path / "a/migrations/0001_initial.py").write_text(made)
    assert made_twice(tmp_path) == ["a/migrations/0001_initial.py batch"]


@pytest.mark.django_db
def test_no_model_changed_without_a_migration():
    call_command("makemigrations", "--check", "--dry-run", verbosity=0)


@pytest.mark.django_db
def test_a_changed_model_is_seen(monkeypatch):
    monkeypatch.setattr(Beat._meta.get_field("name"), "max_length", 41)
    with pytest.raises(SystemExit):
        call_command("makemigrations", "--check", "--dry-run", verbosity=0)


def test_migrations_are_named_by_intent(tmp_path):
    assert unnamed(SOURCE) == []
    (tmp_path / "a/migrations").mkdir(parents=True)
    (tmp_path / "a/migrations/0002_auto_20220101_0101.py").touch()
    assert unnamed(tmp_path) == ["a/migrations/0002_auto_20220101_0101.py"]
