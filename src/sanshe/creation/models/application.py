"""Applications, what shows that each criterion is met, and what the police answered."""

from django.db import models
from django.db.models import Q

from sanshe.core.parties.models import Organisation
from sanshe.core.rows.models import Placed, Recorded, Row, Versioned
from sanshe.creation.enums import Level, Reply, Slip, State
from sanshe.creation.models.scheme import Scheme, Standard


class Application(Row):
    """An application 申报 of a unit, a community or a subdistrict; it keeps the standard it was made under.

    `is_current`: the newest of its applicant in this scheme, renewals apart (`Renewal`).
    """

    scheme = models.ForeignKey(Scheme, models.PROTECT, related_name="applications")
    standard = models.ForeignKey(Standard, models.PROTECT, related_name="+")
    level = models.CharField(max_length=9, choices=[(one, one) for one in Level])
    organisation = models.ForeignKey(Organisation, models.PROTECT, null=True, related_name="+")
    name = models.CharField(max_length=60)
    number = models.CharField(max_length=12, blank=True)
    state = models.CharField(max_length=11, choices=[(s, s) for s in State], default=State.INTENT)
    is_current = models.BooleanField(default=True)
    declared_at = models.DateTimeField()
    declared_by = models.UUIDField(null=True)
    applied_at = models.DateTimeField(null=True)
    drivers = models.PositiveIntegerField(null=True)
    drivers_on = models.DateField(null=True)
    assessed_at = models.DateTimeField(null=True)
    assessed_by = models.UUIDField(null=True)
    back_why = models.CharField(max_length=200, blank=True)
    recommended_at = models.DateTimeField(null=True)
    recommended_by = models.UUIDField(null=True)
    remark = models.CharField(max_length=200, blank=True)
    proposal = models.ForeignKey("Proposal", models.PROTECT, null=True, related_name="applications")
    award = models.ForeignKey("Award", models.PROTECT, null=True, related_name="applications")
    ended_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["scheme", "is_current", "state"], name="applications_of_a_board")]
        constraints = [
            models.UniqueConstraint(
                fields=["scheme", "organisation"],
                condition=Q(state__in=State.open(), organisation__isnull=False),
                name="one_open_application_a_unit",
            ),
            models.UniqueConstraint(
                fields=["scheme", "area_path"],
                condition=Q(state__in=State.open(), organisation__isnull=True),
                name="one_open_application_a_place",
            ),
            models.UniqueConstraint(
                fields=["scheme", "number"], condition=~Q(number=""), name="one_application_a_number"
            ),
            models.CheckConstraint(
                condition=Q(level=Level.UNIT, organisation__isnull=False)
                | ~Q(level=Level.UNIT) & Q(organisation__isnull=True),
                name="a_unit_applies_by_its_organisation",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Answer(Placed):
    """What an applicant says to one criterion 自评: words of its own, or a record of this house as it was that day."""

    application = models.ForeignKey(Application, models.CASCADE, related_name="answers")
    no = models.PositiveSmallIntegerField()
    text = models.CharField(max_length=300)
    url = models.CharField(max_length=200, blank=True)
    is_met = models.BooleanField(default=True)

    class Meta:
        ordering = ["application_id", "no"]
        constraints = [models.UniqueConstraint(fields=["application", "no"], name="one_answer_a_criterion")]

    def __str__(self) -> str:
        return self.text


class Attestation(Recorded, Versioned):
    """A question to the police 核验 and their answer: unit, period, one of two words, number, day. Nothing else."""

    SAID = ("reply",)

    application = models.ForeignKey(Application, models.PROTECT, related_name="attestations")
    title = models.ForeignKey("Title", models.PROTECT, null=True, related_name="attestations")
    number = models.CharField(max_length=12)
    period_from = models.DateField()
    period_to = models.DateField()
    asked_at = models.DateTimeField()
    asked_by = models.UUIDField(null=True)
    due_on = models.DateField()
    reply = models.CharField(max_length=4, choices=[(r, r) for r in Reply], blank=True)
    answered_at = models.DateTimeField(null=True)
    answered_by = models.UUIDField(null=True)
    digest = models.CharField(max_length=64, blank=True)
    slip = models.CharField(max_length=12, choices=[(s, s) for s in Slip], blank=True)

    class Meta:
        indexes = [models.Index(fields=["reply", "due_on"], name="attestations_that_wait")]
        constraints = [
            Recorded.constraint("no_attestation_struck_without_a_reason"),
            models.UniqueConstraint(
                fields=["application"],
                condition=Q(reply="", struck_at__isnull=True),
                name="one_open_question_an_application",
            ),
            models.CheckConstraint(
                condition=Q(reply="", answered_at__isnull=True) | ~Q(reply="") & Q(answered_at__isnull=False),
                name="an_answer_has_its_moment",
            ),
        ]

    def __str__(self) -> str:
        return self.number
