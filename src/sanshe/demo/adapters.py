"""The demo's folder: its flag, its snapshots, and loading one into the live database."""

import shutil
import sqlite3
from pathlib import Path

from django.conf import settings
from django.db import connection

SNAPSHOTS, ROOTS = "snapshots", "audit-roots.txt"


def snapshot(code: str) -> None:
    """Write the database as it is now into a file of its own."""
    folder = settings.DATA / SNAPSHOTS
    folder.mkdir(exist_ok=True)
    path = folder / f"{code}.sqlite3"
    path.unlink(missing_ok=True)
    with connection.cursor() as cursor:
        cursor.execute("VACUUM INTO %s", [str(path)])
    anchor = settings.DATA / ROOTS
    if anchor.exists():
        shutil.copy(anchor, folder / f"{code}.roots")


def snapshot_path(code: str) -> Path:
    return settings.DATA / SNAPSHOTS / f"{code}.sqlite3"


def load(code: str) -> None:
    """Put a snapshot in the place of the live database by SQLite's own copying, readers or not."""
    with sqlite3.connect(snapshot_path(code)) as source:
        connection.ensure_connection()
        source.backup(connection.connection)
    roots = settings.DATA / SNAPSHOTS / f"{code}.roots"
    if roots.exists():  # the record of this moment ends here, outside the database too
        shutil.copy(roots, settings.DATA / ROOTS)
