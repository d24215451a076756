"""Devices, and events as they were received."""

from django.db import models
from django.db.models import Q

from sanshe.core.field.enums import EventState
from sanshe.core.privacy.fields import EncryptedText
from sanshe.core.rows.models import Row


class Device(Row):
    """A telephone or a browser on which one person works without a signal 终端; its key is made there."""

    user = models.UUIDField(db_index=True)
    name = models.CharField(max_length=60)
    registered_at = models.DateTimeField()
    seen_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)
    revoked_by = models.UUIDField(null=True)
    revoked_why = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(revoked_at=None) | ~Q(revoked_why=""), name="no_revoking_without_a_why")
        ]

    def __str__(self) -> str:
        return self.name


class Event(Row):
    """What a device noted 现场记录, kept as it was received, with its answer; what follows from it is the app's.

    `told` is its key on the device. Other content under a key that is known stands as an event of its own, which
    names the first by `twin`. `words` are destroyed in their time, the digest stays.
    """

    told = models.UUIDField(db_index=True)
    device = models.ForeignKey(Device, models.PROTECT, related_name="events")
    seq = models.PositiveIntegerField()
    kind = models.CharField(max_length=60)
    noted_at = models.DateTimeField()
    offset = models.BigIntegerField()
    received_at = models.DateTimeField(db_index=True)
    is_time_doubtful = models.BooleanField(default=False)
    user = models.UUIDField()
    words = EncryptedText(blank=True)
    digest = models.CharField(max_length=64)
    twin = models.ForeignKey("self", models.PROTECT, null=True, related_name="others")
    state = models.CharField(max_length=10, choices=[(s, s) for s in EventState])
    code = models.CharField(max_length=60, blank=True)
    said = models.CharField(max_length=300, blank=True)
    facts = models.JSONField(default=dict)
    decided_at = models.DateTimeField(null=True)
    decided_by = models.UUIDField(null=True)
    why = models.CharField(max_length=200, blank=True)
    destroyed_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["device", "seq"], name="events_of_a_device")]
        constraints = [
            models.UniqueConstraint(fields=["told", "digest"], name="one_event_a_content"),
            models.UniqueConstraint(fields=["told"], condition=Q(twin=None), name="one_first_event_a_key"),
            models.CheckConstraint(
                condition=~Q(state__in=[EventState.ADMITTED, EventState.SET_ASIDE]) | Q(decided_by__isnull=False),
                name="what_waited_is_decided_by_somebody",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.seq}"
