"""Contents, kept once each, and what they are attached to."""

from django.db import models

from sanshe.core.rows.models import Keyed


class StoredFile(Keyed):
    """A content under its SHA-256. `purged_at` says that the bytes are gone; the fingerprint and the reason stay."""

    digest = models.CharField(max_length=64, unique=True)
    kind = models.CharField(max_length=5)
    size = models.PositiveIntegerField()
    width = models.PositiveIntegerField(default=0)
    height = models.PositiveIntegerField(default=0)
    kept_at = models.DateTimeField()
    kept_by = models.UUIDField(null=True)
    purged_at = models.DateTimeField(null=True)
    purge_reason = models.CharField(max_length=200, default="")

    def __str__(self) -> str:
        return f"{self.digest[:12]}.{self.kind}"


class Attachment(Keyed):
    """A content in a slot of a subject (an application, an agreement), under the name its giver used."""

    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="attachments")
    kind = models.CharField(max_length=60)
    subject = models.UUIDField()
    slot = models.CharField(max_length=60)
    label = models.CharField(max_length=120)
    name = models.CharField(max_length=120)
    at = models.DateTimeField()
    by = models.UUIDField(null=True)
    detached_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["kind", "subject", "slot"], name="attachments_of_a_subject")]
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "subject", "slot", "file"],
                condition=models.Q(detached_at__isnull=True),
                name="the_same_file_once_in_a_slot",
            )
        ]

    def __str__(self) -> str:
        return self.name
