"""Our edge to the disk, to pictures and to zip files."""

import contextlib
import io
import os
import tempfile
import warnings
import zipfile
import zlib
from pathlib import Path

from django.conf import settings
from django.http.response import HttpResponseBase
from django.utils.http import content_disposition_header
from PIL import Image, ImageOps, UnidentifiedImageError

from sanshe.core.files import rules
from sanshe.core.files.enums import Format, Kind, R
from sanshe.core.files.types import MEDIA, Clean
from sanshe.core.kit.refused import Refused, insist

Image.MAX_IMAGE_PIXELS = rules.MOST_PIXELS
FORMATS = {Kind.JPEG: "JPEG", Kind.PNG: "PNG"}


def clean(data: bytes) -> Clean:
    """Look at a file by its bytes and return it as it will be kept; raises `Refused` with a code of files.

    Pictures are decoded and written anew: what was hidden behind or in them (place, camera, scripts) does not survive.
    """
    insist(rules.refusal_of_size(len(data)), size=-(-len(data) // 1_048_576))
    members = _members(data) if data.startswith(b"PK") else []
    kind = rules.kind_by_magic(data, frozenset(name for name, _p, _u in members))
    if kind is None:
        raise Refused(R.NOT_ALLOWED)
    if kind in FORMATS:
        return _picture(data, kind)
    insist(rules.refusal_of_pdf(data) if kind == Kind.PDF else rules.refusal_of_members(members))
    if kind in (Kind.DOCX, Kind.XLSX):
        _insist_on_sizes(data)
    return Clean(data, kind)


def _members(data: bytes) -> list[tuple[str, int, int]]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return [(i.filename, i.compress_size, i.file_size) for i in archive.infolist()]
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as fault:
        raise Refused(R.NOT_READABLE) from fault


def _insist_on_sizes(data: bytes) -> None:
    """A zip's own list may lie: unpack in pieces and stop at the cap."""
    left = rules.MOST_UNPACKED
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for info in archive.infolist():
                with archive.open(info) as member:
                    while piece := member.read(1 << 16):
                        left -= len(piece)
                        insist(R.UNPACKS_TOO_LARGE if left < 0 else None)
    except (zipfile.BadZipFile, zlib.error, ValueError, RuntimeError, NotImplementedError, EOFError, OSError) as fault:
        raise Refused(R.NOT_READABLE) from fault


def _picture(data: bytes, kind: Kind) -> Clean:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            return _redrawn(data, kind)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as fault:
        raise Refused(R.TOO_MANY_PIXELS) from fault
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, MemoryError, EOFError) as fault:
        raise Refused(R.NOT_READABLE) from fault


def _redrawn(data: bytes, kind: Kind) -> Clean:
    with Image.open(io.BytesIO(data), formats=[FORMATS[kind]]) as source:
        insist(rules.refusal_of_pixels(*source.size))  # the header only; nothing is decoded yet
        upright = ImageOps.exif_transpose(source)
        modes = ("RGB", "L") if kind == Kind.JPEG else ("RGB", "RGBA", "L", "LA")
        plain = upright if upright.mode in modes else upright.convert("RGBA" if kind == Kind.PNG else "RGB")
        fresh = Image.new(plain.mode, plain.size)
        fresh.paste(plain)
    out = io.BytesIO()
    fresh.save(out, FORMATS[kind], **({"quality": 88, "optimize": True} if kind == Kind.JPEG else {"optimize": False}))
    return Clean(out.getvalue(), kind, *fresh.size)


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


TYPES = {one: MEDIA.get(one.value, "text/csv; charset=utf-8") for one in Format}


def named(answer: HttpResponseBase, name: str, fmt: Format) -> HttpResponseBase:
    """An answer to download, under a Chinese name (RFC 5987)."""
    answer["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=f"{name}.{fmt}")
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Cache-Control"] = "private, no-store"
    return answer
