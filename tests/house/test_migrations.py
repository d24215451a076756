"""No model changed without a migration, and migrations are named by intent."""

import re

import pytest
from django.core.management import call_command

from sanshe.core.jobs.models import Beat
from tests.house.reading import SOURCE


def unnamed(source):
    found = [path.relative_to(source).as_posix() for path in source.rglob("migrations/[0-9]*.py")]
    return [path for path in sorted(found) if re.search(r"_auto_\d|_alter_.*_and_more|_\d{8}_", path)]


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
