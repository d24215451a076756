"""Fails when a model changed without a migration; `whole APP` makes an app's first one of all it has, each table with
its constraints and indexes (`makemigrations` adds them one by one where tables point to each other)."""

import os
import sys
from pathlib import Path

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sanshe.config.settings")
FIRST = "0001_initial"


def check():
    from django.core.management import call_command

    call_command("makemigrations", "--check", "--dry-run")


def whole(app):
    """Write the first migration of this app anew, with what its later ones changed; its tables are the same."""
    from django.db.migrations import CreateModel
    from django.db.migrations.loader import MigrationLoader
    from django.db.migrations.writer import MigrationWriter

    loader = MigrationLoader(None)
    own = {key: one for key, one in loader.disk_migrations.items() if key[0] == app}
    states = {name: one for name, one in loader.project_state().models.items() if name[0] == app}
    migration = own.pop((app, FIRST))
    migration.dependencies = outside(app, [migration, *own.values()])
    migration.operations = [
        CreateModel(one.name, [*one.fields.items()], {**one.options}, one.bases, one.managers)
        for one in ordered(states)
    ]
    writer = MigrationWriter(migration, include_header=False)
    Path(writer.path).write_text(writer.as_string())
    for _app, name in own:
        Path(writer.path).with_name(f"{name}.py").unlink()


def outside(app, migrations):
    """What these need of other apps: the first migration of each."""
    needed = [one for migration in migrations for one in migration.dependencies if one[0] != app]
    return list(dict.fromkeys((other, FIRST) if other != "__setting__" else (other, name) for other, name in needed))


def ordered(states):
    """Each table behind those it points to."""
    there, left = [], dict(states)
    while left:
        name = next(name for name, one in left.items() if not points_to(one) & (left.keys() - {name}))
        there.append(left.pop(name))
    return there


def points_to(state):
    """The tables that its fields name, as (app, name)."""
    found = (field.remote_field.model for field in state.fields.values() if field.remote_field)
    labels = (one if isinstance(one, str) else one._meta.label for one in found)
    return {(app or state.app_label, name) for app, _dot, name in (label.lower().rpartition(".") for label in labels)}


if __name__ == "__main__":
    django.setup()
    whole(sys.argv[2]) if sys.argv[1:2] == ["whole"] else check()
