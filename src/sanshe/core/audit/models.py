"""The record, its seals, the list of roots outside, and the checks made.

No foreign keys: the record outlives its objects. The database itself refuses to change or delete an event or a seal
(migration 0002); an event may only be given its seal.
"""

from django.db import models

from sanshe.core.kit import ids


class AuditEvent(models.Model):
    """One act. `old` and `new` are canonical JSON text: what is stored is what was fingerprinted, byte for byte."""

    id = models.UUIDField(primary_key=True, default=ids.new)
    event = models.CharField(max_length=80)
    kind = models.CharField(max_length=60)
    subject = models.CharField(max_length=80)
    at = models.DateTimeField()
    recorded_at = models.DateTimeField()
    by = models.UUIDField(null=True)
    by_name = models.CharField(max_length=80, default="")
    area_path = models.CharField(max_length=15, default="")
    old = models.TextField(default="{}")
    new = models.TextField(default="{}")
    note = models.TextField(default="")
    seal = models.PositiveIntegerField(null=True)
    place = models.PositiveIntegerField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["kind", "subject", "id"], name="audit_of_a_subject"),
            models.Index(fields=["area_path", "id"], name="audit_of_an_area"),
            models.Index(fields=["event", "id"], name="audit_of_an_event"),
            models.Index(fields=["by", "id"], name="audit_of_a_person"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["seal", "place"], name="one_event_at_a_place_of_a_seal"),
            models.CheckConstraint(
                condition=models.Q(seal__isnull=True, place__isnull=True)
                | models.Q(seal__isnull=False, place__isnull=False),
                name="sealed_events_have_a_place",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.event} {self.kind} {self.subject}"


class Seal(models.Model):
    """A batch of events, closed. `members` is JSON text: id, leaf, marks and heading of each event in its order."""

    number = models.PositiveIntegerField(primary_key=True)
    count = models.PositiveIntegerField()
    root = models.CharField(max_length=64)
    previous = models.CharField(max_length=64)
    chain = models.CharField(max_length=64, unique=True)
    sealed_at = models.DateTimeField()
    members = models.TextField()

    def __str__(self) -> str:
        return f"{self.number} {self.root[:8]}"


class Anchor(models.Model):
    """Which list outside the database this database's roots go to: a demo's chapters have one each.

    `kept`: up to which seal they went there, so that a list that was cut since is found.
    """

    name = models.CharField(primary_key=True, max_length=60)
    kept = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return self.name


class Verification(models.Model):
    """One check of the whole record and what it found (JSON text)."""

    id = models.UUIDField(primary_key=True, default=ids.new)
    at = models.DateTimeField()
    by_name = models.CharField(max_length=80, default="")
    seconds = models.FloatField()
    seals = models.PositiveIntegerField()
    events = models.PositiveIntegerField()
    unsealed = models.PositiveIntegerField()
    is_whole = models.BooleanField()
    last_root = models.CharField(max_length=64, default="")
    findings = models.TextField(default="[]")

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.is_whole}"
