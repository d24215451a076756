"""Keep, attach, purge."""

from collections.abc import Collection
from datetime import datetime
from functools import partial
from uuid import UUID

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.db.models import QuerySet

from sanshe.core.audit.actions import record
from sanshe.core.files import rules
from sanshe.core.files.adapters import checkers, disk
from sanshe.core.files.adapters.looks import EVIDENCE
from sanshe.core.files.enums import E, Kind, R
from sanshe.core.files.models import Attachment, StoredFile
from sanshe.core.files.types import Clean
from sanshe.core.kit import digest
from sanshe.core.kit.access import Actor
from sanshe.core.kit.refused import insist


def keep(*, upload: UploadedFile | bytes, name: str, purpose: str, by: Actor, at: datetime) -> StoredFile:
    """Clean a file and keep it under its fingerprint; the same content is kept once. Raises `Refused(files.R.*)`.

    A face that takes files says so (`views.takes_files`): then it was looked at before the write began.
    `name` travels on the returned row as `given_name` for `attach`; `purpose` says in the log what it was kept for.
    """
    return _keep(checkers.ask(EVIDENCE, _bytes(upload)), name, by, at)


def keep_made(*, data: bytes, kind: Kind, name: str, by: Actor, at: datetime) -> StoredFile:
    """Keep what the house made itself (a pack of papers): nothing to clean, no cap."""
    return _keep(Clean(data, kind), name, by, at)


def _keep(clean: Clean, name: str, by: Actor, at: datetime) -> StoredFile:
    fingerprint = digest.fingerprint_bytes(clean.data)
    disk.store(fingerprint, clean.data)  # before the row: a row never points at nothing
    row = StoredFile(
        digest=fingerprint,
        kind=clean.kind,
        size=len(clean.data),
        width=clean.width,
        height=clean.height,
        kept_at=at,
        kept_by=by.id,
    )
    StoredFile.objects.bulk_create([row], ignore_conflicts=True)
    StoredFile.objects.filter(digest=fingerprint, purged_at__isnull=False).update(purged_at=None, purge_reason="")
    kept = StoredFile.objects.get(digest=fingerprint)
    vars(kept)["given_name"] = rules.shown_name(name, Kind(kept.kind))  # no column: it travels with this row only
    return kept


def _bytes(upload: UploadedFile | bytes) -> bytes:
    if isinstance(upload, bytes):
        return upload
    size = upload.size or 0
    insist(rules.refusal_of_size(size), size=rules.megabytes(size))
    upload.seek(0)
    return upload.read(rules.MOST_BYTES + 1)


@transaction.atomic
def attach(
    *, file: StoredFile, kind: str, subject: UUID, slot: str, label: str, by: Actor, at: datetime, area_path: str = ""
) -> Attachment:
    """Hang a kept file on a subject; the same file in the same slot again changes nothing. What was destroyed between
    keeping and hanging, with the last subject that held it, is refused."""
    insist(None if _held(StoredFile.objects.filter(pk=file.pk)) else R.PURGED)
    name = getattr(file, "given_name", "") or rules.shown_name(label, Kind(file.kind))
    row = Attachment(file=file, kind=kind, subject=subject, slot=slot, label=label, name=name, at=at, by=by.id)
    Attachment.objects.bulk_create([row], ignore_conflicts=True)
    found = Attachment.objects.get(file=file, kind=kind, subject=subject, slot=slot, detached_at__isnull=True)
    if found.pk == row.pk:
        new = {"slot": slot, "name": name, "digest": file.digest, "size": file.size}
        record(event=E.ATTACHED, kind=kind, subject=subject, by=by, at=at, area_path=area_path, new=new)
    return found


@transaction.atomic
def purge(
    *,
    kind: str,
    subject: UUID,
    reason: str,
    by: Actor,
    at: datetime,
    area_path: str = "",
    slots: Collection[str] | None = None,
) -> int:
    """Destroy the evidence of one subject (in these slots, else all) when its time is over; fingerprint, size and
    reason stay on record.

    Content that another subject still holds is only detached here. Returns how many contents were destroyed.
    """
    held = Attachment.objects.filter(kind=kind, subject=subject)
    held = held if slots is None else held.filter(slot__in=slots)
    wanted = Attachment.objects.filter(pk__in=held).values("file")
    files = _held(StoredFile.objects.filter(pk__in=wanted))
    held.filter(detached_at__isnull=True).update(detached_at=at)
    gone = [file for file in files if not file.attachments.filter(detached_at__isnull=True).exists()]
    for file in gone:
        StoredFile.objects.filter(pk=file.pk).update(purged_at=at, purge_reason=reason[:200])
        old = {"digest": file.digest, "size": file.size, "kind": file.kind}
        record(event=E.PURGED, kind=kind, subject=subject, by=by, at=at, area_path=area_path, old=old, note=reason)
        transaction.on_commit(partial(_remove, file.digest))
    return len(gone)


def _held(rows: QuerySet[StoredFile]) -> list[StoredFile]:
    """What of these is not destroyed, for this transaction alone: nothing is hung on it while it is destroyed."""
    return list(rows.filter(purged_at__isnull=True).select_for_update().order_by("pk"))


def _remove(fingerprint: str) -> None:
    """Take the content off the disk, unless it came again meanwhile."""
    if StoredFile.objects.filter(digest=fingerprint, purged_at__isnull=False).exists():
        disk.remove(fingerprint)
