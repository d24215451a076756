"""Our edge to the disk: contents under their fingerprints."""

import contextlib
import os
import tempfile
from pathlib import Path

from django.conf import settings

from sanshe.core.files import rules


def store(digest: str, data: bytes) -> None:
    """Write content under its fingerprint: to a neighbouring name, forced to the disk, then moved into place."""
    target = Path(settings.FILES_ROOT) / rules.path_of(digest)
    if target.exists():
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        Path(name).replace(target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    _sync_folder(target.parent)


def _sync_folder(folder: Path) -> None:
    with contextlib.suppress(OSError, AttributeError):  # a folder cannot be opened on Windows
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def load(digest: str) -> bytes | None:
    """The content, or None when it is not on the disk."""
    path = Path(settings.FILES_ROOT) / rules.path_of(digest)
    return path.read_bytes() if path.exists() else None


def remove(digest: str) -> None:
    """Take the content off the disk."""
    (Path(settings.FILES_ROOT) / rules.path_of(digest)).unlink(missing_ok=True)
