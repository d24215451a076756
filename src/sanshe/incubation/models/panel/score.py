"""Score sheets: one row for each panelist and applicant, so that neither a second one nor a recused one can be."""

from django.db import models
from django.db.models import Q

from sanshe.core.rows.models import Keyed, Row, Versioned
from sanshe.incubation.enums.panel.score import ChangeState, SheetState


class Sheet(Row):
    """The id is made on the panelist's device. `marks` is {"1": points or null, …}; `total` exists only once sealed.

    `noted_at` is the time of the device, kept and never asked by a rule; `device` is which one typed last.
    """

    batch = models.ForeignKey("incubation.Batch", models.PROTECT, related_name="+")
    application = models.ForeignKey("incubation.Application", models.PROTECT, related_name="+")
    panelist = models.ForeignKey("incubation.Panelist", models.PROTECT, related_name="sheets")
    state = models.CharField(max_length=10, choices=[(s, s) for s in SheetState], default=SheetState.DRAFT)
    marks = models.JSONField(default=dict)
    comment = models.CharField(max_length=2000, blank=True)
    total = models.PositiveSmallIntegerField(null=True)
    saved_at = models.DateTimeField()
    noted_at = models.DateTimeField(null=True)
    device = models.CharField(max_length=40, blank=True)
    sealed_at = models.DateTimeField(null=True)
    nonce = models.CharField(max_length=64, blank=True)
    seal_hash = models.CharField(max_length=64, blank=True)

    class Meta:
        indexes = [models.Index(fields=["batch", "state"], name="sheet_of_batch_by_state")]
        constraints = [
            models.UniqueConstraint(fields=["panelist", "application"], name="one_sheet_per_panelist_and_applicant"),
            models.CheckConstraint(
                condition=Q(state=SheetState.SEALED, total__isnull=False, sealed_at__isnull=False) & ~Q(seal_hash="")
                | ~Q(state=SheetState.SEALED) & Q(total__isnull=True, sealed_at__isnull=True, seal_hash=""),
                name="a_sheet_has_a_total_and_a_seal_once_sealed",
            ),
            models.CheckConstraint(
                condition=~Q(state=SheetState.RECUSED) | Q(comment="", marks={}),
                name="a_recused_panelist_has_nothing_on_the_sheet",
            ),
        ]

    def __str__(self) -> str:
        return str(self.id)


class SheetClash(Keyed):
    """What arrived under the id of a sheet that already said something else: kept beside it, never merged."""

    sheet = models.ForeignKey(Sheet, models.PROTECT, related_name="clashes")
    sent = models.JSONField()
    sent_hash = models.CharField(max_length=64)
    received_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["sheet", "sent_hash"], name="one_clash_per_content")]

    def __str__(self) -> str:
        return self.sent_hash


class SheetChange(Versioned):
    """A correction between seal and tabulation. The old marks stay here and under the old seal."""

    sheet = models.ForeignKey(Sheet, models.PROTECT, related_name="changes")
    state = models.CharField(max_length=14, choices=[(s, s) for s in ChangeState], default=ChangeState.ASKED)
    reason = models.CharField(max_length=500)
    old = models.JSONField()
    new = models.JSONField()
    old_hash = models.CharField(max_length=64)
    asked_by = models.UUIDField()
    asked_at = models.DateTimeField()
    first_by = models.UUIDField(null=True)
    first_at = models.DateTimeField(null=True)
    second_by = models.UUIDField(null=True)
    second_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["sheet"],
                condition=Q(state__in=[ChangeState.ASKED, ChangeState.FIRST_AGREED]),
                name="one_open_change_per_sheet",
            ),
            models.CheckConstraint(
                condition=~Q(state=ChangeState.IN_FORCE)
                | Q(first_by__isnull=False, second_by__isnull=False)
                & ~Q(first_by=models.F("second_by"))
                & ~Q(first_by=models.F("asked_by"))
                & ~Q(second_by=models.F("asked_by")),
                name="a_change_in_force_has_two_other_approvers",
            ),
        ]

    def __str__(self) -> str:
        return self.reason
