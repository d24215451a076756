"""Rows of objections. Who raised one is known to its handlers only."""

from django.db import models
from django.db.models import Q

from sanshe.core.objections.enums import Outcome, State, Verdict
from sanshe.core.privacy.fields import BlindIndex, EncryptedText
from sanshe.core.rows.models import Keyed, Row
from sanshe.core.tracking.rules import key


class Objection(Row):
    """异议: to one thing of what was announced. `kind` is the code of its `Subject`; names are as announced."""

    kind = models.CharField(max_length=60)
    number = models.CharField(max_length=24)
    listing = models.UUIDField()
    listing_title = models.CharField(max_length=200)
    subject = models.UUIDField()
    title = models.CharField(max_length=200)
    notice = models.UUIDField(null=True)
    state = models.CharField(max_length=14, choices=[(s, s) for s in State], default=State.RECEIVED)
    outcome = models.CharField(max_length=10, choices=[(o, o) for o in Outcome], blank=True)
    grounds = models.JSONField(default=list)
    fact = models.CharField(max_length=1000)
    name = EncryptedText(max_length=60)
    phone = EncryptedText(max_length=30)
    track_index = BlindIndex(source="tracking_key")
    raised_at = models.DateTimeField()
    raised_by = models.UUIDField(null=True)
    undo_until = models.DateTimeField()
    accept_due_on = models.DateField()
    accepted_at = models.DateTimeField(null=True)
    answer_due_on = models.DateField()
    answer = models.CharField(max_length=2000, blank=True)
    answered_at = models.DateTimeField(null=True)
    review_due_on = models.DateField(null=True)
    review_reason = models.CharField(max_length=1000, blank=True)
    review_asked_at = models.DateTimeField(null=True)
    reviewed_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)
    handler = models.UUIDField(null=True)
    co_handler = models.UUIDField(null=True)
    former_handlers = models.JSONField(default=list)
    reviewer = models.UUIDField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["kind", "listing", "state"], name="objections_of_a_listing"),
            models.Index(fields=["kind", "subject", "state"], name="objections_of_a_subject"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["kind", "number"], name="one_objection_a_number"),
            models.CheckConstraint(
                condition=Q(accepted_at__isnull=True) | Q(handler__isnull=False), name="what_is_taken_up_has_a_handler"
            ),
            models.CheckConstraint(
                condition=~Q(state__in=[State.ANSWERED, State.UNDER_REVIEW])
                | Q(answered_at__isnull=False, review_due_on__isnull=False) & ~Q(outcome=""),
                name="an_answer_has_its_outcome_and_its_days",
            ),
            models.CheckConstraint(
                condition=Q(reviewer__isnull=True)
                | ~Q(reviewer=models.F("handler")) & (Q(co_handler__isnull=True) | ~Q(reviewer=models.F("co_handler"))),
                name="a_reviewer_did_not_handle_it",
            ),
        ]

    def __str__(self) -> str:
        return self.number

    @property
    def KIND(self) -> str:  # type: ignore[override]  # each row is of the kind of its subject
        return self.kind

    @property
    def tracking_key(self) -> str:
        """What it is found by: number and the last four digits of the telephone."""
        return key(self.number, self.phone)


class Point(Keyed):
    """One disputed fact of an objection, judged on its own."""

    objection = models.ForeignKey(Objection, models.PROTECT, related_name="points")
    no = models.PositiveSmallIntegerField()
    text = models.CharField(max_length=300)
    verdict = models.CharField(max_length=8, choices=[(v, v) for v in Verdict], default=Verdict.OPEN)
    found = models.CharField(max_length=600, blank=True)
    judged_by = models.UUIDField(null=True)
    judged_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["no"]
        constraints = [models.UniqueConstraint(fields=["objection", "no"], name="one_point_a_number_of_an_objection")]

    def __str__(self) -> str:
        return self.text


class Note(Keyed):
    """What happened in the handling, as its handlers wrote it: told, heard, originals seen, a contact."""

    objection = models.ForeignKey(Objection, models.PROTECT, related_name="notes")
    event = models.CharField(max_length=40)
    text = models.CharField(max_length=1000)
    noted_by = models.UUIDField(null=True)
    noted_at = models.DateTimeField()

    class Meta:
        ordering = ["noted_at", "pk"]

    def __str__(self) -> str:
        return self.event
