"""Backups: the database by its own way of copying, the kept files, and a list of fingerprints. Keys stay out."""

import hashlib
import json
import os
import subprocess
import tarfile
import tempfile
from collections.abc import Callable
from pathlib import Path

from django.conf import settings
from django.db import connection

from sanshe.core.kit import clock

KEEP = 14
MANIFEST = "manifest.json"


class Spoilt(Exception):
    """A backup that is not whole; the text names the file."""


def make(to: Path, progress: Callable[[str], object] = print) -> Path:
    """Write one backup into the folder `to`, named by the moment; the answer is its path."""
    made = clock.real()
    to.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=to) as folder:
        work = Path(folder)
        _dump_database(work)
        progress("database")
        files = sorted(p for p in settings.FILES_ROOT.rglob("*") if p.is_file()) if settings.FILES_ROOT.exists() else []
        listed = {p.name: _sha(p) for p in work.iterdir()}
        listed |= {f"files/{p.relative_to(settings.FILES_ROOT).as_posix()}": _sha(p) for p in files}
        told = {"made_at": made.isoformat(), "vendor": connection.vendor, "files": listed}
        (work / MANIFEST).write_text(json.dumps(told, indent=1))
        path = to / f"sanshe-{made:%Y%m%d-%H%M%S}.tar.gz"
        with tarfile.open(work / "out", "w:gz", compresslevel=6) as pack:
            for one in sorted(p for p in work.iterdir() if p.name != "out"):
                pack.add(one, one.name)
            for one in files:
                pack.add(one, f"files/{one.relative_to(settings.FILES_ROOT).as_posix()}")
        (work / "out").replace(path)
    return path


def prune(folder: Path) -> None:
    """Keep the newest fourteen."""
    for old in sorted(folder.glob("sanshe-*.tar.gz"))[:-KEEP]:
        old.unlink()


def restore(path: Path, data: Path) -> None:
    """Unpack into a folder that has no database yet. Raises Spoilt when a byte is missing or changed."""
    if (data / "db.sqlite3").exists():
        raise Spoilt(f"{data} 里已经有数据，只往空的文件夹恢复")
    data.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=data) as folder:
        work = Path(folder)
        try:
            with tarfile.open(path, "r:gz") as pack:
                pack.extractall(work, filter="data")
            listed = json.loads((work / MANIFEST).read_text())["files"]
        except (OSError, EOFError, tarfile.TarError, ValueError, KeyError) as error:
            raise Spoilt(f"{path.name} 不完整：{type(error).__name__}") from error
        for name, sha in listed.items():
            if not (work / name).exists() or _sha(work / name) != sha:
                raise Spoilt(f"{path.name} 里的 {name} 缺了或变了")
        _put_back(work, data)


def _put_back(work: Path, data: Path) -> None:
    if (work / "files").exists():
        (work / "files").replace(data / "files")
    if (work / "db.sqlite3").exists():
        (work / "db.sqlite3").replace(data / "db.sqlite3")
    else:
        _psql(["pg_restore", "--clean", "--if-exists", "--no-owner", "-d", _address(), str(work / "db.dump")])


def _dump_database(work: Path) -> None:
    if connection.vendor == "sqlite":
        connection.ensure_connection()
        with connection.cursor() as cursor:
            cursor.execute("VACUUM INTO %s", [str(work / "db.sqlite3")])
    else:
        _psql(["pg_dump", "--format=custom", "-f", str(work / "db.dump"), _address()])


def _psql(command: list[str]) -> None:
    subprocess.run(command, check=True, env={**os.environ, "PGPASSWORD": connection.settings_dict["PASSWORD"] or ""})


def _address() -> str:
    said = connection.settings_dict
    place = f"{said['HOST'] or 'localhost'}:{said['PORT'] or 5432}"
    return f"postgresql://{said['USER']}@{place}/{said['NAME']}"


def _sha(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
