"""Trainings of a batch, and how many people came from each organisation. No names of who came are kept."""

from django.db import models
from django.db.models import Q

from sanshe.core.rows.models import Keyed, Row
from sanshe.incubation.enums.stay.training import TrainingState


class Training(Row):
    """One training for everybody in incubation of a batch. Hours are kept in quarters."""

    batch = models.ForeignKey("incubation.Batch", models.PROTECT, related_name="trainings")
    state = models.CharField(max_length=10, choices=[(s, s) for s in TrainingState], default=TrainingState.PLANNED)
    title = models.CharField(max_length=60)
    place = models.CharField(max_length=60)
    trainer = models.CharField(max_length=120, blank=True)
    starts_at = models.DateTimeField()
    quarters = models.PositiveSmallIntegerField()
    reason = models.CharField(max_length=200, blank=True)
    planned_at = models.DateTimeField()
    planned_by = models.UUIDField(null=True)
    recorded_at = models.DateTimeField(null=True)
    recorded_by = models.UUIDField(null=True)

    class Meta:
        indexes = [models.Index(fields=["batch", "starts_at"], name="training_by_batch_and_start")]
        constraints = [
            models.CheckConstraint(condition=Q(quarters__gte=1), name="a_training_lasts"),
            models.CheckConstraint(
                condition=~Q(state=TrainingState.HELD) | Q(recorded_at__isnull=False),
                name="a_training_held_was_recorded",
            ),
        ]

    def __str__(self) -> str:
        return self.title


class Attendance(Keyed):
    """An organisation invited to a training, and from the sign sheet how many of it came."""

    training = models.ForeignKey(Training, models.PROTECT, related_name="attendances")
    entry = models.ForeignKey("incubation.Entry", models.PROTECT, related_name="attendances")
    people = models.PositiveSmallIntegerField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["training", "entry"], name="an_organisation_is_invited_to_a_training_once")
        ]

    def __str__(self) -> str:
        return f"{self.training_id} {self.people}"
