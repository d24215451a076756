"""Find attachments, and who may have them."""

from collections.abc import Callable
from uuid import UUID

from django.http import HttpRequest

from sanshe.core.files.adapters.disk import load
from sanshe.core.files.models import Attachment
from sanshe.core.kit.access import Actor
from sanshe.core.kit.hook import Hook
from sanshe.core.kit.registry import Registry

GUARDS: Registry[Callable[[Actor, UUID], bool]] = Registry("guard of files")
# Asked before a file is looked at: refuses who sent too many that were too hard. Then, when it was none: not counted.
count_file: Hook[[HttpRequest], None] = Hook(lambda request: None)
forgive_file: Hook[[HttpRequest], None] = Hook(lambda request: None)


def attachments(kind: str, subject: UUID, slot: str | None = None) -> list[Attachment]:
    """What hangs on a subject, oldest first; with `slot` only what is in it."""
    rows = Attachment.objects.filter(kind=kind, subject=subject, detached_at__isnull=True).select_related("file")
    return list((rows.filter(slot=slot) if slot else rows).order_by("pk"))


def readable(actor: Actor, attachment_id: UUID) -> Attachment | None:
    """An attachment the actor may have: the app of its subject says so. None when there is none or it says no."""
    found = Attachment.objects.filter(pk=attachment_id, detached_at__isnull=True).select_related("file").first()
    if found is None or found.file.purged_at is not None:
        return None
    guard = GUARDS.get(found.kind)
    return found if guard is not None and guard(actor, found.subject) else None


def content(attachment: Attachment) -> bytes | None:
    """The bytes of an attachment."""
    return load(attachment.file.digest)
