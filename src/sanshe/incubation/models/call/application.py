"""Applications as snapshots, and the desk's book of receipts."""

from django.db import models
from django.db.models import Q

from sanshe.core.privacy.fields import EncryptedText
from sanshe.core.rows.fields import SameName
from sanshe.core.rows.models import Placed, Row
from sanshe.incubation.enums.call.application import ApplicationState, Channel


class Application(Row):
    """A snapshot of what was applied with. `fields` has no personal data, `private` (JSON) has all of it.

    A number is given on receipt, in order; a draft has its draft code and keeps it when it came too late.
    """

    batch = models.ForeignKey("incubation.Batch", models.PROTECT, related_name="applications")
    organisation = models.ForeignKey("parties.Organisation", models.PROTECT, related_name="+", null=True)
    owner = models.UUIDField(null=True, db_index=True)
    draft_code = models.CharField(max_length=12)
    serial = models.PositiveIntegerField(null=True)
    number = models.CharField(max_length=12, blank=True)
    state = models.CharField(max_length=12, choices=[(s, s) for s in ApplicationState], default=ApplicationState.DRAFT)
    channel = models.CharField(max_length=8, choices=[(c, c) for c in Channel], default=Channel.ONLINE)
    name = models.CharField(max_length=60, blank=True)
    same_name = SameName()
    registration = models.CharField(max_length=12, blank=True)
    credit_code = models.CharField(max_length=18, blank=True)
    field = models.CharField(max_length=20, blank=True)
    fields = models.JSONField(default=dict)
    private = EncryptedText(max_length=20000, blank=True)
    saved_at = models.DateTimeField()
    submitted_at = models.DateTimeField(null=True)
    late_at = models.DateTimeField(null=True)
    noted_at = models.DateTimeField(null=True)
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["batch", "state", "serial"], name="application_by_batch_state"),
            models.Index(fields=["batch", "serial"], name="application_by_batch_serial"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["batch", "draft_code"], name="one_application_per_draft_code"),
            models.UniqueConstraint(
                fields=["batch", "serial"], condition=Q(serial__isnull=False), name="one_application_per_number"
            ),
            models.UniqueConstraint(
                fields=["batch", "credit_code"],
                condition=~Q(credit_code="") & ~Q(state__in=[ApplicationState.DRAFT, ApplicationState.WITHDRAWN]),
                name="one_application_per_batch_and_credit_code",
            ),
            models.CheckConstraint(
                condition=Q(state__in=[ApplicationState.DRAFT, ApplicationState.WITHDRAWN])
                | Q(serial__isnull=False, submitted_at__isnull=False),
                name="what_was_received_has_a_number_and_a_time",
            ),
        ]

    def __str__(self) -> str:
        return self.number or self.draft_code


class DeskReceipt(Placed):
    """线下收件: a numbered line in the desk's book, with a scan and a second person."""

    KIND = "incubation.receipt"

    batch = models.ForeignKey("incubation.Batch", models.PROTECT, related_name="receipts")
    no = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=60)
    received_at = models.DateTimeField()
    scan = models.UUIDField(null=True)
    received_by = models.UUIDField()
    witnessed_by = models.UUIDField(null=True)
    application = models.OneToOneField(Application, models.PROTECT, related_name="receipt", null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["batch", "no"], name="one_desk_receipt_per_number"),
            models.CheckConstraint(
                condition=Q(witnessed_by__isnull=True) | ~Q(witnessed_by=models.F("received_by")),
                name="a_desk_receipt_is_witnessed_by_another",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.no} {self.name}"
