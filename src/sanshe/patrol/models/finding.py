"""Findings, their referrals, and what is asked for them."""

from django.db import models
from django.db.models import Q

from sanshe.core.areas.models import Premises
from sanshe.core.rows.models import Placed, Row
from sanshe.patrol.enums import OPEN, Consent, Department, FindingState, Result, Wish
from sanshe.patrol.models.round import Round
from sanshe.patrol.models.season import Programme
from sanshe.patrol.models.visit import Visit

FOUND = [(r, r) for r in (Result.STORED, Result.IN_USE, Result.SOLD)]


class Finding(Row):
    """A finding 问题 of a season: coal stored, used or sold behind a door, from the visit that saw it to the visit of
    another person that closes it. Found again within a year of a closing, it names that one (`reopens`, 反弹)."""

    programme = models.ForeignKey(Programme, models.PROTECT, related_name="findings")
    number = models.PositiveIntegerField()
    round = models.ForeignKey(Round, models.PROTECT, related_name="findings")
    premises = models.ForeignKey(Premises, models.PROTECT, related_name="+")
    opening = models.OneToOneField(Visit, models.PROTECT, related_name="opened")
    result = models.CharField(max_length=10, choices=FOUND)
    kg = models.PositiveIntegerField(null=True)
    found_at = models.DateTimeField()
    found_by = models.UUIDField(null=True)
    reopens = models.ForeignKey("self", models.PROTECT, null=True, related_name="rebounds")
    state = models.CharField(max_length=16, choices=[(s, s) for s in FindingState], default=FindingState.FOUND)
    due_on = models.DateField()
    is_extended = models.BooleanField(default=False)
    rectifier = models.UUIDField(null=True)
    reported_at = models.DateTimeField(null=True)
    done = models.CharField(max_length=500, blank=True)
    done_second = models.CharField(max_length=200, blank=True)
    consent = models.CharField(max_length=10, choices=[(c, c) for c in Consent], blank=True)
    rechecker = models.UUIDField(null=True)
    recheck_by = models.DateField(null=True)
    look_again_on = models.DateField(null=True)
    ended_at = models.DateTimeField(null=True)
    ending = models.OneToOneField(Visit, models.PROTECT, null=True, related_name="ended")

    class Meta:
        ordering = ["programme_id", "number"]
        constraints = [
            models.UniqueConstraint(fields=["programme", "number"], name="one_finding_of_a_number"),
            models.UniqueConstraint(
                fields=["premises", "result"], condition=Q(state__in=OPEN), name="one_open_finding_a_premises_and_class"
            ),
            models.CheckConstraint(
                condition=Q(state__in=OPEN, ending=None) | (~Q(state__in=OPEN) & Q(ending__isnull=False)),
                name="a_finding_is_ended_by_a_visit",
            ),
            models.CheckConstraint(
                condition=Q(rechecker=None) | ~Q(rechecker=models.F("found_by")), name="nobody_rechecks_what_they_found"
            ),
        ]
        indexes = [models.Index(fields=["state", "area_path"], name="findings_by_state_and_area")]

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        """煤-030."""
        return f"煤-{self.number:03d}"


class Referral(Placed):
    """A finding given to a department 移交, under the number of its letter, until it answers."""

    finding = models.ForeignKey(Finding, models.PROTECT, related_name="referrals")
    department = models.CharField(max_length=10, choices=[(d, d) for d in Department])
    number = models.CharField(max_length=60)
    sent_at = models.DateTimeField()
    sent_by = models.UUIDField(null=True)
    answer_by = models.DateField()
    answer = models.CharField(max_length=500, blank=True)
    answered_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["finding"], condition=Q(answered_at=None), name="one_open_referral_of_a_finding"
            )
        ]

    def __str__(self) -> str:
        return self.number


class Request(Row):
    """More days 延期, or that it waits 挂账: asked by one person, granted or not by another."""

    finding = models.ForeignKey(Finding, models.PROTECT, related_name="requests")
    wish = models.CharField(max_length=10, choices=[(w, w) for w in Wish])
    ground = models.CharField(max_length=200)
    days = models.PositiveSmallIntegerField(null=True)
    look_again_on = models.DateField(null=True)
    asked_at = models.DateTimeField()
    asked_by = models.UUIDField(null=True)
    is_granted = models.BooleanField(null=True)
    answered_at = models.DateTimeField(null=True)
    answered_by = models.UUIDField(null=True)
    answer = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["finding"], condition=Q(is_granted=None), name="one_open_request_of_a_finding"
            ),
            models.CheckConstraint(
                condition=Q(answered_by=None) | ~Q(answered_by=models.F("asked_by")),
                name="nobody_grants_their_own_wish",
            ),
        ]

    def __str__(self) -> str:
        return self.wish
