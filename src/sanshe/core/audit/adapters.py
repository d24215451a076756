"""The list of roots outside the database: one line a seal, appended and forced to the disk; and archives."""

import io
import os
import zipfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from types import ModuleType
from typing import IO

from django.conf import settings


def roots_path(anchor: str) -> Path:
    """Where the list of this name lies: the folder of SANSHE_AUDIT_ROOTS, else the data folder."""
    folder = Path(getattr(settings, "AUDIT_ROOTS", settings.DATA))
    return folder / ("audit-roots.txt" if anchor == "main" else f"audit-roots-{anchor}.txt")


def read_roots(anchor: str) -> list[str]:
    """The lines of the list; none when it does not exist yet."""
    path = roots_path(anchor)
    return path.read_text(encoding="utf-8", errors="replace").splitlines() if path.exists() else []


def append_roots(anchor: str, lines: list[str]) -> None:
    """Add lines at the end and wait until the disk has them."""
    path = roots_path(anchor)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a", encoding="utf-8") as stream:
        stream.writelines(f"{line}\n" for line in lines)
        stream.flush()
        os.fsync(stream.fileno())


def write_package(to: IO[bytes], lines: Iterable[bytes], roots: list[str], program: str) -> None:
    """A zip for an auditor: record.jsonl, roots.txt, and the program. Written line by line, whatever its size."""
    with zipfile.ZipFile(to, "w", zipfile.ZIP_DEFLATED) as archive:
        with archive.open("record.jsonl", "w", force_zip64=True) as member:
            for line in lines:
                member.write(line + b"\n")
        archive.writestr("roots.txt", "\n".join(roots) + "\n")
        archive.writestr("verify.py", program)


def source_of(module: ModuleType) -> str:
    """A module as it was written."""
    return Path(str(module.__file__)).read_text(encoding="utf-8")


def still(archive: bytes) -> bytes:
    """The same archive without the time at which each of its members was written, in their order."""
    with zipfile.ZipFile(io.BytesIO(archive)) as given:
        return _archive([(name, given.read(name)) for name in given.namelist()])


def zipped(files: Mapping[str, bytes]) -> bytes:
    """One archive; the same files give the same bytes."""
    return _archive(sorted(files.items()))


def _archive(members: Iterable[tuple[str, bytes]]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as pack:
        for name, data in members:
            told = zipfile.ZipInfo(name, (2022, 1, 1, 0, 0, 0))
            told.compress_type = zipfile.ZIP_DEFLATED
            pack.writestr(told, data)
    return out.getvalue()
