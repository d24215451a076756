"""Screening 初审: what was found for each rule, what was decided, what had to be mended, who looked again."""

from django.db import models
from django.db.models import Q

from sanshe.core.rows.models import Keyed, Placed
from sanshe.incubation.enums.screening.screening import CheckVerdict, ReviewOutcome, ScreeningOutcome


class Check(Keyed):
    """The finding for one rule of one application."""

    application = models.ForeignKey("incubation.Application", models.PROTECT, related_name="checks")
    rule = models.ForeignKey("incubation.EligibilityRule", models.PROTECT, related_name="+")
    verdict = models.CharField(max_length=10, choices=[(v, v) for v in CheckVerdict])
    evidence = models.CharField(max_length=300, blank=True)
    reason = models.CharField(max_length=500, blank=True)
    checked_by = models.UUIDField(null=True)
    checked_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["application", "rule"], name="one_check_per_rule")]

    def __str__(self) -> str:
        return self.verdict


class Screening(Placed):
    """One decision. A returned application gets a second one later; the newest stands."""

    application = models.ForeignKey("incubation.Application", models.PROTECT, related_name="screenings")
    no = models.PositiveSmallIntegerField(default=1)
    outcome = models.CharField(max_length=10, choices=[(o, o) for o in ScreeningOutcome])
    grounds = models.JSONField(default=list)
    reason = models.CharField(max_length=600, blank=True)
    due_on = models.DateField(null=True)
    decided_by = models.UUIDField(null=True)
    decided_at = models.DateTimeField()
    mended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["application", "no"], name="one_screening_per_number")]

    def __str__(self) -> str:
        return self.outcome


class FieldVisit(Placed):
    """实地核实: two people, one page."""

    application = models.ForeignKey("incubation.Application", models.PROTECT, related_name="visits")
    visited_on = models.DateField()
    visitors = models.JSONField(default=list)
    found = models.CharField(max_length=600)
    recorded_by = models.UUIDField(null=True)
    recorded_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.visited_on}"


class ReviewRequest(Placed):
    """A refused applicant asks for another look; somebody else answers."""

    screening = models.OneToOneField(Screening, models.PROTECT, related_name="review")
    reason = models.CharField(max_length=600)
    asked_at = models.DateTimeField()
    outcome = models.CharField(max_length=10, choices=[(o, o) for o in ReviewOutcome], blank=True)
    answer = models.CharField(max_length=600, blank=True)
    answered_by = models.UUIDField(null=True)
    answered_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(outcome="") | Q(answered_by__isnull=False, answered_at__isnull=False),
                name="an_answered_review_says_by_whom",
            )
        ]

    def __str__(self) -> str:
        return self.outcome or "open"
