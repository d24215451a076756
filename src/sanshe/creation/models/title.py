"""Titles, their terms, and revocations."""

from django.db import models
from django.db.models import F, Q

from sanshe.core.rows.models import Placed, Row
from sanshe.creation.enums import Ground, RevocationState, TitleState
from sanshe.creation.models.application import Application, Attestation
from sanshe.creation.models.naming import Award
from sanshe.creation.models.scheme import Scheme
from sanshe.creation.types import Holder


class Title(Row):
    """A title 称号 under its number for good. `ends_on` is the last day of its last term."""

    scheme = models.ForeignKey(Scheme, models.PROTECT, related_name="titles")
    application = models.OneToOneField(Application, models.PROTECT, related_name="title")
    number = models.CharField(max_length=30)
    serial = models.PositiveIntegerField()
    year = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=9, choices=[(s, s) for s in TitleState], default=TitleState.HELD)
    starts_on = models.DateField()
    ends_on = models.DateField()
    since = models.DateField(null=True)

    class Meta:
        ordering = ["scheme_id", "year", "serial"]
        indexes = [models.Index(fields=["state", "ends_on"], name="titles_by_term")]
        constraints = [
            models.UniqueConstraint(fields=["scheme", "year", "serial"], name="one_title_a_number"),
            models.CheckConstraint(condition=Q(ends_on__gte=F("starts_on")), name="no_title_ends_before_it_begins"),
            models.CheckConstraint(
                condition=Q(state=TitleState.HELD, since__isnull=True)
                | ~Q(state=TitleState.HELD) & Q(since__isnull=False),
                name="a_title_that_changed_says_since_when",
            ),
        ]

    def __str__(self) -> str:
        return self.number

    @property
    def held(self) -> Holder:
        return Holder(TitleState(self.state), self.starts_on, self.ends_on)


class Renewal(Placed):
    """An application that asks for another term 续期 of a title."""

    application = models.OneToOneField(Application, models.PROTECT, related_name="renewal")
    title = models.ForeignKey(Title, models.PROTECT, related_name="renewals")

    def __str__(self) -> str:
        return str(self.title_id)


class Term(Placed):
    """One term 期 of a title, with the decision that gave it."""

    title = models.ForeignKey(Title, models.PROTECT, related_name="terms")
    award = models.ForeignKey(Award, models.PROTECT, related_name="+")
    no = models.PositiveSmallIntegerField()
    starts_on = models.DateField()
    ends_on = models.DateField()

    class Meta:
        ordering = ["title_id", "no"]
        constraints = [models.UniqueConstraint(fields=["title", "no"], name="one_term_a_number")]

    def __str__(self) -> str:
        return f"{self.title_id} {self.no}"


class Revocation(Row):
    """A revocation 撤销: told with its ground, heard, drafted by one, approved by another."""

    title = models.ForeignKey(Title, models.PROTECT, related_name="revocations")
    ground = models.CharField(max_length=11, choices=[(g, g) for g in Ground])
    attestation = models.ForeignKey(Attestation, models.PROTECT, null=True, related_name="+")
    state = models.CharField(max_length=7, choices=[(s, s) for s in RevocationState], default=RevocationState.TOLD)
    told_at = models.DateTimeField()
    told_by = models.UUIDField(null=True)
    hear_until = models.DateField()
    heard = models.CharField(max_length=500, blank=True)
    heard_at = models.DateTimeField(null=True)
    drafted_at = models.DateTimeField(null=True)
    drafted_by = models.UUIDField(null=True)
    decided_at = models.DateTimeField(null=True)
    decided_by = models.UUIDField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["title"],
                condition=Q(state__in=[RevocationState.TOLD, RevocationState.DRAFTED]),
                name="one_open_revocation_a_title",
            ),
            models.CheckConstraint(
                condition=~Q(ground=Ground.POLICE) | Q(attestation__isnull=False),
                name="a_ground_of_the_police_has_their_answer",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.title_id} {self.ground}"
