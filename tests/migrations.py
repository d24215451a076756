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
    from django.db.migrations.loader import MigrationLoader
    from django.db.migrations.writer import MigrationWriter

    loader = MigrationLoader(None)
    own = {key: one for key, one in loader.disk_migrations.items() if key[0] == app}
    states = {name: one for name, one in loader.project_state().models.items() if name[0] == app}
    migration = own.pop((app, FIRST))
    migration.dependencies = outside(app, [migration, *own.values()])
    migration.operations = made_of(states)
    writer = MigrationWriter(migration, include_header=False)
    Path(writer.path).write_text(writer.as_string())
    for _app, name in own:
        Path(writer.path).with_name(f"{name}.py").unlink()


def outside(app, migrations):
    """What these need of other apps: the first migration of each."""
    needed = [one for migration in migrations for one in migration.dependencies if one[0] != app]
    return list(dict.fromkeys((other, FIRST) if other != "__setting__" else (other, name) for other, name in needed))


def made_of(states):
    """Each table behind those it points to. Where two point to each other, a key of one of them comes behind both."""
    from django.db.migrations import AddConstraint, AddField, CreateModel

    made, behind, left = [], [], dict(states)
    while left:
        one = left.pop(min(left, key=lambda name: len(waiting(left[name], left.keys() - {name}))))
        keys = waiting(one, left.keys())
        late = [rule for rule in one.options.get("constraints", ()) if any(key in repr(rule) for key in keys)]
        options = {**one.options, "constraints": [r for r in one.options.get("constraints", ()) if r not in late]}
        fields = [(name, field) for name, field in one.fields.items() if name not in keys]
        made.append(CreateModel(one.name, fields, options, one.bases, one.managers))
        behind += [AddField(one.name, key, one.fields[key]) for key in keys]
        behind += [AddConstraint(one.name, rule) for rule in late]
    return made + behind


def waiting(state, left):
    """Its fields that point to one of these tables, given as (app, name)."""
    return [name for name, field in state.fields.items() if field.remote_field and table(state, field) in left]


def table(state, field):
    model = field.remote_field.model
    label = model if isinstance(model, str) else model._meta.label
    app, _dot, name = label.lower().rpartition(".")
    return app or state.app_label, name


if __name__ == "__main__":
    django.setup()
    whole(sys.argv[2]) if sys.argv[1:2] == ["whole"] else check()
