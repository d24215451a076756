"""Graduation with its certificate, and the visits of the year after."""

from django.db import models
from django.db.models import F, Q

from sanshe.core.rows.models import Placed, Row
from sanshe.incubation.enums.end.graduation import GraduationState


class Graduation(Row):
    """出壳. `identity` is the registration or filing it graduated with; `content` fills the certificate's blanks."""

    entry = models.OneToOneField("incubation.Entry", models.PROTECT, related_name="graduation")
    assessment = models.OneToOneField("incubation.Assessment", models.PROTECT, related_name="graduation")
    state = models.CharField(max_length=10, choices=[(s, s) for s in GraduationState], default=GraduationState.PROPOSED)
    proposed_at = models.DateTimeField()
    proposed_by = models.UUIDField(null=True)
    reason = models.CharField(max_length=600, blank=True)
    approved_at = models.DateTimeField(null=True)
    approved_by = models.UUIDField(null=True)
    series = models.CharField(max_length=60, blank=True)
    serial = models.PositiveIntegerField(null=True)
    number = models.CharField(max_length=40, null=True, unique=True)
    identity = models.CharField(max_length=40, blank=True)
    content = models.JSONField(default=dict)
    content_hash = models.CharField(max_length=64, blank=True)
    graduated_on = models.DateField(null=True)
    follow_until = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["series", "serial"], condition=Q(serial__isnull=False), name="a_certificate_number_is_used_once"
            ),
            models.CheckConstraint(
                condition=~Q(state=GraduationState.APPROVED)
                | Q(approved_by__isnull=False, number__isnull=False, graduated_on__isnull=False)
                & ~Q(approved_by=F("proposed_by")),
                name="a_graduation_is_approved_by_somebody_else",
            ),
            models.CheckConstraint(
                condition=~Q(state=GraduationState.APPROVED) | ~Q(identity=""),
                name="nobody_graduates_without_legal_identity",
            ),
        ]

    def __str__(self) -> str:
        return self.number or str(self.entry_id)


class FollowUp(Placed):
    """跟踪: one of the four visits of the year after."""

    graduation = models.ForeignKey(Graduation, models.PROTECT, related_name="visits")
    no = models.PositiveSmallIntegerField()
    due_on = models.DateField()
    done_on = models.DateField(null=True)
    done_at = models.DateTimeField(null=True)
    done_by = models.UUIDField(null=True)
    record = models.CharField(max_length=600, blank=True)

    class Meta:
        ordering = ["no"]
        constraints = [models.UniqueConstraint(fields=["graduation", "no"], name="one_visit_per_number")]

    def __str__(self) -> str:
        return f"{self.no} {self.due_on}"
