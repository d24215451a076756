"""What two people decide together."""

from uuid import UUID

from django.db import models
from django.db.models import F, Q

from sanshe.core.rows.models import Row
from sanshe.fair.enums import RulingKind, RulingState
from sanshe.fair.models.fair import Riddle
from sanshe.fair.models.play import Win


class Ruling(Row):
    """A ruling 裁定: one asks, another one, not of the same desk, agrees or does not.

    ANSWER takes in `answer` beside those that were accepted; VOID takes back the prize of `win`.
    """

    riddle = models.ForeignKey(Riddle, models.PROTECT, related_name="rulings")
    win = models.ForeignKey(Win, models.PROTECT, null=True, related_name="rulings")
    kind = models.CharField(max_length=6, choices=[(k, k) for k in RulingKind])
    state = models.CharField(max_length=7, choices=[(s, s) for s in RulingState], default=RulingState.ASKED)
    answer = models.CharField(max_length=20, blank=True)
    reason = models.CharField(max_length=200)
    is_returned = models.BooleanField(default=True)
    asked_by = models.UUIDField()
    asked_at = models.DateTimeField()
    decided_by = models.UUIDField(null=True)
    decided_at = models.DateTimeField(null=True)
    words = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["-asked_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["riddle", "kind"], condition=Q(state=RulingState.ASKED), name="one_ruling_of_a_kind_at_a_time"
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="no_ruling_without_a_reason"),
            models.CheckConstraint(
                condition=Q(decided_by__isnull=True) | ~Q(decided_by=F("asked_by")), name="no_ruling_by_one_person"
            ),
            models.CheckConstraint(
                condition=Q(kind=RulingKind.ANSWER, win__isnull=True) & ~Q(answer="")
                | Q(kind=RulingKind.VOID, win__isnull=False),
                name="a_ruling_says_about_what",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.riddle_id} {self.kind}"

    @property
    def people(self) -> tuple[UUID | None, UUID | None]:
        return self.asked_by, self.decided_by
