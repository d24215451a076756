"""Fairs and their riddles."""

from django.db import models
from django.db.models import F, Q

from sanshe.core.rows.models import Row
from sanshe.fair.enums import Authority, FairState, Mode, RiddleState, Twist
from sanshe.fair.types import Line, Rule, Solution


class Fair(Row):
    """A fair 游园 of a community: its rule stands still from the first slip that hangs; two sign its account."""

    name = models.CharField(max_length=40)
    partner = models.CharField(max_length=60, blank=True)
    opens_at = models.DateTimeField()
    closes_at = models.DateTimeField()
    lit_at = models.DateTimeField(null=True)
    mode = models.CharField(max_length=5, choices=[(m, m) for m in Mode])
    per_card = models.PositiveSmallIntegerField()
    max_wins = models.PositiveSmallIntegerField()
    authority = models.CharField(max_length=6, choices=[(a, a) for a in Authority])
    state = models.CharField(max_length=13, choices=[(s, s) for s in FairState], default=FairState.PLANNED)
    planned_at = models.DateTimeField()
    frozen_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)
    sign_on = models.DateField(null=True)
    volunteers = models.PositiveSmallIntegerField(null=True)
    hours = models.PositiveSmallIntegerField(null=True)
    words = models.CharField(max_length=200, blank=True)
    signed_by = models.UUIDField(null=True)
    signed_at = models.DateTimeField(null=True)
    countersigned_by = models.UUIDField(null=True)
    countersigned_at = models.DateTimeField(null=True)
    forgotten_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-opens_at", "-pk"]
        constraints = [
            models.CheckConstraint(condition=Q(closes_at__gt=F("opens_at")), name="no_fair_closes_before_it_opens"),
            models.CheckConstraint(condition=Q(per_card__gte=1, max_wins__gte=1), name="no_fair_without_its_limits"),
            models.CheckConstraint(
                condition=Q(state=FairState.PLANNED) | Q(frozen_at__isnull=False),
                name="no_fair_hung_without_its_moment",
            ),
            models.CheckConstraint(
                condition=Q(countersigned_by__isnull=True) | ~Q(countersigned_by=F("signed_by")),
                name="no_account_signed_twice_by_one",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def rule(self) -> Rule:
        return Rule(
            self.name, self.opens_at, self.closes_at, Mode(self.mode), self.per_card, self.max_wins,
            Authority(self.authority), self.partner, self.lit_at,
        )  # fmt: skip


class Riddle(Row):
    """A riddle 灯谜 with its slip. `wins` grows only while it hangs or is held, and never beyond `max_wins`."""

    fair = models.ForeignKey(Fair, models.PROTECT, related_name="riddles")
    number = models.PositiveSmallIntegerField()
    theme = models.CharField(max_length=10, blank=True)
    text = models.CharField(max_length=120)
    hint = models.CharField(max_length=20)
    twist = models.CharField(max_length=5, choices=[(t, t) for t in Twist], default=Twist.PLAIN)
    answer = models.CharField(max_length=20)
    also = models.JSONField(default=list)
    gloss = models.CharField(max_length=60, blank=True)
    source = models.CharField(max_length=10, blank=True)
    wave = models.PositiveSmallIntegerField(default=1)
    state = models.CharField(max_length=7, choices=[(s, s) for s in RiddleState], default=RiddleState.DRAFT)
    written_by = models.UUIDField(null=True)
    checked_by = models.UUIDField(null=True)
    hung_at = models.DateTimeField(null=True)
    held_at = models.DateTimeField(null=True)
    looked_at = models.DateTimeField(null=True)
    wins = models.PositiveSmallIntegerField(default=0)
    max_wins = models.PositiveSmallIntegerField(default=1)
    closed_why = models.CharField(max_length=100, blank=True)

    class Meta:
        ordering = ["fair_id", "number"]
        constraints = [
            models.UniqueConstraint(fields=["fair", "number"], name="one_riddle_a_number"),
            models.CheckConstraint(condition=Q(wins__lte=F("max_wins")), name="no_riddle_won_too_often"),
            models.CheckConstraint(
                condition=Q(checked_by__isnull=True) | ~Q(checked_by=F("written_by")),
                name="no_riddle_checked_by_its_writer",
            ),
            models.CheckConstraint(
                condition=~Q(state=RiddleState.HELD) | Q(held_at__isnull=False), name="no_slip_torn_without_its_moment"
            ),
            models.CheckConstraint(
                condition=~Q(state=RiddleState.SEALED) | ~Q(closed_why=""), name="no_riddle_sealed_without_a_reason"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.text}"

    @property
    def line(self) -> Line:
        return Line(
            self.number, self.text, self.hint, self.answer, tuple(self.also), Twist(self.twist), self.theme,
            self.gloss, self.source, self.wave,
        )  # fmt: skip

    @property
    def solution(self) -> Solution:
        return Solution(self.hint, (self.answer, *self.also), Twist(self.twist))
