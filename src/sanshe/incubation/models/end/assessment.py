"""Assessments: the indicators of a batch, one organisation's assessment, its assessors, marks and documents."""

from django.db import models
from django.db.models import F, Q

from sanshe.core.rows.models import Keyed
from sanshe.core.sheets.models import Answered
from sanshe.incubation.enums.end.assessment import AssessmentState, Kind, PaperState, Verdict
from sanshe.incubation.enums.panel.panel import RelationKind


class Indicator(Keyed):
    """One indicator 指标 of a batch's assessments of a kind; frozen when the first of them is announced."""

    batch = models.ForeignKey("incubation.Batch", models.PROTECT, related_name="indicators")
    kind = models.CharField(max_length=12, choices=[(k, k) for k in Kind])
    no = models.PositiveSmallIntegerField()
    dimension = models.CharField(max_length=20)
    name = models.CharField(max_length=60)
    says = models.CharField(max_length=200, blank=True)
    points = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["no"]
        constraints = [
            models.UniqueConstraint(fields=["batch", "kind", "no"], name="one_indicator_per_batch_kind_and_number")
        ]

    def __str__(self) -> str:
        return f"{self.no} {self.name}"


class Assessment(Answered):
    """One assessment of one organisation in incubation. `answers` is its own report: {"i3": text, "summary": text}."""

    ANSWERS = "answers"

    entry = models.ForeignKey("incubation.Entry", models.PROTECT, related_name="assessments")
    batch = models.ForeignKey("incubation.Batch", models.PROTECT, related_name="assessments")
    kind = models.CharField(max_length=12, choices=[(k, k) for k in Kind])
    round = models.PositiveSmallIntegerField(default=1)
    state = models.CharField(
        max_length=12, choices=[(s, s) for s in AssessmentState], default=AssessmentState.ANNOUNCED
    )
    closes_on = models.DateField()
    report_by = models.DateField()
    announced_at = models.DateTimeField()
    announced_by = models.UUIDField(null=True)
    answers = models.JSONField(default=dict)
    reported_at = models.DateTimeField(null=True)
    reported_by = models.UUIDField(null=True)
    is_late = models.BooleanField(default=False)
    reminded_at = models.DateTimeField(null=True)
    grace_until = models.DateField(null=True)
    record = models.CharField(max_length=2000, blank=True)
    interviewed_on = models.DateField(null=True)
    interviewed_at = models.DateTimeField(null=True)
    rule_says = models.CharField(max_length=12, choices=[(v, v) for v in Verdict], blank=True)
    verdict = models.CharField(max_length=12, choices=[(v, v) for v in Verdict], blank=True)
    reason = models.CharField(max_length=600, blank=True)
    proposed_at = models.DateTimeField(null=True)
    proposed_by = models.UUIDField(null=True)
    decided_at = models.DateTimeField(null=True)
    decided_by = models.UUIDField(null=True)

    class Meta:
        indexes = [models.Index(fields=["batch", "kind", "state"], name="assessments_of_a_batch")]
        constraints = [
            models.UniqueConstraint(fields=["entry", "kind", "round"], name="one_assessment_per_kind_and_round"),
            models.UniqueConstraint(
                fields=["entry"],
                condition=~Q(state__in=AssessmentState.over()),
                name="one_assessment_at_a_time",
            ),
            models.CheckConstraint(
                condition=~Q(state=AssessmentState.DECIDED)
                | Q(proposed_by__isnull=False, decided_by__isnull=False) & ~Q(proposed_by=F("decided_by")),
                name="a_verdict_is_never_by_one_person",
            ),
            models.CheckConstraint(
                condition=~Q(state=AssessmentState.ABSENT) | Q(reminded_at__isnull=False),
                name="nobody_is_absent_without_a_reminder",
            ),
        ]

    @property
    def is_writable(self) -> bool:
        """Whether the organisation still writes its own report."""
        return self.state == AssessmentState.ANNOUNCED

    def __str__(self) -> str:
        return f"{self.kind} {self.state}"


class Assessor(Keyed):
    """Somebody who interviews and marks. `person` is the user's id. Before reading they say whether anything ties them
    to the organisation; who names a `relation` has stepped aside. `replaced_at`: left, and somebody else sits."""

    assessment = models.ForeignKey(Assessment, models.PROTECT, related_name="assessors")
    person = models.UUIDField()
    named_at = models.DateTimeField()
    named_by = models.UUIDField(null=True)
    declared_at = models.DateTimeField(null=True)
    relation = models.CharField(max_length=24, choices=[(k, k) for k in RelationKind], blank=True)
    said = models.CharField(max_length=300, blank=True)
    marked_at = models.DateTimeField(null=True)
    replaced_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["assessment", "person"], name="an_assessor_is_named_once"),
            models.CheckConstraint(
                condition=Q(marked_at__isnull=True) | Q(relation="", replaced_at__isnull=True),
                name="who_stepped_aside_gives_no_marks",
            ),
        ]

    def __str__(self) -> str:
        return str(self.person)

    @property
    def may_read(self) -> bool:
        return self.declared_at is not None and not self.relation


class Mark(Keyed):
    """What one assessor gives for one indicator."""

    assessor = models.ForeignKey(Assessor, models.PROTECT, related_name="marks")
    no = models.PositiveSmallIntegerField()
    points = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["assessor", "no"], name="one_mark_per_assessor_and_indicator")]

    def __str__(self) -> str:
        return f"{self.no}: {self.points}"


class PaperCheck(Keyed):
    """One document of the check: seen, or missing."""

    assessment = models.ForeignKey(Assessment, models.PROTECT, related_name="papers")
    no = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=60)
    state = models.CharField(max_length=8, choices=[(s, s) for s in PaperState], default=PaperState.OPEN)
    checked_at = models.DateTimeField(null=True)
    checked_by = models.UUIDField(null=True)

    class Meta:
        ordering = ["no"]
        constraints = [models.UniqueConstraint(fields=["assessment", "no"], name="one_paper_per_number")]

    def __str__(self) -> str:
        return self.name
