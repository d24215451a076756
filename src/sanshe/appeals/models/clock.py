"""Terms of an appeal, and the pauses in them."""

from django.db import models
from django.db.models import Q

from sanshe.appeals.enums import ClockKind, PauseReason
from sanshe.appeals.models.appeal import Appeal
from sanshe.appeals.models.leg import Leg
from sanshe.core.calendar.enums import DayKind
from sanshe.core.calendar.types import Term
from sanshe.core.rows.models import Recorded, Row


class Clock(Row):
    """One term 时限 of an appeal or a leg. `due_at` is the first moment that is too late, `near_at` that of a warning.

    It runs until it was stopped; `is_met` says whether in time, and is unknown while it runs and for what was dropped.
    A matter that is done again gets another clock beside the first. `paused_at` is from when it stands.
    """

    appeal = models.ForeignKey(Appeal, models.PROTECT, related_name="clocks")
    leg = models.ForeignKey(Leg, models.PROTECT, null=True, related_name="clocks")
    kind = models.CharField(max_length=7, choices=[(k, k) for k in ClockKind])
    started_at = models.DateTimeField()
    n = models.PositiveSmallIntegerField()
    day_kind = models.CharField(max_length=9, choices=[(k, k) for k in DayKind])
    due_at = models.DateTimeField()
    near_at = models.DateTimeField()
    paused_at = models.DateTimeField(null=True)
    pause_ends_at = models.DateTimeField(null=True)
    stopped_at = models.DateTimeField(null=True)
    is_met = models.BooleanField(null=True)

    class Meta:
        ordering = ["started_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["appeal", "kind"],
                condition=Q(stopped_at=None, leg=None),
                name="one_running_clock_of_a_kind_and_appeal",
            ),
            models.UniqueConstraint(
                fields=["leg", "kind"], condition=Q(stopped_at=None), name="one_running_clock_of_a_kind_and_leg"
            ),
            models.CheckConstraint(
                condition=Q(is_met=None) | Q(stopped_at__isnull=False), name="no_running_clock_is_met_or_missed"
            ),
            models.CheckConstraint(
                condition=Q(paused_at=None) | Q(stopped_at=None), name="no_stopped_clock_stands_still"
            ),
        ]
        indexes = [models.Index(fields=["due_at"], condition=Q(stopped_at=None), name="running_clocks_by_due")]

    def __str__(self) -> str:
        return f"{self.appeal_id} {self.kind}"

    @property
    def term(self) -> Term:
        return Term(self.n, DayKind(self.day_kind))


class Pause(Recorded):
    """A time during which the clock of handling stood still 停表, with proof; the resident was told the same day."""

    SAID = ("reason", "proof")

    clock = models.ForeignKey(Clock, models.PROTECT, related_name="pauses")
    reason = models.CharField(max_length=11, choices=[(r, r) for r in PauseReason])
    proof = models.CharField(max_length=120)
    told_at = models.DateTimeField()
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField(null=True)
    noted_by = models.UUIDField(null=True)
    end_note = models.CharField(max_length=120, blank=True)

    class Meta:
        ordering = ["starts_at", "pk"]
        constraints = [
            Recorded.constraint("no_pause_is_struck_without_a_reason"),
            models.CheckConstraint(condition=~Q(proof=""), name="no_pause_without_proof"),
            models.UniqueConstraint(
                fields=["clock"], condition=Q(ends_at=None, struck_at=None), name="one_open_pause_of_a_clock"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.clock_id} {self.starts_at}"
