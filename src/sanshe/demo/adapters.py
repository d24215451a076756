"""The demo's folder: its flag, its snapshots, and loading one into the live database."""

import json
import shutil
import sqlite3
from pathlib import Path

from django.conf import settings
from django.db import connection

FLAG, SNAPSHOTS = "demo.json", "snapshots"


def snapshot(code: str) -> None:
    """Write the database as it is now into a file of its own."""
    folder = settings.DATA / SNAPSHOTS
    folder.mkdir(exist_ok=True)
    path = folder / f"{code}.sqlite3"
    path.unlink(missing_ok=True)
    with connection.cursor() as cursor:
        cursor.execute("VACUUM INTO %s", [str(path)])
    anchor = settings.DATA / "roots.txt"
    if anchor.exists():
        shutil.copy(anchor, folder / f"{code}.roots")


def snapshot_path(code: str) -> Path:
    return settings.DATA / SNAPSHOTS / f"{code}.sqlite3"


def load(code: str) -> None:
    """Put a snapshot in the place of the live database by SQLite's own copying, readers or not."""
    with sqlite3.connect(snapshot_path(code)) as source:
        connection.ensure_connection()
        source.backup(connection.connection)


def raise_flag(data: Path) -> None:
    """Mark the folder as a demo's; the settings read it."""
    (data / FLAG).write_text(json.dumps({"demo": True}))
