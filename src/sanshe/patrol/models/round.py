"""Rounds, their frames, and how a frame differs from the one before."""

from django.db import models
from django.db.models import Q

from sanshe.core.areas.enums import PremisesKind
from sanshe.core.areas.models import Compound, Premises
from sanshe.core.rows.models import Placed, Row
from sanshe.patrol.enums import Outcome, Result, RoundKind, RoundState
from sanshe.patrol.models.season import Programme


class Round(Row):
    """A round 轮次 of a programme: every door, or those of key compounds. Its frame is frozen once, under a digest."""

    programme = models.ForeignKey(Programme, models.PROTECT, related_name="rounds")
    number = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=6, choices=[(k, k) for k in RoundKind])
    starts_on = models.DateField()
    ends_on = models.DateField()
    state = models.CharField(max_length=8, choices=[(s, s) for s in RoundState], default=RoundState.PLANNED)
    frozen_at = models.DateTimeField(null=True)
    frozen_by = models.UUIDField(null=True)
    frame_digest = models.CharField(max_length=64, blank=True)
    closed_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["programme_id", "number"]
        constraints = [
            models.UniqueConstraint(fields=["programme", "number"], name="one_round_of_a_number"),
            models.UniqueConstraint(
                fields=["programme"], condition=Q(state=RoundState.RUNNING), name="one_running_round_of_a_programme"
            ),
            models.CheckConstraint(
                condition=Q(state=RoundState.PLANNED) | (Q(frozen_at__isnull=False) & ~Q(frame_digest="")),
                name="no_round_runs_without_a_frozen_frame",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.programme_id} {self.number}"


class Stop(Row):
    """Premises in a round 应查: in its frame, or added beside it 补录. Place and kind are as they came in; where an
    area ends while the round runs, the place is where they went.

    `outcome` to `is_try_owed` are what its visits come to (`rules.visit.fold`), written with each of them. `due_on`: a
    door of a key compound is seen within the first ten working days of a full round.
    """

    round = models.ForeignKey(Round, models.PROTECT, related_name="stops")
    premises = models.ForeignKey(Premises, models.PROTECT, related_name="+")
    compound = models.ForeignKey(Compound, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=10, choices=[(k, k) for k in PremisesKind])
    is_added = models.BooleanField(default=False)
    worker = models.UUIDField(null=True)
    assigned_at = models.DateTimeField(null=True)
    outcome = models.CharField(max_length=10, choices=[(o, o) for o in Outcome], blank=True)
    result = models.CharField(max_length=10, choices=[(r, r) for r in Result], blank=True)
    visits = models.PositiveSmallIntegerField(default=0)
    locked_days = models.PositiveSmallIntegerField(default=0)
    is_try_owed = models.BooleanField(default=False)
    due_on = models.DateField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["round", "premises"], name="one_stop_a_premises_and_round")]
        indexes = [
            models.Index(fields=["round", "area_path"], name="stops_of_a_round_by_area"),
            models.Index(fields=["worker", "round"], name="stops_of_a_worker"),
        ]

    def __str__(self) -> str:
        return f"{self.round_id} {self.premises_id}"


class FrameChange(Placed):
    """Premises that a frozen frame has and the last one had not, or the other way round, with the reason."""

    round = models.ForeignKey(Round, models.PROTECT, related_name="changes")
    premises = models.ForeignKey(Premises, models.PROTECT, related_name="+")
    is_new = models.BooleanField()
    reason = models.CharField(max_length=200)
    on = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["round", "premises"], name="one_change_a_premises_and_round"),
            models.CheckConstraint(condition=~Q(reason=""), name="no_change_of_a_frame_without_a_reason"),
        ]

    def __str__(self) -> str:
        return self.reason
