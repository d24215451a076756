"""The demo's folder: its snapshots, who is telling, and loading one into the database."""

import os
import shutil
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import cast

from django.apps import apps
from django.conf import settings
from django.core.files import locks
from django.db import connection
from django.db.migrations import Migration, RunPython
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.state import StateApps

from sanshe.core.audit.adapters import roots_path

SNAPSHOTS, TELLING, LIVE = "snapshots", "telling", "db.sqlite3"


def snapshot(code: str) -> None:
    """Write the database as it is now into a file of its own, which is there only when it is whole."""
    path, half = snapshot_path(code), snapshot_path("half")
    path.parent.mkdir(exist_ok=True)
    half.unlink(missing_ok=True)
    with connection.cursor() as cursor:
        cursor.execute("VACUUM INTO %s", [str(half)])
    if roots_path("main").exists():
        shutil.copy(roots_path("main"), path.with_suffix(".roots"))
    _move(half, path)


def snapshot_path(code: str) -> Path:
    return settings.DATA / SNAPSHOTS / f"{code}.sqlite3"


def is_told(code: str) -> bool:
    return snapshot_path(code).exists()


def _move(half: Path, path: Path) -> None:
    """Put a written file in its place when the disk has it."""
    with half.open("rb+") as written:
        os.fsync(written.fileno())
    half.replace(path)


def load(code: str) -> None:
    """Put a snapshot in the place of the live database by SQLite's own copying, readers or not."""
    with sqlite3.connect(snapshot_path(code)) as source:
        connection.ensure_connection()
        source.backup(connection.connection)
    _take_roots(code, roots_path("main"))


@contextmanager
def reading(code: str) -> Iterator[None]:
    """Read a snapshot in the place of the live database, which stays as it is."""
    live = connection.settings_dict["NAME"]
    _connect_to(snapshot_path(code))
    try:
        yield
    finally:
        _connect_to(live)


def _connect_to(path: str | Path) -> None:
    connection.close()
    connection.settings_dict["NAME"] = str(path)


def _take_roots(code: str, to: Path) -> None:
    roots = snapshot_path(code).with_suffix(".roots")
    if roots.exists():  # the record of this moment ends here, outside the database too
        shutil.copy(roots, to)


def open_at(code: str) -> None:
    """Let a folder that has no database yet begin at a snapshot."""
    live = settings.DATA / LIVE
    if not live.exists():
        _take_roots(code, settings.DATA / roots_path("main").name)
        half = live.with_suffix(".half")
        shutil.copyfile(snapshot_path(code), half)
        _move(half, live)


def make_tables() -> None:
    """The tables that `migrate` makes in an empty database, made from the models as they are now. Going through every
    state in between takes as long as a part of the story; that both come to the same schema is tested."""
    executor = MigrationExecutor(connection)
    plan = [migration for migration, _ in executor.migration_plan(executor.loader.graph.leaf_nodes())]
    with connection.schema_editor() as editor:
        for model in apps.get_models():
            if model._meta.can_migrate(connection):
                editor.create_model(model)
        for step in _own_steps(plan):
            step.code(cast(StateApps, apps), editor)
    executor.recorder.ensure_schema()
    for migration in plan:
        executor.recorder.record_applied(migration.app_label, migration.name)


def _own_steps(plan: Iterable[Migration]) -> Iterator[RunPython]:
    """What our migrations do beside making tables; those of others only mend rows, and there are none yet."""
    ours = (one for one in plan if type(one).__module__.startswith("sanshe."))
    return (step for one in ours for step in one.operations if isinstance(step, RunPython))


@contextmanager
def telling() -> Iterator[None]:
    """One process tells at a time, another waits; the roots of what is told lie apart from those of the house."""
    folder = settings.DATA / TELLING
    folder.mkdir(exist_ok=True)
    with _lock().open("a") as file:
        locks.lock(file, locks.LOCK_EX)
        settings.AUDIT_ROOTS = folder
        roots_path("main").unlink(missing_ok=True)
        yield


def is_being_told() -> bool:
    """Whether some process is telling: a lock falls with who held it."""
    if not _lock().exists():
        return False
    with _lock().open("a") as file:
        return not locks.lock(file, locks.LOCK_EX | locks.LOCK_NB)


def _lock() -> Path:
    return settings.DATA / TELLING / "lock"
