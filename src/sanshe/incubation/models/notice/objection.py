"""Objections with their points, and what happened in the handling."""

from django.db import models

from sanshe.core.privacy.fields import EncryptedText
from sanshe.core.rows.models import Keyed, Row
from sanshe.incubation.enums.notice.objection import ObjectionOutcome, ObjectionState, PointVerdict


class Objection(Row):
    """异议: raised against one place of a notice. Who raised it is known to its handlers only."""

    number = models.CharField(max_length=16, unique=True)
    place = models.ForeignKey("incubation.Place", models.PROTECT, related_name="objections")
    notice = models.UUIDField(null=True)
    state = models.CharField(max_length=14, choices=[(s, s) for s in ObjectionState], default=ObjectionState.RECEIVED)
    outcome = models.CharField(max_length=10, choices=[(o, o) for o in ObjectionOutcome], blank=True)
    fact = models.CharField(max_length=1000)
    name = EncryptedText(max_length=60)
    phone = EncryptedText(max_length=30)
    token_hash = models.CharField(max_length=64, blank=True)
    raised_at = models.DateTimeField()
    raised_by = models.UUIDField(null=True)
    accepted_at = models.DateTimeField(null=True)
    answer_due_on = models.DateField(null=True)
    answer = models.CharField(max_length=2000, blank=True)
    answered_at = models.DateTimeField(null=True)
    review_due_on = models.DateField(null=True)
    review_reason = models.CharField(max_length=1000, blank=True)
    review_asked_at = models.DateTimeField(null=True)
    reviewed_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)
    handler = models.UUIDField(null=True)
    co_handler = models.UUIDField(null=True)
    reviewer = models.UUIDField(null=True)

    class Meta:
        indexes = [models.Index(fields=["place", "state"], name="objections_of_place")]

    def __str__(self) -> str:
        return self.number


class Point(Keyed):
    """One disputed fact of an objection, judged on its own."""

    objection = models.ForeignKey(Objection, models.PROTECT, related_name="points")
    no = models.PositiveSmallIntegerField()
    text = models.CharField(max_length=300)
    verdict = models.CharField(max_length=8, choices=[(v, v) for v in PointVerdict], default=PointVerdict.OPEN)
    found = models.CharField(max_length=600, blank=True)
    judged_by = models.UUIDField(null=True)
    judged_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["no"]
        constraints = [models.UniqueConstraint(fields=["objection", "no"], name="one_point_per_number")]

    def __str__(self) -> str:
        return self.text


class ObjectionNote(Keyed):
    """What happened in the handling: told, heard, originals seen, a contact."""

    objection = models.ForeignKey(Objection, models.PROTECT, related_name="notes")
    kind = models.CharField(max_length=40)
    text = models.CharField(max_length=1000)
    noted_by = models.UUIDField(null=True)
    noted_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.kind
