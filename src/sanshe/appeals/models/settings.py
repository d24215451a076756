"""What a district sets: categories with their terms, the list of duties, terms of steps."""

from django.db import models

from sanshe.appeals.enums import Step
from sanshe.core.calendar.enums import DayKind
from sanshe.core.calendar.types import Term
from sanshe.core.rows.models import Row

KINDS = [(k, k) for k in DayKind]


class Category(Row):
    """A category 类别 of a district, with the terms of first contact and handling; `leg_n` where the part of a unit
    without people here has its own.

    Sensitive: the text is open to handler and verifier only. Private: never in anything public.
    """

    name = models.CharField(max_length=20)
    contact_n = models.PositiveSmallIntegerField()
    contact_kind = models.CharField(max_length=9, choices=KINDS)
    handle_n = models.PositiveSmallIntegerField()
    handle_kind = models.CharField(max_length=9, choices=KINDS)
    leg_n = models.PositiveSmallIntegerField(null=True)
    leg_kind = models.CharField(max_length=9, choices=KINDS, blank=True)
    is_sensitive = models.BooleanField(default=False)
    is_private = models.BooleanField(default=True)
    is_in_use = models.BooleanField(default=True)

    class Meta:
        ordering = ["area_path", "name"]
        constraints = [
            models.UniqueConstraint(fields=["area_path", "name"], name="one_category_of_a_name_and_district"),
            models.CheckConstraint(
                condition=models.Q(is_sensitive=False) | models.Q(is_private=True),
                name="what_is_sensitive_is_private",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def contact(self) -> Term:
        return Term(self.contact_n, DayKind(self.contact_kind))

    @property
    def handle(self) -> Term:
        return Term(self.handle_n, DayKind(self.handle_kind))

    @property
    def leg(self) -> Term | None:
        return Term(self.leg_n, DayKind(self.leg_kind)) if self.leg_n else None


class DutyItem(Row):
    """An item of a district's list of duties 职责清单; `may_lead`: a community leads it, else it only helps."""

    number = models.CharField(max_length=10)
    name = models.CharField(max_length=60)
    may_lead = models.BooleanField()
    note = models.CharField(max_length=120, blank=True)

    class Meta:
        ordering = ["area_path", "number"]
        constraints = [
            models.UniqueConstraint(fields=["area_path", "number"], name="one_duty_item_of_a_number_and_district")
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.name}"


class StepTerm(Row):
    """How long a step may take in a district, whatever the category."""

    step = models.CharField(max_length=12, choices=[(s, s) for s in Step])
    n = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=9, choices=KINDS)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["area_path", "step"], name="one_term_of_a_step_and_district")]

    def __str__(self) -> str:
        return f"{self.step} {self.n} {self.kind}"

    @property
    def term(self) -> Term:
        return Term(self.n, DayKind(self.kind))
