"""Rectification notices with their points, and the one extension of a term."""

from django.db import models
from django.db.models import F, Q

from sanshe.core.rows.models import Keyed, Row
from sanshe.incubation.enums.end.rectification import ExtensionState, RectificationState


class Rectification(Row):
    """整改通知书: what has to be put right, by when, and who found that it was."""

    entry = models.ForeignKey("incubation.Entry", models.PROTECT, related_name="rectifications")
    assessment = models.OneToOneField("incubation.Assessment", models.PROTECT, related_name="rectification")
    number = models.CharField(max_length=40, unique=True)
    state = models.CharField(
        max_length=10, choices=[(s, s) for s in RectificationState], default=RectificationState.ISSUED
    )
    due_on = models.DateField()
    issued_at = models.DateTimeField()
    issued_by = models.UUIDField(null=True)
    answered_at = models.DateTimeField(null=True)
    answered_by = models.UUIDField(null=True)
    checked_at = models.DateTimeField(null=True)
    checked_by = models.UUIDField(null=True)
    found = models.CharField(max_length=600, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["entry"],
                condition=Q(state__in=RectificationState.open()),
                name="one_open_rectification_per_entry",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=[RectificationState.DONE, RectificationState.FAILED])
                | Q(checked_by__isnull=False) & ~Q(checked_by=F("issued_by")),
                name="a_rectification_is_checked_by_somebody_else",
            ),
        ]

    def __str__(self) -> str:
        return self.number


class RectificationPoint(Keyed):
    """One thing to put right, and what the organisation says it did."""

    rectification = models.ForeignKey(Rectification, models.PROTECT, related_name="points")
    no = models.PositiveSmallIntegerField()
    text = models.CharField(max_length=300)
    answer = models.CharField(max_length=600, blank=True)

    class Meta:
        ordering = ["no"]
        constraints = [
            models.UniqueConstraint(fields=["rectification", "no"], name="one_rectification_point_per_number")
        ]

    def __str__(self) -> str:
        return self.text


class Extension(Row):
    """延期: a term that is longer by some months. At most one asked or approved for an entry."""

    entry = models.ForeignKey("incubation.Entry", models.PROTECT, related_name="extensions")
    state = models.CharField(max_length=10, choices=[(s, s) for s in ExtensionState], default=ExtensionState.ASKED)
    months = models.PositiveSmallIntegerField()
    reason = models.CharField(max_length=600)
    old_end = models.DateField()
    new_end = models.DateField()
    asked_at = models.DateTimeField()
    asked_by = models.UUIDField(null=True)
    decided_at = models.DateTimeField(null=True)
    decided_by = models.UUIDField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["entry"],
                condition=~Q(state=ExtensionState.REFUSED),
                name="a_term_extends_at_most_once",
            ),
            models.CheckConstraint(
                condition=~Q(state=ExtensionState.APPROVED)
                | Q(decided_by__isnull=False) & ~Q(decided_by=F("asked_by")),
                name="an_extension_is_approved_by_somebody_else",
            ),
            models.CheckConstraint(condition=Q(new_end__gt=F("old_end")), name="an_extension_makes_a_term_longer"),
        ]

    def __str__(self) -> str:
        return f"{self.months} {self.state}"
