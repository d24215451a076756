"""Batch, call and what the call froze: criteria and eligibility rules."""

from django.db import models
from django.db.models import Q

from sanshe.core.rows.models import Keyed, Row
from sanshe.incubation.enums.call.batch import BatchState, CallState
from sanshe.incubation.enums.decision.tabulation import TabulationRule
from sanshe.incubation.enums.screening.screening import ConditionKind


class Batch(Row):
    """One round from call to closing, run by an office: its `centre` 孵化中心. Dates are Shanghai dates; `capacity` is
    {"desks", "sessions", "hours"}."""

    centre = models.ForeignKey("parties.Office", models.PROTECT, related_name="+")
    no = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=60)
    state = models.CharField(max_length=12, choices=[(s, s) for s in BatchState], default=BatchState.PLANNED)
    places = models.PositiveSmallIntegerField(default=30)
    reserve_places = models.PositiveSmallIntegerField(default=4)
    tabulation_rule = models.CharField(
        max_length=10, choices=[(r, r) for r in TabulationRule], default=TabulationRule.MEAN
    )
    screening_until = models.DateField()
    panel_on = models.DateField()
    notice_days = models.PositiveSmallIntegerField(default=5)
    notice_day_kind = models.CharField(max_length=10, default="workday")
    signing_from = models.DateField()
    signing_to = models.DateField()
    signing_hour = models.PositiveSmallIntegerField(default=18)
    reserve_until = models.DateField(null=True)
    term_months = models.PositiveSmallIntegerField(default=12)
    capacity = models.JSONField(default=dict)
    panel_sides = models.JSONField(default=dict)
    minutes = models.JSONField(default=dict)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["centre", "no"], name="one_batch_per_centre_and_number")]

    def __str__(self) -> str:
        return self.name


class Call(Row):
    """One version of a batch's call. `content` is the document tree printed and hashed; days are inclusive."""

    batch = models.ForeignKey(Batch, models.PROTECT, related_name="calls")
    version_no = models.PositiveSmallIntegerField(default=1)
    number = models.CharField(max_length=40, blank=True)
    state = models.CharField(max_length=10, choices=[(s, s) for s in CallState], default=CallState.DRAFT)
    content = models.JSONField(default=dict)
    content_hash = models.CharField(max_length=64, blank=True)
    opens_on = models.DateField()
    closes_on = models.DateField()
    reason = models.CharField(max_length=500, blank=True)
    drafted_at = models.DateTimeField()
    drafted_by = models.UUIDField(null=True)
    approved_at = models.DateTimeField(null=True)
    approved_by = models.UUIDField(null=True)
    published_at = models.DateTimeField(null=True)
    published_by = models.UUIDField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["batch", "version_no"], name="one_call_per_batch_and_version"),
            models.UniqueConstraint(
                fields=["batch"], condition=Q(state=CallState.PUBLISHED), name="one_call_stands_per_batch"
            ),
            models.CheckConstraint(
                condition=Q(closes_on__gte=models.F("opens_on")), name="a_call_closes_after_it_opens"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number or self.batch_id} v{self.version_no}"


class Criterion(Keyed):
    """One criterion 指标 of the rubric. `anchors` are the seven steps' texts, lowest first. Frozen by the call."""

    batch = models.ForeignKey(Batch, models.PROTECT, related_name="criteria")
    no = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=60)
    says = models.CharField(max_length=200, blank=True)
    points = models.PositiveSmallIntegerField(default=20)
    anchors = models.JSONField(default=list)

    class Meta:
        ordering = ["no"]
        constraints = [models.UniqueConstraint(fields=["batch", "no"], name="one_criterion_per_batch_and_number")]

    def __str__(self) -> str:
        return self.name


class EligibilityRule(Keyed):
    """One condition 资格条件 of the call, as data."""

    batch = models.ForeignKey(Batch, models.PROTECT, related_name="rules")
    no = models.PositiveSmallIntegerField()
    text = models.CharField(max_length=300)
    remedy = models.CharField(max_length=300, blank=True)
    kind = models.CharField(max_length=12, choices=[(k, k) for k in ConditionKind], blank=True)

    class Meta:
        ordering = ["no"]
        constraints = [models.UniqueConstraint(fields=["batch", "no"], name="one_rule_per_batch_and_number")]

    def __str__(self) -> str:
        return f"{self.no} {self.text}"
