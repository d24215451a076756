"""The list of roots outside the database: one line a seal, appended and forced to the disk."""

import os
import zipfile
from collections.abc import Iterable
from pathlib import Path
from typing import IO

from django.conf import settings


def roots_path(anchor: str) -> Path:
    """Where the list of this name lies: the folder of SANSHE_AUDIT_ROOTS, else the data folder."""
    folder = Path(getattr(settings, "AUDIT_ROOTS", settings.DATA))
    return folder / ("audit-roots.txt" if anchor == "main" else f"audit-roots-{anchor}.txt")


def read_roots(anchor: str) -> list[str]:
    """The lines of the list; none when it does not exist yet."""
    path = roots_path(anchor)
    return path.read_text(encoding="utf-8").splitlines() if path.exists() else []


def append_roots(anchor: str, lines: list[str]) -> None:
    """Add lines at the end and wait until the disk has them."""
    path = roots_path(anchor)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a", encoding="utf-8") as stream:
        stream.writelines(f"{line}\n" for line in lines)
        stream.flush()
        os.fsync(stream.fileno())


def write_package(to: IO[bytes], lines: Iterable[bytes], roots: list[str], program: str) -> None:
    """A zip for an auditor: record.jsonl, roots.txt, verify.py. Written line by line, whatever its size."""
    with zipfile.ZipFile(to, "w", zipfile.ZIP_DEFLATED) as archive:
        with archive.open("record.jsonl", "w", force_zip64=True) as member:
            for line in lines:
                member.write(line + b"\n")
        archive.writestr("roots.txt", "\n".join(roots) + "\n")
        archive.writestr("verify.py", Path(program).read_text(encoding="utf-8"))
