"""The test database as it was at a moment: migrated and empty, or with the story told so far.

Each state is made once a run, by the first worker that needs it, and kept where the other workers and parts of the run
find it: on SQLite as a file, on PostgreSQL as a database to copy. The folder is new for each run: nothing goes stale.
"""

import fcntl
import os
import shutil
import zlib
from contextlib import contextmanager
from pathlib import Path

EMPTY = "empty"


class States:
    """What is kept for one kind of database in the folder of the run."""

    def __init__(self, folder, connection):
        self.connection = connection
        self.folder = Path(folder) / connection.vendor
        self.folder.mkdir(parents=True, exist_ok=True)
        self.store = Files(self) if connection.vendor == "sqlite" else Copies(self)

    @contextmanager
    def alone(self):
        """No other worker makes a state meanwhile."""
        with (self.folder / "lock").open("w") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            yield

    def has(self, code):
        return (self.folder / f"{code}.there").exists()

    def save(self, code):
        self.store.save(code)
        (self.folder / f"{code}.there").touch()

    def load(self, code):
        """Make this worker's database that state; what is in it now is gone."""
        self.store.load(code)


class Files:
    """SQLite: copied by its own way of copying, into memory or a file."""

    def __init__(self, states):
        self.states = states

    def path(self, code):
        return self.states.folder / f"{code}.sqlite3"

    @contextmanager
    def opened(self, code):
        from django.db.backends.sqlite3.base import Database  # the same library as Django's

        kept = Database.connect(self.path(code))
        try:
            self.states.connection.ensure_connection()
            yield kept, self.states.connection.connection
        finally:
            kept.close()

    def save(self, code):
        with self.opened(code) as (kept, live):
            live.backup(kept)

    def load(self, code):
        with self.opened(code) as (kept, live):
            kept.backup(live)


class Copies:
    """PostgreSQL: databases made of one another."""

    def __init__(self, states):
        self.states, self.mark = states, f"{zlib.crc32(bytes(states.folder)):08x}"

    def name(self, code):
        return f"told_{self.mark}_{code}"

    def copy(self, old, new):
        """Nobody may be in either: this worker's connections go, and come again when they are needed."""
        connection = self.states.connection
        connection.close()
        connection.close_pool()
        with connection._nodb_cursor() as cursor:
            cursor.execute(f'DROP DATABASE IF EXISTS "{new}" WITH (FORCE)')
            cursor.execute(f'CREATE DATABASE "{new}" TEMPLATE "{old}"')

    def save(self, code):
        self.copy(self.states.connection.settings_dict["NAME"], self.name(code))

    def load(self, code):
        self.copy(self.name(code), self.states.connection.settings_dict["NAME"])

    def clear(self):
        """What was kept is of no use to the next run."""
        for kept in self.states.folder.glob("*.there"):
            with self.states.connection._nodb_cursor() as cursor:
                cursor.execute(f'DROP DATABASE IF EXISTS "{self.name(kept.stem)}" WITH (FORCE)')
            kept.unlink()


BESIDE = ("files", "roots")  # what lies beside the database: stored files, and the roots of its record


class District:
    """The story's district in this worker's database, with its stored files beside it."""

    def __init__(self, states, folder):
        self.states, self.folder = states, folder

    @contextmanager
    def at(self, code):
        """The district at a moment, in a transaction that is rolled back."""
        from django.db import transaction

        self.load(code)
        with transaction.atomic():
            yield
            transaction.set_rollback(True)

    def leave(self):
        """Nobody is there again."""
        self.states.load(EMPTY)
        _forget()

    def load(self, code):
        """The district at a moment, for good; what was not told yet is told."""
        from django.conf import settings

        settings.FILES_ROOT, settings.AUDIT_ROOTS = self.folder / "files", self.folder / "roots"
        with self.states.alone():
            if not self.states.has(code):
                self._tell(code)
        self._put(code)

    def _tell(self, code):
        from sanshe.demo.actions.story import steps
        from sanshe.demo.queries import moments

        there = [one.code for one in moments() if self.states.has(one.code)]
        last = there[-1] if there else ""
        self._put(last)
        for moment, step in steps(after=last):
            step()
            for name in BESIDE:
                shutil.copytree(self.folder / name, self.states.folder / f"{moment}.{name}")
            self.states.save(moment)
            if moment == code:
                return

    def _put(self, code):
        self.states.load(code or EMPTY)
        shutil.rmtree(self.folder, ignore_errors=True)
        for name in BESIDE:
            if code:
                shutil.copytree(self.states.folder / f"{code}.{name}", self.folder / name)
            (self.folder / name).mkdir(parents=True, exist_ok=True)
        _forget()


def _forget():
    """Small tables held in memory are another state's."""
    from sanshe.core.kit import kept

    for one in kept.ALL:
        one.forget()


def begun(data):
    """The run's empty, migrated database for a house that is to be made in this folder; nothing while there is none."""
    kept = Path(os.environ.get("SANSHE_TEST_TOLD", "/none"), "sqlite", f"{EMPTY}.there")
    if kept.exists() and not Path(data, "db.sqlite3").exists():
        Path(data).mkdir(parents=True, exist_ok=True)
        shutil.copyfile(kept.with_suffix(".sqlite3"), Path(data, "db.sqlite3"))


def kept_demo():
    """Where the run keeps the folder of a whole demo, once one is made."""
    return Path(os.environ.get("SANSHE_TEST_TOLD", "/none"), "demo")


def folder_of(config):
    """Where the run keeps what is told: said by run.py for all its parts, else this run's own folder of pytest's."""
    if named := os.environ.get("SANSHE_TEST_TOLD"):
        return Path(named)
    base = config._tmp_path_factory.getbasetemp()
    return (base.parent if hasattr(config, "workerinput") else base) / "told"


def migrated_once(states_of):
    """Let Django take the empty database of this run, where there is one, instead of migrating another."""
    from django.db.backends.base.creation import BaseDatabaseCreation

    migrate = BaseDatabaseCreation.create_test_db

    def create_test_db(self, *given, **more):
        states = states_of(self.connection)
        with states.alone():
            if not states.has(EMPTY):
                name = migrate(self, *given, **more)
                states.save(EMPTY)
                return name
        self.connection.close()
        self.connection.settings_dict["NAME"] = self._get_test_db_name()
        states.load(EMPTY)
        return self.connection.settings_dict["NAME"]

    BaseDatabaseCreation.create_test_db = create_test_db
